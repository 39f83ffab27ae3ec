import fc from 'fast-check'
import { type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '../../../src/app/i18n'
import { followersOf, movedByType, trackRows, unitRows } from '../../../src/app/need/lanes/compare'
import { categoriesOf, rememberedScenario, sharesOf } from '../../../src/app/need/lanes/scenario'
import { usePreferences } from '../../../src/app/use-preferences'
import { lanesOf, needOf } from '../../../src/domain'
import { smallCourt } from '../small-court'
import { courtWithLanes, held, show, words } from './page'

const date = '2026-01-01'
let page: VueWrapper | undefined
beforeAll(() => {
  usePreferences().language.value = 'en'
  return setLanguage('en')
})
beforeEach(() => localStorage.clear())
afterEach(() => {
  page?.unmount()
  page = undefined
  vi.unstubAllGlobals()
})
const move = async (percent: number): Promise<void> => {
  const slider = page!.find<HTMLInputElement>('input[type=range]')
  await slider.setValue(String(percent))
}
const bars = (): (string | undefined)[] => page!.findAll('[role=img]').map((bar) => bar.attributes('aria-label'))

describe('a scenario of lanes', () => {
  const court = courtWithLanes()
  it('at share 0 has the need that the court has today', () => {
    const { posts } = lanesOf(court, date, sharesOf(court, {}))
    expect(posts.map(({ post, need }) => [post, need])).toEqual(
      needOf(court, date, 'weights').map(({ post, fte }) => [post, fte]),
    )
    expect(followersOf(lanesOf(court, date, {}), lanesOf(court, date, {}))).toEqual([])
  })
  it('takes people along with the cases: less work in one team, half as much in the other', () => {
    const before = lanesOf(court, date, {})
    const after = lanesOf(court, date, sharesOf(court, { 合同: 1 }))
    const [judge, clerk] = followersOf(before, after)
    // Six of twelve cases, 100 minutes here and 50 there, of a year value of 1000.
    expect(judge).toMatchObject({ role: 'judge' })
    expect([judge!.less, judge!.more]).toEqual([expect.closeTo(0.6, 9), expect.closeTo(0.3, 9)])
    expect([clerk!.less, clerk!.more]).toEqual([expect.closeTo(0.3, 9), expect.closeTo(0.3, 9)])
    expect(movedByType(after)).toEqual([{ caseType: 'contract', cases: 6 }])
    expect(unitRows(before, after).map((row) => row.before.unit)).toEqual(['team-1', 'team-2', 'fast'])
    expect(trackRows(before, after).map((row) => row.before.track)).toContain('fast-track')
  })
  it('moves in proportion to the share', () => {
    const before = lanesOf(court, date, {})
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const [judge] = followersOf(before, lanesOf(court, date, sharesOf(court, { 合同: share })))
        expect(judge?.less ?? 0).toBeCloseTo(0.6 * share, 6)
      }),
    )
  })
  it('is kept in the browser, and what is kept wrongly is left aside', () => {
    expect(categoriesOf(court)).toEqual(['合同'])
    localStorage.setItem('frontline.lanes.small', '{"合同":0.4}')
    expect(rememberedScenario('small').value).toEqual({ 合同: 0.4 })
    for (const wrong of ['{"合同":7}', 'no', '[1]']) {
      localStorage.setItem('frontline.lanes.small', wrong)
      expect(rememberedScenario('small').value).toEqual({})
    }
  })
})

describe('the page of lanes', () => {
  it('follows the slider at once, leaves the court alone, and comes back to today', async () => {
    page = await show('/need/lanes', courtWithLanes())
    const today = bars()
    expect(words(page)).toContain('Nothing is routed beyond today')
    await move(100)
    expect(words(page)).toContain('6 cases a year are routed')
    expect(words(page)).toContain('Judge: fast-track teams need 0.3 FTE more, other teams 0.6 FTE less')
    expect(bars()).not.toEqual(today)
    expect(held.version).toBe(1)
    await move(0)
    expect(words(page)).toContain('Nothing is routed beyond today')
    expect(bars()).toEqual(today)
  })
  it('takes the share as a number too, and resets', async () => {
    page = await show('/need/lanes', courtWithLanes())
    const field = page.find('input[type=number]')
    await field.setValue('250')
    await field.trigger('change')
    expect(page.find<HTMLInputElement>('input[type=range]').element.value).toBe('100')
    await page
      .findAll('button')
      .find((each) => each.text() === 'Reset to today')!
      .trigger('click')
    expect(page.find<HTMLInputElement>('input[type=range]').element.value).toBe('0')
  })
  it('is found again as it was left, and says that it is only a trial', async () => {
    page = await show('/need/lanes', courtWithLanes())
    await move(40)
    page.unmount()
    page = await show('/need/lanes', courtWithLanes())
    expect(page.find<HTMLInputElement>('input[type=range]').element.value).toBe('40')
    expect(words(page)).toContain('does not change the court')
  })
  it('says how many teams the cases support, and from what', async () => {
    page = await show('/need/lanes', courtWithLanes())
    expect(words(page)).toMatch(/supports 1 \(there are 1\)/)
    expect(words(page)).toMatch(/need (0\.\d\d) ÷ 1 a team = \1(?!\d)/)
  })
  it('offers no share of a category that no fast-track team hears, and says why', async () => {
    const court = courtWithLanes()
    page = await show('/need/lanes', {
      ...court,
      caseTypes: [...court.caseTypes, { ...court.caseTypes[0]!, id: 'divorce', name: '离婚', category: '家事' }],
      caseload: [...court.caseload, ...court.caseload.map((row) => ({ ...row, team: 'team-2', caseType: 'divorce' }))],
    })
    await move(100)
    expect(words(page)).toContain('6 cases a year are routed')
    await page.find('.tools input[type=checkbox]').setValue(true)
    const sliders = page.findAll<HTMLInputElement>('input[type=range]').map(({ element }) => element)
    expect(sliders.map(({ disabled, value }) => [disabled, value])).toEqual([
      [false, '100'],
      [true, '0'],
    ])
    expect(words(page)).toContain('家事 no fast-track team hears these')
  })
  it('teaches where no case type has simple cases', async () => {
    page = await show('/need/lanes', smallCourt())
    expect(words(page)).toContain('No simple shares are given yet')
    expect(page.find('input[type=range]').exists()).toBe(false)
  })
})
