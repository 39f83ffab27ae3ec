import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../../../src/app/me/MePage.vue'
import '../../../src/app/people/PersonPage.vue'
import { blankRound, defineProblem, presentPlan, problemOf, writePlan, type Round } from '@/domain'
import type { Language } from '@/app/i18n'
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
async function open(
  address: string,
  tried: Round,
  language: Language = 'en',
  of = { round: settled, plan },
): Promise<string> {
  localStorage.setItem(`frontline.me.${court.id}`, 'bo')
  const more = {
    '/rounds': [
      { round: tried, version: 1, kept: false },
      { round: of.round, version: 1, kept: true },
    ],
    '/rounds/settled/plan': { ...kept, plan: of.plan },
    '/rounds/tried/plan': null,
  }
  page = await openPage(court, address, language, { more })
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
  it.each([
    ['en', 'Temporary until 2026-08-31, then back to 办公室 · Clerk.'],
    ['zh-CN', '挂职至 2026-08-31，期满后返回办公室 · 书记员。'],
  ] as [Language, string][])(
    'says that a posting is temporary, until when, and where it leads back to (%s)',
    async (language, words) => {
      const seat = 'bo@team-1/clerk'
      const posting = { kind: 'pin' as const, person: 'bo', seat, reason: '', until: '2026-08-31' }
      const of = { round: { ...settled, decisions: [posting] }, plan: { ...plan, bo: seat } }
      const tried = round('tried', settled.date)
      for (const address of ['/me', '/people/bo']) {
        expect(await open(address, tried, language, of)).toContain(words)
        page.unmount()
      }
      const forGood = { ...of, round: settled }
      expect(await open('/me', tried, language, forGood)).not.toContain('2026-08-31')
    },
  )
})
