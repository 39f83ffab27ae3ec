import { describe, expect, it } from 'vitest'
import { reviewCounts, reviewItems, reviewReply, waysOf, type PlanData, type ReviewAnswer } from '../../src/domain'
import { board } from '../board'

const problem = board(
  `Office      | Ann:A, Bo:C
   Civil/Team1 | Cy:J, Di:A
   Civil/Team2 | Ed:J`,
  { posts: { 'Team2/assistant': { need: 1000 }, 'Team1/clerk': { need: 1000 } } },
)
const now: PlanData = {
  Ann: 'Ann@Office/assistant',
  Bo: 'Bo@Office/clerk',
  Cy: 'Cy@Team1/judge',
  Di: 'Di@Team1/assistant',
  Ed: 'Ed@Team2/judge',
}
/** Ann comes to the civil division, Di stays in it under another post, and Bo leaves for the bench. */
const plan: PlanData = { ...now, Ann: 'Ann@Team1/assistant', Di: 'Di@Team2/assistant', Bo: null }
const itemsOf = (of: PlanData, answers: ReviewAnswer[] = []) => reviewItems(problem, of, answers)
const answer = (more: Partial<ReviewAnswer> = {}): ReviewAnswer => ({
  ...{ division: 'Civil', person: 'Ann', from: now.Ann!, to: plan.Ann!, verdict: 'accept', reason: '' },
  on: '2026-11-29',
  ...more,
})

describe(reviewItems.name, () => {
  it('has every division that a move touches answer it, by the way it is touched', () => {
    expect(itemsOf(plan).map(({ division, way, move }) => [division, way, move.person])).toEqual([
      ['Office', 'out', 'Ann'],
      ['Office', 'out', 'Bo'],
      ['Civil', 'in', 'Ann'],
      ['Civil', 'within', 'Di'],
    ])
  })
  it('takes an answer for that division and that very move alone', () => {
    const answered = (items: ReturnType<typeof itemsOf>) =>
      items.flatMap((item) => (item.answer === null ? [] : [`${item.division} ${item.move.person}`]))
    expect(answered(itemsOf(plan, [answer()]))).toEqual(['Civil Ann'])
    expect(answered(itemsOf({ ...plan, Ann: 'Ann@Team2/assistant' }, [answer()]))).toEqual([])
    expect(answered(itemsOf(plan, [answer({ from: 'Ann@Team1/assistant' })]))).toEqual([])
    expect(answered(itemsOf({ ...plan, Ann: now.Ann! }, [answer()]))).toEqual([])
    expect(answered(itemsOf(plan, [answer({ person: 'Bo', division: 'Office', from: now.Bo!, to: null })]))).toEqual([
      'Office Bo',
    ])
  })
  it('is counted', () => {
    const object = answer({ division: 'Office', verdict: 'object', reason: 'No' })
    expect(reviewCounts(itemsOf(plan, [answer(), object]))).toEqual({ accept: 1, object: 1, open: 2 })
  })
})

describe(waysOf.name, () => {
  it('tells of a seat between two divisions for each of them', () => {
    expect([...waysOf(['a', 'b'], ['a', 'c'])]).toEqual([
      ['a', 'within'],
      ['b', 'out'],
      ['c', 'in'],
    ])
  })
})

it('takes no objection without a reason', () => {
  const reply = { person: 'Ann', from: null, to: 'Ann@Office/clerk' }
  expect(reviewReply.safeParse({ ...reply, verdict: 'object', reason: '  ' }).success).toBe(false)
  expect(reviewReply.safeParse({ ...reply, verdict: 'object', reason: 'Why' }).success).toBe(true)
  expect(reviewReply.parse({ ...reply, verdict: null })).toMatchObject({ reason: '' })
})
