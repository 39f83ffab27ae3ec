import { describe, expect, it } from 'vitest'
import { offeredUntil, postingVerdict, weighedBy } from '@/app/board/posting'
import { verdictOf } from '@/app/board/verdicts'
import { openRound } from '@/app/rounds/open-round'
import { presentPlan, round, withMove, type Decision, type RuleSetting } from '@/domain'
import { Tally } from '@/rules'
import { smallCourt } from '../small-court'

const there = 'bo@team-1/clerk'
function open(decisions: readonly Decision[] = [], rules: readonly RuleSetting[] = []) {
  const opened = openRound(smallCourt(), round.parse({ id: 'r', name: 'R', date: '2026-03-01', decisions, rules }))
  const seat = (id: string) => opened.problem.seat.get(id)!
  const tally = (to?: string) => {
    const plan = presentPlan(opened.problem)
    return new Tally(opened.problem, opened.inForce, to === undefined ? plan : withMove(plan, 'bo', seat(to)))
  }
  return { opened, seat, tally }
}
const posting: Decision = { kind: 'pin', person: 'bo', seat: there, reason: '', until: '2026-08-31' }
const term = (months: number): RuleSetting => ({ id: 'temporary-posting-term', parameters: { months } })
const faults = (verdict: ReturnType<typeof postingVerdict>) =>
  verdict.broken.flatMap(({ rule, limit }) => (rule.id === 'temporary-posting-term' ? [limit.facts['fault']] : []))

describe('the day that a posting is offered with', () => {
  it('is a year on, or the longest that the round allows', () => {
    const until = (...rules: RuleSetting[]) => offeredUntil({ date: '2026-03-01', rules })
    expect(until()).toBe('2027-02-28')
    expect(until(term(36))).toBe('2027-02-28')
    expect(until(term(6))).toBe('2026-08-31')
  })
})

describe('what rules say to a posting', () => {
  it('is nothing against one within the term, and why where it is too long or at an end', () => {
    const { opened, seat, tally } = open()
    const verdict = (until: string) => postingVerdict(opened, tally(), 'bo', seat(there), until)
    expect(verdict('2027-02-28')).toMatchObject({ standing: 'allowed', broken: [] })
    expect(faults(verdict('2027-03-01'))).toEqual(['too-long'])
    expect(faults(verdict('2026-03-01'))).toEqual(['not-later'])
  })
  it('is said of the months that the round sets', () => {
    const { opened, seat, tally } = open([], [term(6)])
    expect(faults(postingVerdict(opened, tally(), 'bo', seat(there), '2027-02-28'))).toEqual(['too-long'])
  })
  it('lets somebody be posted who came too lately for a move for good', () => {
    const { opened, seat, tally } = open([], [{ id: 'time-in-post', weight: 'must', parameters: { months: 240 } }])
    expect(verdictOf(tally(), 'bo', seat(there)).broken.map(({ rule }) => rule.id)).toEqual(['time-in-post'])
    expect(postingVerdict(opened, tally(), 'bo', seat(there), '2026-08-31').standing).toBe('allowed')
  })
  it('is said of another day of a posting at hand too, and goals then change by nothing', () => {
    const { opened, seat, tally } = open([posting])
    const other = postingVerdict(opened, tally(there), 'bo', seat(there), '2027-03-01')
    expect(faults(other)).toEqual(['too-long'])
    expect(other.change.every((value) => value === 0)).toBe(true)
    const first = postingVerdict(open().opened, open().tally(), 'bo', seat(there), '2026-08-31')
    expect(first.change).toEqual(verdictOf(open().tally(), 'bo', open().seat(there)).change)
  })
})

describe('moving on from a posting', () => {
  it('is forbidden by no decision, as it takes the posting back; a pin for good still forbids', () => {
    const weigh = (decision: Decision) => {
      const { opened, seat, tally } = open([decision])
      const now = tally(there)
      const verdict = verdictOf(weighedBy(opened, now, 'bo'), 'bo', seat('bo@civil/clerk'))
      return verdict.broken.map(({ rule }) => rule.id)
    }
    expect(weigh(posting)).toEqual([])
    expect(weigh({ ...posting, until: undefined })).toEqual(['fixed-by-decision'])
  })
  it('leaves the tally as it is where nobody is posted', () => {
    const { opened, tally } = open()
    const now = tally()
    expect(weighedBy(opened, now, 'bo')).toBe(now)
  })
})
