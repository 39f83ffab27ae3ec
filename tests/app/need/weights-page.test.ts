import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '../../../src/app/i18n'
import { notices } from '../../../src/app/ui/notices'
import { usePreferences } from '../../../src/app/use-preferences'
import { emptyCourt } from '../../../src/domain'
import { smallCourt } from '../small-court'
import { held, show, words } from './page'

let page: VueWrapper
beforeAll(() => {
  usePreferences().language.value = 'en'
  return setLanguage('en')
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const type = smallCourt().caseTypes[0]!
const court = (changes: Record<string, unknown> = {}) =>
  smallCourt({
    caseTypes: [{ ...type, weightReviewDue: '2025-06-30', ...changes }],
    weightEvents: [
      { caseType: 'contract', role: 'judge', event: 'hearing', minutes: 8.77, frequency: 5.82 },
      { caseType: 'contract', role: 'judge', event: 'reading', minutes: 30, frequency: 1 },
    ],
    panelAnswers: [1, 2, 3].flatMap((expert) => [
      { caseType: 'contract', role: 'judge', expert: `e${expert}`, round: 1, minutes: 60 * expert },
      { caseType: 'contract', role: 'judge', expert: `e${expert}`, round: 2, minutes: 80 + 10 * expert },
    ]),
  })

describe('the page of weights', () => {
  it('tells each case type’s weights and a review that is overdue, by word and mark', async () => {
    page = await show('/need/weights', court())
    expect(words(page.find('tbody tr'))).toMatch(/合同 .*Table 100 50 .*overdue/)
    expect(page.find('tbody .overdue svg').exists()).toBe(true)
    expect(words(page.find('header'))).toContain('1 overdue for review')
  })
  it('is not overdue on the day it is due', async () => {
    page = await show('/need/weights', court({ weightReviewDue: '2026-01-01' }))
    expect(page.find('.overdue').exists()).toBe(false)
  })
  it('teaches where there are no case types', async () => {
    page = await show('/need/weights', emptyCourt('c', 'Court'))
    expect(words(page)).toContain('There are no case types yet')
  })
})

describe('the page of a case type', () => {
  it('opens the sums of events and of the panel, round by round', async () => {
    page = await show('/need/weights/contract', court())
    expect(words(page)).toContain('8.77 × 5.82 51.04')
    expect(words(page)).toContain('Judge, sum 81.04')
    expect(words(page)).toMatch(/Round 1, 3 answers.*median 120, quartiles 90 to 150/)
    expect(words(page)).toMatch(/Round 2, 3 answers.*median 100, quartiles 95 to 105/)
  })
  it('puts another source in force, and takes that back', async () => {
    page = await show('/need/weights/contract', court())
    await page.find('[aria-label="Use: Events"]').trigger('click')
    await flushPromises()
    expect(held.court.caseTypes[0]!.weightSource).toBe('events')
    expect(words(page.find('header'))).toContain('Judge 81.04')
    notices.value.at(-1)!.action!.act()
    await flushPromises()
    expect(held.court.caseTypes[0]!.weightSource).toBe('table')
  })
  it('offers no source that has no rows', async () => {
    page = await show('/need/weights/contract', smallCourt())
    expect(page.find('[aria-label^="Use:"]').exists()).toBe(false)
  })
  it('says that there is no such case type', async () => {
    page = await show('/need/weights/nothing', court())
    expect(words(page)).toContain('There is no such case type')
  })
})
