import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { concernedIn } from '@/app/rounds/concerned'
import { notices } from '@/app/ui/notices'
import { variantName } from '@/app/rounds/variant-name'
import { blankRound, defineProblem, problemOf, withRepair, type Clash, type Round } from '@/domain'
import { propose } from '@/planner/propose'
import { orderOf } from '@/rules'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

/** A place that is both decided for Bo and rejected. */
const court = smallCourt()
const round: Round = {
  ...blankRound,
  id: 'r1',
  name: 'First',
  date: '2026-01-05',
  decisions: [
    { kind: 'pin', person: 'bo', seat: 'bo@team-1/clerk', reason: '' },
    { kind: 'veto', person: 'bo', seat: 'bo@team-1/clerk', reason: '' },
  ],
}
async function clashOf(): Promise<Clash> {
  const outcome = await propose(defineProblem(problemOf(court, round)), orderOf(round))
  if (outcome.kind !== 'clash') throw new Error(outcome.kind)
  return outcome
}
const run = (outcome: Clash) => ({
  id: 'run-1',
  court: court.id,
  round: 'r1',
  state: 'done',
  progress: null,
  outcome,
  error: null,
  startedAt: '2026-01-01T00:00:00Z',
  endedAt: '2026-01-01T00:00:02Z',
})
const open = (outcome: Clash, language: 'en' | 'zh-CN' = 'en') =>
  openPage(court, '/rounds/r1?step=propose', language, {
    more: {
      '/rounds/r1': { round, version: 1 },
      '/rounds/r1/runs/latest': run(outcome),
      '/rounds/r1/plan': null,
      '/rounds': [{ round, version: 1, kept: false }],
    },
  })

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('the report of a clash', () => {
  it.each(['en', 'zh-CN'] as const)(
    'names rules, people and units, and the ways out with their cost (%s)',
    async (language) => {
      const page = await open(await clashOf(), language)
      const text = said(page)
      expect(text).toContain(language === 'en' ? '“Decisions stand” cannot be kept.' : '“人工决定不改动”无法遵守。')
      expect(page.find('a[href="/people/bo"]').text()).toBe('单雄')
      expect(page.find('a[href="/divisions/civil"]').exists()).toBe(true)
      expect(text).toMatch(
        language === 'en'
          ? /Relax “Decisions stand” ?Exceptions: 1; people who move: \d/
          : /放宽“人工决定不改动” ?例外 1 处；调整 \d 人/,
      )
      expect(text).not.toMatch(/rounds\.clash|\{\w+\}/)
      page.unmount()
    },
  )

  it('says where the clock ended the search', async () => {
    const page = await open({ ...(await clashOf()), smallest: false, narrowed: false, complete: false, repairs: [] })
    expect(said(page)).toContain('before it was settled whether fewer rules clash')
    expect(said(page)).toContain('not all that is listed need have a part in the clash')
    expect(said(page)).toContain('there may be other ways out')
    expect(page.find('[aria-label^="Try this"]').exists()).toBe(false)
    page.unmount()
  })

  it.each([
    ['en', 'cannot all hold. Time was up', 'without any one of them'],
    ['zh-CN', '不能全部成立。时间已到', '去掉其中任何一条'],
  ] as const)('does not call rules irreducible where the clock ended that too (%s)', async (language, says, never) => {
    const cut = { rules: ['donor-floor', 'max-moves'], reduced: false, limits: [], narrowed: false, smallest: false }
    const page = await open({ ...(await clashOf()), ...cut, complete: false, repairs: [] }, language)
    expect(said(page)).toContain(says)
    expect(said(page)).not.toContain(never)
    page.unmount()
  })

  it('tries a repair as a variant of the round in one click, has a plan proposed for it, and can undo that', async () => {
    const clash = await clashOf()
    const page = await open(clash)
    const sent: { path: string; method: string; body: unknown }[] = []
    const answers = fetch
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      const method = init.method ?? 'GET'
      if (method === 'GET') return answers(path, init)
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as object) : null
      sent.push({ path, method, body })
      if (method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }))
      const answer = path.endsWith('/runs') ? { id: 'run-2' } : { round: { ...body, id: 'r2' }, version: 1 }
      return Promise.resolve(new Response(JSON.stringify(answer), { status: path.endsWith('/runs') ? 202 : 201 }))
    })
    await page.find('[aria-label^="Try this"]').trigger('click')
    for (let turn = 0; turn < 6; turn++) await flushPromises()
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/courts/small/rounds',
      'POST /api/courts/small/rounds/r2/runs',
    ])
    expect(sent[0]!.body).toEqual({
      ...withRepair(round, clash.repairs[0]!),
      id: undefined,
      name: 'First · variant 1',
    })
    notices.value.at(-1)!.action!.act()
    for (let turn = 0; turn < 6; turn++) await flushPromises()
    expect(sent[2]).toMatchObject({ method: 'DELETE', path: '/api/courts/small/rounds/r2' })
    page.unmount()
  })
})

describe(concernedIn, () => {
  it('gathers people and units once each, of posts and seats too', () => {
    expect(
      concernedIn([
        { person: 'a', seat: 'a@u1/judge:500+u2/judge:500' },
        { first: 'a', second: 'b', department: 'd' },
        { people: ['c'], count: 3 },
        { post: 'u3/clerk', unit: 'u3', most: 1 },
      ]),
    ).toEqual({ people: ['a', 'b', 'c'], units: ['u1', 'u2', 'd', 'u3'] })
    expect(concernedIn([{ person: 'a', seat: null }])).toEqual({ people: ['a'], units: [] })
  })
})

describe(variantName, () => {
  const ending = (number: number) => ` - ${number}`
  it('counts on to a name that is free, and fits', () => {
    expect(variantName('Spring', ['Spring - 1'], ending)).toBe('Spring - 2')
    expect(variantName('x'.repeat(80), [], ending)).toHaveLength(80)
  })
})
