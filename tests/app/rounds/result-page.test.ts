import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Language } from '@/app/i18n'
import {
  blankRound,
  defineProblem,
  presentPlan,
  problemOf,
  writePlan,
  type Decision,
  type PlanData,
  type Proposal,
  type Round,
} from '@/domain'
import { orderOf } from '@/rules'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

vi.setConfig({ testTimeout: 60_000 })
let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const court = smallCourt()
const seat = 'bo@team-1/clerk'
const posting: Decision = { kind: 'pin', person: 'bo', seat, reason: '', until: '2026-08-31' }
const roundWith = (...decisions: Decision[]): Round => ({
  ...{ id: 'r1', name: 'Round', date: '2026-03-01' },
  ...blankRound,
  decisions,
})
const problem = defineProblem(problemOf(court, roundWith()))
const plan: PlanData = { ...writePlan(problem, presentPlan(problem)), bo: seat }

/** The result of a kept plan that the planner proposed for `asked`; the round is `now`. */
async function open(now: Round, asked: Round, language: Language = 'en'): Promise<string> {
  const proposal: Proposal = {
    ...{ kind: 'proposal', status: 'proven', goals: [], plan, tie: null, seconds: 1, solver: '' },
    asked: { ...orderOf(asked), decisions: asked.decisions } as Proposal['asked'],
  }
  const more = {
    '/rounds': [{ round: now, version: 1, kept: true }],
    '/rounds/r1': { round: now, version: 1 },
    '/plan': { plan, status: 'kept', origin: 'proposal', proposal, version: 1, savedAt: '2026-02-01T00:00:00Z' },
    '/runs/latest': null,
  }
  page = await openPage(court, '/rounds/r1?step=result', language, { more })
  await vi.dynamicImportSettled()
  return said(page)
}

describe('the result of a plan', () => {
  it.each([
    ['en', 'temporary until 2026-08-31, then back'],
    ['zh-CN', '挂职至 2026-08-31，期满返回'],
  ] as [Language, string][])('tells a temporary posting among the moves (%s)', async (language, words) => {
    expect(await open(roundWith(posting), roundWith(posting), language)).toContain(words)
    page.unmount()
    expect(await open(roundWith(), roundWith(), language)).not.toContain('2026-08-31')
  })

  const proven = 'For every goal it is proven that no plan is better.'
  const then = 'Proven for rules, goals and decisions as they stood when it was proposed; some have changed since.'
  it('is proven as long as what was asked stands, in whichever order decisions were made', async () => {
    const pin: Decision = { kind: 'pin', person: 'cy', seat: plan['cy'] ?? null, reason: '' }
    const told = await open(roundWith(posting, pin), roundWith(pin, posting))
    expect(told).toContain(proven)
    expect(told).not.toContain(then)
  })
  it('says so where pins, rules or goals have changed since it was proven', async () => {
    const now = [roundWith(), { ...roundWith(posting), goals: ['fit'] }]
    for (const each of now) {
      const told = await open(each, roundWith(posting))
      expect(told).toContain(then)
      expect(told).not.toContain(proven)
      page.unmount()
    }
    await open(roundWith(posting), roundWith(posting))
  })
})
