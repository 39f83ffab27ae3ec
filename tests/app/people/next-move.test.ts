import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../../../src/app/me/MePage.vue'
import '../../../src/app/people/PersonPage.vue'
import { blankRound, defineProblem, presentPlan, problemOf, writePlan, type Round } from '@/domain'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

const round = (id: string, date: string): Round => ({ id, name: `Round ${id}`, date, ...blankRound })
const court = smallCourt()
const settled = round('settled', '2026-03-02')
const problem = defineProblem(problemOf(court, settled))
const plan = writePlan(problem, presentPlan(problem))
const kept = { plan, status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' }
const stays = 'You keep your post in “Round settled” (from 2026-03-02).'

let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  localStorage.clear()
})
/** A round whose plan is kept, and one without a plan that is listed before it. */
async function open(address: string, tried: Round): Promise<string> {
  localStorage.setItem(`frontline.me.${court.id}`, 'bo')
  const more = {
    '/rounds': [
      { round: tried, version: 1, kept: false },
      { round: settled, version: 1, kept: true },
    ],
    '/rounds/settled/plan': kept,
    '/rounds/tried/plan': null,
  }
  page = await openPage(court, address, 'en', { more })
  return said(page)
}

describe('the next move', () => {
  it('is that of the plan that is kept, when another round of the date is tried', async () => {
    const tried = round('tried', settled.date)
    expect(await open('/me', tried)).toContain(stays)
    page.unmount()
    expect(await open('/people/bo', tried)).toContain('Round settled')
  })
  it('stays for the person while a later round is prepared, of which only staff of HR reads', async () => {
    const tried = round('tried', '2026-06-01')
    expect(await open('/me', tried)).toContain(stays)
    page.unmount()
    expect(await open('/people/bo', tried)).toContain('“Round tried” is not settled yet.')
  })
})
