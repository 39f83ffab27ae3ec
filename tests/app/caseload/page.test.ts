import { PiniaColada } from '@pinia/colada'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { ElDatePicker } from 'element-plus'
import { createPinia } from 'pinia'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import CaseloadPage from '../../../src/app/caseload/CaseloadPage.vue'
import { i18n, setLanguage } from '../../../src/app/i18n'
import { routes } from '../../../src/app/router'
import { notices } from '../../../src/app/ui/notices'
import { useStoredCourt } from '../../../src/app/use-court'
import { courtFile, dateOf, type Court } from '../../../src/domain'
import { smallCourt } from '../small-court'

/** A server of one court, with versions, as the API has it. */
let held: { court: Court; version: number }
async function server(path: string, { method = 'GET', body, headers }: RequestInit = {}): Promise<Response> {
  const answer = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
  if (path === '/api/courts') return answer(200, [{ id: held.court.id }])
  if (method === 'GET') return answer(200, held)
  if (new Headers(headers).get('if-match') !== `"${held.version}"`)
    return answer(412, { code: 'stale', facts: { given: 1, version: held.version }, current: held })
  const next = courtFile.parse({ ...held.court, ...(JSON.parse(body as string) as object) })
  held = { court: next, version: held.version + 1 }
  return answer(200, { version: held.version })
}

Element.prototype.scrollIntoView = () => {}
beforeAll(() => setLanguage('en'))
beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('fetch', server)
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

let page: VueWrapper
let router: Router
/**
 * Opens an address of the caseload once the court is there. A canvas has nothing to draw on here: its table twin is
 * read.
 */
async function open(court: Court, query: Record<string, string> = {}): Promise<void> {
  held = { court, version: 1 }
  router = createRouter({ history: createMemoryHistory(), routes })
  await router.push({ path: '/caseload', query })
  const Page = defineComponent(() => {
    const stored = useStoredCourt()
    return () => (stored.data.value === undefined ? null : h(CaseloadPage))
  })
  page = mount(Page, {
    global: { plugins: [createPinia(), PiniaColada, i18n, router], stubs: { ChartCanvas: true } },
    attachTo: document.body,
  })
  await flushPromises()
}
const settle = async (): Promise<void> => {
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}
const sentence = (): string => page.get('.sentence').text()
const row = (name: string) => page.findAll('tbody tr').find((each) => each.get('th').text() === name)!
const press = async (words: string): Promise<void> => {
  const button = [...document.body.querySelectorAll('button')].find((each) =>
    each.textContent?.trim().startsWith(words),
  )
  if (button === undefined) throw new Error(`No button begins with ${words}.`)
  button.click()
  await settle()
}
const asked = async (label: string, value: string): Promise<void> => {
  const found = page.findAll('label').find((each) => each.text().startsWith(label))!
  await found.get('select').setValue(value)
  await settle()
}

describe('the caseload', () => {
  it('answers in a sentence, for the last year of the caseload', async () => {
    await open(smallCourt())
    expect(sentence()).toContain('Whole court, 2025: Closing rate 80.00 %')
    expect(row('Filed').findAll('td')[0]!.text()).toBe('12 cases')
    expect(row('Pending').findAll('td')[0]!.text()).toBe('3 cases')
  })
  it('says why where a figure cannot be computed, and never shows 0, NaN or Infinity for it', async () => {
    await open(smallCourt(), { indicator: 'on-time-rate' })
    expect(sentence()).toMatch(
      /cannot be computed\. 1 case types neither report “closed on time” nor have a time limit .*12 rows, 2025-01 to 2025-12/,
    )
    page.unmount()
    const caseTypes = smallCourt().caseTypes.map((type) => ({ ...type, limitMonths: 6 }))
    await open(smallCourt({ caseTypes }), { indicator: 'on-time-rate' })
    expect(sentence()).toContain('cannot be computed. Not reported in 12 rows: closed on time (2025-01 to 2025-12).')
    expect(page.text()).not.toMatch(/NaN|Infinity/)
    expect(row('On-time closing rate').text()).not.toContain('0.00 %')
  })
  it('asks something else in its address, and remembers it', async () => {
    await open(smallCourt())
    await asked('Indicator', 'pending')
    await asked('Whose cases', 'team:team-1')
    expect(router.currentRoute.value.query).toEqual({ indicator: 'pending', team: 'team-1' })
    expect(sentence()).toContain('一团队, 2025: Pending 3 cases')
    page.unmount()
    await open(smallCourt())
    expect(sentence()).toContain('Pending 3 cases')
  })
  it('compares with any other time', async () => {
    const earlier = {
      team: 'team-1',
      caseType: 'contract',
      month: '2024-12',
      carried: 4,
      filed: 4,
      closed: 5,
      pending: 3,
    }
    await open(smallCourt({ caseload: [earlier, ...smallCourt().caseload] }), {
      indicator: 'closed',
      kind: 'month',
      until: '2025-12',
    })
    expect(sentence()).toContain('Against 2024-12 (5 cases): 4 cases less.')
    await router.replace({ query: { indicator: 'closed', kind: 'month', until: '2025-12', against: '2025-11' } })
    await settle()
    expect(sentence()).toContain('Against 2025-11 (1 cases): no change.')
  })
  it('opens the sum of a figure, down to the imported rows', async () => {
    await open(smallCourt())
    await page.get('.sentence button').trigger('click')
    await settle()
    const dialog = document.body.querySelector('.el-dialog')!
    expect(dialog.textContent).toContain('Numerator · closed')
    expect(dialog.textContent).toContain('Denominator · accepted (carried over + filed)')
    expect(dialog.querySelector('[role=region]')?.getAttribute('aria-label')).toBe('12 imported rows counted')
  })
  it('shows every picture as a table as well, teams in the court’s own order', async () => {
    await open(smallCourt(), { indicator: 'filed' })
    for (const button of page.findAll('.chart header button')) await button.trigger('click')
    const heat = page.findAll('table').find((each) => each.get('caption').text() === 'Filed: by team and month')!
    expect(heat.findAll('tbody th').map((each) => each.text())).toEqual(['一团队', '二团队'])
    expect(
      heat
        .findAll('tbody tr')[0]!
        .findAll('td')
        .map((each) => each.text()),
    ).toEqual(Array(12).fill('1'))
    expect(
      heat
        .findAll('tbody tr')[1]!
        .findAll('td')
        .map((each) => each.text()),
    ).toEqual(Array(12).fill('none'))
  })
  it('opens the sum of every figure of every picture, and of the figure compared with', async () => {
    const measures = { pendingTo3: 2, pendingTo6: 1, pendingTo12: 0, pendingOver12: 0 }
    const caseload = smallCourt().caseload.map((each) => ({ ...each, measures }))
    await open(smallCourt({ caseload }), { indicator: 'filed' })
    for (const button of page.findAll('.chart header button')) await button.trigger('click')
    const opening = page
      .findAll('table')
      .map((table) => table.findAll('tbody tr').at(-1)!.findAll('td .sum-button[type=button]'))
      .flatMap((buttons) => buttons.filter((button) => /^[\d,]+( cases)?$/.test(button.text())))
    // Filed; filed, closed and pending; four ages; the share of a type and of a track; this year beside the last.
    expect(opening.length).toBeGreaterThanOrEqual(11)
    for (const button of opening) {
      await button.trigger('click')
      await settle()
      const dialog = [...document.body.querySelectorAll('.el-dialog')].at(-1)!
      expect(dialog.querySelector('.answer strong')!.textContent.replace(' cases', '')).toBe(
        button.text().replace(' cases', ''),
      )
      expect(dialog.querySelector('[role=region]')).not.toBeNull()
      ;(dialog.querySelector('.el-dialog__headerbtn') as HTMLElement).click()
      await settle()
    }
  })
  it('opens the sum of the case types that share one bar as well, their rows alone', async () => {
    const small = smallCourt()
    const [one] = small.caseload
    const caseTypes = Array.from({ length: 13 }, (_, at) => ({ ...small.caseTypes[0]!, id: `t${at}`, name: `T${at}` }))
    const caseload = caseTypes.map(({ id }, at) => ({
      ...one!,
      caseType: id,
      carried: 0,
      filed: 20 - at,
      closed: 0,
      pending: 20 - at,
    }))
    await open(smallCourt({ caseTypes, caseload }), { indicator: 'filed' })
    for (const button of page.findAll('.chart header button')) await button.trigger('click')
    const row = page.findAll('tbody tr').find((each) => each.text().startsWith('All others'))!
    await row.get('.sum-button').trigger('click')
    await settle()
    const dialog = [...document.body.querySelectorAll('.el-dialog')].at(-1)!
    // The ten largest have a bar each: 10, 9 and 8 cases are left.
    expect(row.get('.sum-button').text()).toBe('27')
    expect(dialog.querySelector('.answer strong')!.textContent).toContain('27')
    expect(dialog.textContent).toContain('Filed (All others)')
    expect(dialog.textContent).toContain('3 ')
  })
  it('never sorts teams or indicators by their figures', async () => {
    await open(smallCourt())
    expect(page.findAll('[aria-sort]')).toHaveLength(0)
  })
  it('teaches where there are no cases yet', async () => {
    await open(smallCourt({ caseload: [] }))
    expect(page.text()).toContain('No cases yet')
    expect(page.find('form').exists()).toBe(false)
  })
  it('says so where the link names an indicator that is not defined', async () => {
    await open(smallCourt(), { indicator: 'nothing', on: '2026-01-01' })
    expect(page.text()).toContain('There was no such indicator on 2026-01-01')
  })
})

describe('the definition of an indicator', () => {
  const today = dateOf(new Date())
  const own = {
    id: 'closing-rate',
    version: 2,
    since: '2026-01-01',
    numerator: ['closed'],
    denominator: ['filed'],
    unit: 'percent',
    low: 90,
    high: 95,
    note: 'As the province counts.',
  }
  it('is the one of the day that the link names', async () => {
    await open(smallCourt({ indicators: [own] }), { on: '2025-12-31' })
    expect(sentence()).toContain('80.00 %')
    await router.replace({ query: { on: '2026-01-01' } })
    await settle()
    expect(sentence()).toContain('100.00 %')
    expect(page.text()).toContain('Outside the reasonable interval, above (90.00 % to 95.00 %)')
  })
  const fill = async (label: string, text: string): Promise<void> => {
    const field = document.body.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`)!
    field.value = text
    field.dispatchEvent(new Event('input'))
    await settle()
  }
  it('can be copied, changed and kept as a new version, with a reason', async () => {
    await open(smallCourt())
    await press('How it is defined')
    expect(document.body.textContent).toContain('built in')
    await press('Copy and change')
    expect(document.body.querySelector('.preview')?.textContent).toMatch(/Now\s*80\.00 %\s*Then\s*80\.00 %/)
    await press('Keep version 2')
    expect(held.version).toBe(1)
    await fill('Why it is changed', 'Asked for by the committee.')
    await press('Keep version 2')
    expect(held.court.indicators).toMatchObject([
      { id: 'closing-rate', version: 2, since: today, note: 'Asked for by the committee.' },
    ])
  })
  it('begins today when it is made from an old report, and can be undone', async () => {
    await open(smallCourt({ indicators: [own] }), { on: '2026-01-01' })
    await press('How it is defined')
    await press('Copy and change')
    await fill('Why it is changed', 'Again.')
    await press('Keep version 3')
    expect(held.court.indicators).toMatchObject([own, { version: 3, since: today }])
    expect(notices.value.at(-1)).toMatchObject({ kind: 'done', action: { verb: 'Undo' } })
    notices.value.at(-1)!.action!.act()
    await settle()
    expect(held.court.indicators).toMatchObject([own])
  })
  it('is not offered to be undone where it was in force before today: it is kept for good', async () => {
    await open(smallCourt({ indicators: [own] }))
    await press('How it is defined')
    await press('Copy and change')
    expect(document.body.textContent).toContain('once kept it can no longer be changed or taken back')
    page.findAllComponents(ElDatePicker).at(-1)!.vm.$emit('update:modelValue', '2026-01-02')
    await fill('Why it is changed', 'As it was decided then.')
    await press('Keep version 3')
    expect(held.court.indicators).toMatchObject([own, { version: 3, since: '2026-01-02' }])
    expect(notices.value.at(-1)).toMatchObject({ kind: 'done', action: undefined })
  })
  it('takes the next number where somebody else kept a version meanwhile', async () => {
    await open(smallCourt({ indicators: [own] }))
    await press('How it is defined')
    await press('Copy and change')
    await fill('Why it is changed', 'Ours.')
    const theirs = { ...own, version: 3, note: 'Theirs.' }
    held = { court: smallCourt({ indicators: [own, theirs] }), version: 5 }
    await press('Keep version 3')
    expect(held.version).toBe(5)
    await press('Keep version 4')
    expect(held.court.indicators).toMatchObject([own, theirs, { version: 4, note: 'Ours.' }])
  })
})
