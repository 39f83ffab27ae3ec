import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '../../../src/app/i18n'
import { usePreferences } from '../../../src/app/use-preferences'
import { emptyCourt } from '../../../src/domain'
import { smallCourt } from '../small-court'
import { show, words } from './page'

let page: VueWrapper
beforeAll(() => {
  usePreferences().language.value = 'en'
  return setLanguage('en')
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const row = (text: string) => page.findAll('tr').find((each) => each.text().includes(text))!

describe('the page of need', () => {
  it('answers at the top which teams are short, and says in the row what it comes from', async () => {
    page = await show('/need', smallCourt())
    expect(words(page.find('header'))).toContain('1 of 2 front-line teams are short; the front line lacks 1.3 FTE')
    expect(words(page)).toContain('Cases filed from 2025-01 to 2025-12 (12 months)')
    expect(words(page)).toContain('Judge , open the sum of 一团队 1.2 1.0')
  })

  it('names who is away and who is missing as the reason, for short posts only', async () => {
    page = await show('/need', smallCourt())
    const judge = page.findAll('tr').find((each) => /Judge.*一团队/.test(words(each)))!
    expect(words(judge)).toContain('1.0 on long leave or seconded')
    expect(words(page)).not.toMatch(/Judge[^a-z]+open the sum of 二团队/)
    await page
      .findAll('label')
      .find((each) => /Also those/.test(each.text()))!
      .find('input')
      .setValue(true)
    const spare = page.findAll('tr').find((each) => /Judge.*二团队/.test(words(each)))!
    expect(words(spare)).not.toMatch(/leave|nobody/)
  })

  it('opens the sum of a figure', async () => {
    page = await show('/need', smallCourt())
    await page
      .findAll('button')
      .find((each) => /Judge.*一团队/.test(words(each)))!
      .trigger('click')
    await flushPromises()
    expect(document.body.querySelector('[role=dialog]')!.textContent).toContain('Need, FTE')
  })

  it('says why a need cannot be computed, and what to do', async () => {
    page = await show('/need', smallCourt({ settings: { yearMinutes: { judge: 1000 } } }))
    expect(words(row('Clerk, open the sum of 一团队'))).toMatch(/not computable.*No year value is set for Clerk/)
  })

  it('shows whole posts only where the court rounds, and never in the need', async () => {
    page = await show('/need', smallCourt())
    expect(words(page)).not.toContain('Whole posts')
    page.unmount()
    page = await show('/need', smallCourt({ settings: { ...smallCourt().settings, rounding: 'half-up' } }))
    expect(words(page)).toContain('Whole posts')
    const cells = row('Judge, open the sum of 一团队').findAll('td')
    expect([cells[0]!.text(), cells[3]!.text()]).toEqual(['1.2', '1'])
  })

  it('teaches where there is nothing yet', async () => {
    page = await show('/need', emptyCourt('c', 'Court'))
    expect(words(page)).toContain('There are no posts yet')
    page.unmount()
    page = await show('/need', smallCourt({ caseTypes: [], caseload: [] }))
    expect(words(page)).toContain('There are no case types yet')
  })
})
