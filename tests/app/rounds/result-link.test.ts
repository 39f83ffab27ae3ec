import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { blankRound, defineProblem, presentPlan, problemOf, writePlan, type Round } from '@/domain'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

vi.setConfig({ testTimeout: 60_000 })
let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const round: Round = { id: 'r1', name: 'Round', date: '2026-03-01', ...blankRound }
const court = smallCourt()
const problem = defineProblem(problemOf(court, round))
const present = writePlan(problem, presentPlan(problem))
async function open(plan: typeof present): Promise<void> {
  const saved = { status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' }
  const more = {
    '/rounds': [{ round, version: 1, kept: true }],
    '/rounds/r1': { round, version: 1 },
    '/plan': { plan, ...saved },
    '/runs/latest': null,
  }
  page = await openPage(court, '/rounds/r1?step=result', 'en', { more })
  await vi.dynamicImportSettled()
}
const links = (): (string | undefined)[] =>
  page
    .findAll('a')
    .filter((each) => each.text() === 'What becomes of the pending cases under this plan?')
    .map((each) => each.attributes('href'))

it('leads from a stored plan to the pending cases of a team that it touches, where it touches one', async () => {
  await open(present)
  expect(links()).toEqual([])
  page.unmount()
  const assigned = court.assignments.find(({ unit }) => court.teams.some(({ id }) => id === unit))!
  await open({ ...present, [assigned.person]: null })
  expect(links()).toEqual([`/caseload/backlog?team=${assigned.unit}&plan=yes`])
})
