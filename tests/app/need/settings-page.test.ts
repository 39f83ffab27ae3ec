import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '../../../src/app/i18n'
import { usePreferences } from '../../../src/app/use-preferences'
import { courtFile } from '../../../src/domain'
import { smallCourt } from '../small-court'
import { held, show, words } from './page'

// There is nothing to scroll where nothing is laid out.
Element.prototype.scrollIntoView = () => {}
let page: VueWrapper
beforeAll(() => {
  usePreferences().language.value = 'en'
  return setLanguage('en')
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const withYear = (inputs: Record<string, unknown>) =>
  smallCourt({ settings: { ...smallCourt().settings, yearValues: [{ role: 'judge', ...inputs }] } })

describe('the page of settings', () => {
  it('tells each setting, the window it means, the templates and who may fill what', async () => {
    page = await show('/need/settings', smallCourt())
    expect(words(page)).toMatch(/Long leave days 45/)
    expect(words(page)).toContain('Cases filed from 2025-01 to 2025-12')
    expect(words(page)).toMatch(/Ledger months 36.*Points of a move 2/)
    expect(words(page)).toMatch(/Fast-track 1 1 1/)
    expect(words(page)).toContain('the legal professional qualification')
  })
  it('opens a year value to its steps', async () => {
    page = await show('/need/settings', withYear({ year: 2025, leaveDays: 10 }))
    expect(words(page)).toMatch(/Working days of 2025.*248/)
    expect(words(page)).toMatch(/minutes for cases in a year 85,680/)
    expect(words(page)).toContain('differs from the value in force')
  })
  it('says that the working days of a year are not yet known', async () => {
    page = await show('/need/settings', withYear({ year: 2199, leaveDays: 10 }))
    expect(words(page)).toMatch(/2199 are not known.*stays as it is/)
  })
  it('puts the computed value in force when the source is saved', async () => {
    page = await show('/need/settings', withYear({ source: 'texas' }))
    await page
      .findAll('button')
      .find((each) => /^Change source/.test(words(each)))!
      .trigger('click')
    await flushPromises()
    document.body.querySelector('form')!.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(held.court.settings.yearMinutes.judge).toBe(77_400)
    expect(courtFile.parse(held.court)).toEqual(held.court)
  })
})
