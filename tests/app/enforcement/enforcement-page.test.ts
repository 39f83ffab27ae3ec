import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { builtInOf, emptyCourt } from '@/domain'
import { exampleCourt } from '@/example'
import { openPage, said } from '../page'

const court = exampleCourt()
// The first page loads all that pages share.
vi.setConfig({ testTimeout: 60_000 })
let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

describe('the enforcement centre of the example court', () => {
  // What the court published of 2021, to the digit (tests/published.json).
  const figures = [
    '65.95 %',
    '83.08 %',
    '+17.13',
    '17.45 %',
    '20.04 %',
    '98.76',
    '94.25',
    '1,341',
    '26.3 %',
    '767',
    '397',
    '+93.2 %',
  ]
  it('shows the published figures in Chinese', async () => {
    page = await openPage(court, '/caseload/enforcement', 'zh-CN')
    const text = said(page)
    for (const figure of figures) expect(text).toContain(figure)
    expect(text).toContain('2021-11-10 至 2021-12-10，执结率由 65.95 % 变为 83.08 %（+17.13 个百分点）')
    expect(text).toContain('其间执结 1,341 件，占全年的 26.3 %')
    expect(text).toContain('4,457 万元')
    expect(text).toContain('上年同期 397 笔')
    expect(text).toContain('共 78 份问卷')
    expect(text).toContain('2021-12-10 盘点')
    expect(text).toContain('上年同期无法对比：没有 2020-01-01 至 2020-12-10 的数据')
  })
  it('shows them in English', async () => {
    page = await openPage(court, '/caseload/enforcement', 'en')
    const text = said(page)
    for (const figure of figures) expect(text).toContain(figure)
    expect(text).toContain(
      'From 2021-11-10 to 2021-12-10 the closing rate went from 65.95 % to 83.08 % (+17.13 points)',
    )
    expect(text).toContain('1,341 cases were closed in that time, 26.3 % of the year’s')
    expect(text).toContain('44.57 million yuan')
    expect(text).toContain('78 questionnaires in all')
    expect(text).toContain('Cannot be compared with last year: no data for 2020-01-01 to 2020-12-10')
  })
  it('computes a rate as the court defines it on the day, and says so', async () => {
    const own = {
      ...builtInOf('full-enforcement-rate'),
      version: 2,
      since: '2021-12-01',
      denominator: ['accepted'],
      note: 'Of all cases accepted.',
    }
    const terminated = {
      ...builtInOf('days-to-full-enforcement'),
      version: 2,
      since: '2021-12-01',
      numerator: ['days'],
    }
    page = await openPage({ ...court, indicators: [own, terminated] }, '/caseload/enforcement', 'en')
    const text = said(page)
    expect(text).toContain('Of all cases accepted.')
    expect(text).not.toContain('20.04 %')
    expect(text).toContain('83.08 %')
    expect(text).toContain('The case list does not tell by day: days to closing.')
    await page.get('[aria-label^="Full enforcement"]').trigger('click')
    expect(document.body.querySelector('.el-dialog')!.textContent).toMatch(/ \/ 6,139 = 16\.65 %/)
  })
  it('keeps the published bounds of the survey, with the sample beside them', async () => {
    page = await openPage(court, '/caseload/enforcement', 'en')
    const [before, after] = page.findAll('.survey .value').map((each) => Number.parseFloat(each.text()))
    expect(before).toBeLessThan(70)
    expect(after).toBeGreaterThan(90)
    expect(said(page)).toContain('27 of 39 satisfied')
    expect(said(page)).toContain('likely between 54 % and 81 %')
  })
  it('shows no held funds on the last day, and what there was before', async () => {
    page = await openPage(court, '/caseload/enforcement', 'en')
    const funds = page.get('.funds').text()
    expect(page.findAll('.funds dd.value').map((each) => each.text())).toEqual(['767items', '0items', '0items'])
    expect(funds).toContain('326 items, 22.14 million yuan on 2021-11-10')
  })
  it('opens the sum of a figure down to days', async () => {
    page = await openPage(court, '/caseload/enforcement', 'en')
    await page.get('[aria-label="Closing rate 83.08 %: show its sum"]').trigger('click')
    const dialog = document.body.querySelector('.el-dialog')!.textContent.replace(/\s+/g, ' ')
    expect(dialog).toContain('5,100 / 6,139 = 83.08 %')
    expect(dialog).toContain('2021-01-01 to 2021-12-10')
  })
  it('opens each count of the sum, and of a day, to the cases it was made of', async () => {
    page = await openPage(court, '/caseload/enforcement', 'en')
    await page.get('[aria-label="Closing rate 83.08 %: show its sum"]').trigger('click')
    const dialog = () => document.body.querySelector<HTMLElement>('.el-dialog')!
    const press = async (label: string) => {
      dialog().querySelector<HTMLElement>(`[aria-label="${label}: show the cases"]`)!.click()
      for (let turn = 0; turn < 3; turn++) await flushPromises()
    }
    const button = (text: string) =>
      [...dialog().querySelectorAll('button')].find((each) => each.textContent.trim() === text)
    const sums = [...dialog().querySelectorAll('dl .sum-button')].map((each) => each.getAttribute('aria-label')!)
    expect(sums).toHaveLength(5)
    for (const label of sums) {
      const [name] = label.split(': ')
      await press(name!)
      if (!name!.startsWith('Days'))
        expect(dialog().textContent).toContain(`Cases 1 to 50 of ${name!.split(' ').at(-1)}`)
      expect(document.activeElement?.tagName).toBe('H3')
      button('Back to the sum')!.click()
      await flushPromises()
      expect(document.activeElement?.getAttribute('aria-label')).toBe(label)
    }
    await press('Closed 5,100')
    button('Next page')!.click()
    for (let turn = 0; turn < 3; turn++) await flushPromises()
    expect(dialog().textContent).toContain('Cases 51 to 100 of 5,100')
  })
})

describe('the enforcement centre while the server counts', () => {
  const until = (year: string, answer: () => Promise<Response>) => {
    const usual = globalThis.fetch
    vi.stubGlobal('fetch', (path: string) => (path.includes(`until=${year}`) ? answer() : usual(path)))
  }
  const pick = async (date: string) => {
    page.findComponent({ name: 'ElDatePicker' }).vm.$emit('update:modelValue', date)
    await flushPromises()
  }
  it('keeps its figures until those of another year are there', async () => {
    page = await openPage(court, '/caseload/enforcement', 'en')
    const usual = globalThis.fetch
    let release = (): void => {}
    until(
      '2022',
      () =>
        new Promise(
          (resolve) => (release = () => resolve(usual('/api/courts/x/cases/days?from=2021-01-01&until=2022-12-31'))),
        ),
    )
    await pick('2022-02-01')
    expect(said(page)).toContain('83.08 %')
    expect(said(page)).toContain('As of 2021-12-10')
    release()
    await flushPromises()
    await flushPromises()
    expect(said(page)).toContain('As of 2022-02-01')
    expect(said(page)).not.toContain('83.08 %')
  })
  it('says that it cannot be reached, and asks again', async () => {
    page = await openPage(court, '/caseload/enforcement', 'en')
    let reached = false
    const usual = globalThis.fetch
    until('2022', () =>
      reached ? usual('/api/courts/x/cases/days?from=2021-01-01&until=2022-12-31') : Promise.reject(new Error()),
    )
    await pick('2022-02-01')
    expect(page.find('[role="alert"]').exists()).toBe(true)
    reached = true
    await page.get('[role="alert"] button').trigger('click')
    await flushPromises()
    await flushPromises()
    expect(said(page)).toContain('As of 2022-02-01')
  })
})

describe('the enforcement centre of a court without a case list', () => {
  it('says what to import, with one button', async () => {
    page = await openPage(emptyCourt('new', 'New'), '/caseload/enforcement', 'en')
    expect(said(page)).toContain('No enforcement cases yet')
    expect(page.findAll('button').map((button) => button.text())).toContain('Import a case list')
    expect(said(page)).not.toMatch(/NaN|Infinity/)
  })
})
