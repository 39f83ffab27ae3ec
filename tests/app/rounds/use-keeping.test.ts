import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiError, type GivenPlan, type StoredPlan } from '../../../src/app/api'
import { setLanguage } from '../../../src/app/i18n'
import { useKeeping } from '../../../src/app/rounds/use-keeping'
import type { Saved } from '../../../src/app/rounds/use-stored-plan'
import { dismiss, notices } from '../../../src/app/ui/notices'
import type { Proposal } from '../../../src/domain'

const proposal = { plan: { ann: 'ann@civil/judge', bo: null } } as unknown as Proposal
const mine = { plan: { bo: null, ann: 'ann@civil/judge' }, status: 'kept' as const, proposal }
const theirs = { version: 7, plan: { ann: null, bo: null } } as unknown as StoredPlan

beforeAll(() => setLanguage('en'))
afterEach(() => notices.value.forEach(({ id }) => dismiss(id)))

/** The page and the server of a test: what was sent, and what the page was told. */
function keeping(...answers: (Saved | Error)[]) {
  const sent: [GivenPlan, number | undefined][] = []
  const page = { saved: vi.fn(), refused: vi.fn(), taken: vi.fn() }
  const save = (plan: GivenPlan, onto?: number): Promise<Saved> => {
    sent.push([plan, onto])
    const answer = answers.shift()!
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  return { sent, page, ...useKeeping(save, page) }
}

describe(useKeeping.name, () => {
  it('tells a proposal from what was changed by hand, in whichever order the plan names people', async () => {
    const stored = { version: 1 } as StoredPlan
    const { keep, sent, page } = keeping({ kind: 'saved', stored }, { kind: 'saved', stored })
    await keep(mine)
    await keep({ ...mine, plan: { ann: null, bo: null } }, 3)
    expect(sent.map(([{ origin }, onto]) => [origin, onto])).toEqual([
      ['proposal', undefined],
      ['hand', 3],
    ])
    expect(page.saved.mock.calls).toEqual([[stored], [stored]])
  })
  it('asks where somebody else saved meanwhile, and saves mine over theirs', async () => {
    const { keep, keepMine, conflict, sent, page } = keeping(
      { kind: 'stale', current: theirs },
      { kind: 'saved', stored: theirs },
    )
    await keep(mine, 2)
    expect(conflict.value).toEqual({ mine, theirs })
    expect(page.saved).not.toHaveBeenCalled()
    keepMine()
    await vi.waitFor(() => expect(page.saved).toHaveBeenCalledOnce())
    expect(conflict.value).toBeNull()
    expect(sent.map(([, onto]) => onto)).toEqual([2, 7])
  })
  it('takes theirs without saving anything', async () => {
    const { keep, takeTheirs, conflict, sent, page } = keeping({ kind: 'stale', current: theirs })
    await keep(mine)
    takeTheirs()
    expect(page.taken.mock.calls).toEqual([[theirs]])
    expect(conflict.value).toBeNull()
    expect(sent).toHaveLength(1)
  })
  it('passes on the rules that are broken, and says what else failed', async () => {
    const broken = [{ rule: 'max-moves' }] as never
    const { keep, page } = keeping({ kind: 'refused', broken }, new ApiError(404, 'round-not-found', {}))
    await keep(mine)
    expect(page.refused.mock.calls).toEqual([[broken]])
    await keep(mine)
    expect(notices.value.at(-1)).toMatchObject({ kind: 'failed' })
    expect(notices.value.at(-1)!.text).toContain('Go back to the list of rounds.')
  })
})
