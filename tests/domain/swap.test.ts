import { expect, it } from 'vitest'
import {
  defineProblem,
  exchanged,
  problemOf,
  readPlan,
  round as roundSchema,
  swapDecision,
  swapPartners,
  writePlan,
} from '@/domain'
import { smallCourt } from '../app/small-court'

const round = roundSchema.parse({ id: 'r1', name: 'Round 1', date: '2026-04-01' })
const data = problemOf(smallCourt(), round)
const problem = defineProblem(data)
const plan = { ann: 'ann@team-1/judge', bo: 'bo@office/clerk', cy: 'cy@team-1/clerk', di: 'di@office/clerk', flo: null }

it('offers colleagues with another post whose role may fill the own one, and the other way round', () => {
  expect(swapPartners(data, plan, 'bo')).toEqual(['cy'])
  expect(swapPartners(data, plan, 'cy')).toEqual(['bo', 'di'])
  // A judge’s post is for judges; nobody else has one, and who has no post or two has none to give.
  expect(swapPartners(data, plan, 'ann')).toEqual([])
  expect(swapPartners(data, plan, 'flo')).toEqual([])
  expect(swapPartners(data, { ...plan, cy: 'cy@office/clerk:500+team-1/clerk:500' }, 'bo')).toEqual([])
  expect(swapPartners(data, plan, 'nobody')).toEqual([])
})

it('exchanges two seats and moves nobody else', () => {
  const before = readPlan(problem, plan)
  const after = exchanged(problem, before, 'bo', 'cy')!
  expect(writePlan(problem, after)).toEqual({
    ...writePlan(problem, before),
    ...{ bo: 'bo@team-1/clerk', cy: 'cy@office/clerk' },
  })
  for (const [first, second] of [
    ['bo', 'di'],
    ['bo', 'bo'],
    ['bo', 'flo'],
    ['bo', 'nobody'],
  ] as const)
    expect(exchanged(problem, before, first, second)).toBeNull()
})

it('takes no refusal without words', () => {
  expect(swapDecision.safeParse({ state: 'refused', answer: ' ' }).success).toBe(false)
  expect(swapDecision.safeParse({ state: 'accepted', answer: '' }).success).toBe(true)
})
