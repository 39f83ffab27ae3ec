import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/reviews/ReviewsPage.vue'
import '@/app/rounds/RoundPage.vue'
import { session } from '@/app/account/session'
import type { Review } from '@/app/api'
import ReviewInbox from '@/app/reviews/ReviewInbox.vue'
import ReviewSummary from '@/app/reviews/ReviewSummary.vue'
import { asked } from '@/app/ui/confirm'
import { dismiss, notices } from '@/app/ui/notices'
import {
  blankRound,
  defineProblem,
  presentPlan,
  problemOf,
  writePlan,
  type PlanData,
  type ReviewAnswer,
  type ReviewReply,
  type Round,
} from '@/domain'
import { afterWorkingDays } from '@/domain/working-days'
import { openRoundPage, press } from '../consult/round'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

const court = smallCourt()
const round: Round = { id: 'r1', name: 'Round 1', date: '2026-03-02', ...blankRound }
const problem = defineProblem(problemOf(court, round))
/** Bo and Cy go from the office to the civil division. */
const moves = { bo: ['bo@office/clerk', 'bo@team-1/clerk'], cy: ['cy@office/clerk', 'cy@civil/clerk'] } as const
const plan: PlanData = { ...writePlan(problem, presentPlan(problem)), bo: moves.bo[1], cy: moves.cy[1] }
const ofMove = (person: keyof typeof moves) => ({ person, from: moves[person][0], to: moves[person][1] })
const answerOf = (person: keyof typeof moves, more: Partial<ReviewAnswer> = {}): ReviewAnswer => ({
  ...ofMove(person),
  ...{ division: 'civil', verdict: 'accept', reason: '', on: '2026-11-29' },
  ...more,
})

/** A server of the review of a round. */
let review: Review
let sent: { division?: string; answers?: ReviewReply[]; until?: string }[]
const hr = session.value
let page: VueWrapper
beforeEach(() => {
  review = { sent: { on: '2026-11-20', until: '2099-12-01' }, answers: [], heads: ['civil'] }
  sent = []
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  notices.value.forEach(({ id }) => dismiss(id))
  session.value = hr
})
function take(): void {
  const rest = fetch
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (!path.includes('/review')) return rest(path, init)
    if (init.method === 'DELETE') review = { ...review, sent: null }
    if (init.body !== undefined) {
      const given = JSON.parse(init.body as string) as (typeof sent)[number]
      sent.push(given)
      if (given.until !== undefined) review = { ...review, sent: { on: '2026-11-29', until: given.until } }
      for (const { verdict, ...reply } of given.answers ?? []) {
        const others = review.answers.filter(({ person }) => person !== reply.person)
        const answer = { ...reply, division: given.division!, on: '2026-11-29' }
        review = { ...review, answers: verdict === null ? others : [...others, { ...answer, verdict }] }
      }
    }
    return new Response(JSON.stringify(review), { status: 200 })
  })
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn++) await flushPromises()
}
const asHead = (): void => {
  const account = { id: 'h', username: 'h', name: 'H', role: 'head', court: 'small', divisions: ['civil'] } as const
  session.value = { state: 'signed-in', account: { ...account, divisions: ['civil'], person: null, mustChange: false } }
}
async function show(status: 'draft' | 'kept' = 'draft'): Promise<void> {
  const more = {
    '/rounds': [{ round, version: 1, kept: status === 'kept' }],
    '/plan': { plan, status, origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' },
    '/review': review,
  }
  page = await openPage(court, '/reviews', 'en', { more })
  take()
  await settle()
}
const button = (name: string | RegExp, at = 0) =>
  page.findAll('button').filter((each) => (typeof name === 'string' ? each.text() === name : name.test(each.text())))[
    at
  ]!

describe('a head', () => {
  const inbox = () => page.getComponent(ReviewInbox)
  const words = (): string => inbox().text().replace(/\s+/g, ' ')

  it('accepts a move, objects to another with a reason, and changes an answer', async () => {
    asHead()
    await show()
    expect(words()).toContain('0 of 2 answered')
    await button('Accept').trigger('click')
    await settle()
    expect(sent).toEqual([{ division: 'civil', answers: [{ ...ofMove('cy'), verdict: 'accept', reason: '' }] }])
    expect(words()).toContain('1 of 2 answered')
    await button('Object', 1).trigger('click')
    expect(button('Send the objection').attributes('disabled')).toBeDefined()
    await inbox().get('textarea').setValue('  We need a judge  ')
    await inbox().get('form').trigger('submit')
    await settle()
    expect(sent[1]!.answers).toMatchObject([{ person: 'bo', verdict: 'object', reason: 'We need a judge' }])
    expect(words()).toMatch(/1 accepted.*1 objected to.*0 open/)
    expect(words()).toContain('We need a judge')
    await button('Accept', 1).trigger('click')
    await settle()
    expect(words()).toContain('2 accepted')
  })
  it('accepts all that are left, and takes that back', async () => {
    asHead()
    await show()
    await button('Accept the 2 that are left').trigger('click')
    await settle()
    expect(words()).toContain('2 of 2 answered')
    expect(button(/that are left/)).toBeUndefined()
    notices.value.at(-1)!.action!.act()
    await settle()
    expect(words()).toContain('0 of 2 answered')
  })
  it('reads what was said once the plan is kept, with nothing to press', async () => {
    asHead()
    review = { ...review, answers: [answerOf('bo', { verdict: 'object', reason: 'Not now' })] }
    await show('kept')
    expect(said(page)).toContain('The plan is kept; its review is over.')
    expect(words()).toContain('Not now')
    for (const name of ['Accept', 'Object']) expect(button(name)).toBeUndefined()
  })
  it('is told that nothing waits', async () => {
    asHead()
    review = { ...review, sent: null }
    await show()
    expect(said(page)).toContain('No plan was sent for review')
  })
})

describe('HR', () => {
  it('reads division by division what came in, who cannot answer, and each objection', async () => {
    review = { ...review, answers: [answerOf('bo', { verdict: 'object', reason: 'We need a judge' }), answerOf('cy')] }
    await show()
    const text = page.getComponent(ReviewSummary).text().replace(/\s+/g, ' ')
    expect(text).toMatch(/办公室 no head has an account ?002/)
    expect(text).toMatch(/民事审判庭 ?110/)
    expect(text).toMatch(/Objections \(1\).*We need a judge/)
  })
  it('sends the draft with a last day, so many working days from now', async () => {
    review = { ...review, sent: null, heads: [] }
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { status: 'draft', more: { '/review': review } }))
    take()
    press('Send for review')
    await vi.dynamicImportSettled()
    await settle()
    expect(document.querySelector('#send-review')!.textContent).toContain('Nobody can answer for these')
    document.querySelector<HTMLFormElement>('#send-review')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await settle()
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
    expect(sent).toEqual([{ until: afterWorkingDays(today.join('-'), 5) }])
    expect(page.findComponent(ReviewSummary).exists()).toBe(true)
  })
  it('calls a draft back, after a word on what that means', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { status: 'draft', more: { '/review': review } }))
    take()
    press('Call the review back')
    await settle()
    expect(asked.value!.text).toContain('What they have answered stays')
    asked.value!.answer(true)
    await settle()
    expect(page.findComponent(ReviewSummary).exists()).toBe(false)
    expect(notices.value.at(-1)!.text).toBe('The review is called back.')
  })
  it('is told before keeping a plan what is open, and may leave it', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { status: 'draft', more: { '/review': review } }))
    const kept = vi.fn()
    const rest = fetch
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      if (init.method === 'PUT') kept(path)
      return rest(path, init)
    })
    press('Keep this plan')
    await settle()
    expect(asked.value!.text).toMatch(/\d+ moves are not answered yet/)
    asked.value!.answer(false)
    await settle()
    expect(kept).not.toHaveBeenCalled()
    press('Keep this plan')
    await settle()
    asked.value!.answer(true)
    await settle()
    expect(kept).toHaveBeenCalledOnce()
  })
})
