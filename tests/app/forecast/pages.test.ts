import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { workerKey } from '@/app/forecast/use-answer'
import type { Language } from '@/app/i18n'
import type { Court } from '@/domain'
import { openPage, said } from '../page'
import { forecastCourt } from './court'
import { inlineWorker } from './inline-worker'

vi.setConfig({ testTimeout: 60_000 })
let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
let asked: ReturnType<typeof inlineWorker>
const no = { 'api/courts/c/rounds': [] }
async function open(
  address: string,
  {
    court = forecastCourt(),
    broken = false,
    language = 'en',
  }: { court?: Court; broken?: boolean; language?: Language } = {},
): Promise<void> {
  asked = inlineWorker(broken)
  page = await openPage(court, address, language, { more: no, provide: { [workerKey as symbol]: asked.speaker } })
}
const sees = (text: string | RegExp): Promise<void> =>
  vi.waitFor(() => expect(said(page)).toMatch(text), { timeout: 10_000, interval: 20 })
const said1 = { reason: 'a batch of like cases', by: 'Case office', on: '2022-01-03' }
const known = (): Court =>
  forecastCourt({
    forecastMarks: [{ ...said1, unit: null, month: '2021-06', mark: 'outlier' }],
    forecastOverrides: [{ ...said1, unit: 'loans', month: '2022-03', value: 99, reason: 'a new law' }],
  })

describe('the page of filings to come', () => {
  it('answers at the top, with the band of the sum, and says which method was chosen and how far each was off', async () => {
    await open('/caseload/forecast')
    await sees(
      /Whole court: from 2022-01 to 2022-12 about \d+ filings are expected, between \d+ and \d+ in four of five/,
    )
    await sees('Method: Three-year mean × season')
    await sees('Smoothing cannot run on this device')
    await sees(/As a year agooff by [\d.]+ cases a month/)
  })
  it('lists what people know of months with who, when and why, own scope and above', async () => {
    await open('/caseload/forecast?unit=loans', { court: known() })
    await sees(/2021-06Unusual month · Whole court a batch of like casesCase office, 2022-01-03/)
    await sees(/2022-03Taken as 99 · Civil · Loans a new law/)
    page.unmount()
    await open('/caseload/forecast', { court: known() })
    await sees('Unusual month · Whole court')
    expect(said(page)).not.toContain('Taken as 99')
  })
  it('marks a month of the past and puts a count for one to come, by keyboard alone', async () => {
    await open('/caseload/forecast?unit=loans')
    await sees('Put your own count')
    await page.get('.bar select').setValue('2021-05')
    await sees('Mark this month')
    await page.get('.bar button').trigger('click')
    await vi.waitFor(() => expect(document.querySelector('.el-dialog')?.textContent ?? '').toContain('Reason'), {
      timeout: 10_000,
    })
    expect(document.querySelector('.el-dialog')!.textContent).toContain('Mark')
  })
  it('looks further ahead, and says that it is a guess', async () => {
    await open('/caseload/forecast?ahead=24')
    await sees('to 2023-12')
    await sees('Beyond 12 months it is a guess.')
  })
  it('says why there is none where the history is too short, in both languages', async () => {
    await open('/caseload/forecast?unit=family')
    await sees('There is no forecast yet.')
    await sees('Only 1 whole months count')
    page.unmount()
    await open('/caseload/forecast?unit=family', { language: 'zh-CN' })
    await sees('新收')
    expect(said(page)).not.toMatch(/NaN|Infinity|undefined/)
  })
  it('shows one way on where there is no caseload at all', async () => {
    await open('/caseload/forecast', { court: forecastCourt({ caseload: [] }) })
    await sees('There is no caseload yet')
  })
  it('says that it failed, and asks again', async () => {
    await open('/caseload/forecast', { broken: true })
    await sees('This could not be worked out')
    const before = asked.questions.length
    await page
      .findAll('button')
      .find((button) => button.text() === 'Try again')!
      .trigger('click')
    await vi.waitFor(() => expect(asked.questions.length).toBe(before + 1))
  })
})

describe('the page of pending cases to come', () => {
  it('says what becomes of a team if nothing changes, and what one more changes', async () => {
    await open('/caseload/backlog?team=loans&closings=weights&more=assistant:1')
    await sees(/Civil · Loans, if nothing changes: \d+ are pending now and [\d,]+ are expected at the end of 2022-12/)
    await sees(/with 1 more judicial assistant: ?[\d,]+ fewer pending at the end of 2022-12/)
    await sees(/Once worked in, the team can close \d+ a month instead of \d+\./)
  })
  it('works a stepper out anew, one question at a time, and back', async () => {
    await open('/caseload/backlog?team=loans')
    await sees('if nothing changes')
    const more = page.get(
      '[aria-label="More: Judicial assistant"] .el-input-number__increase, .more .el-input-number__increase',
    )
    const before = asked.questions.length
    for (let i = 0; i < 4; i++) await more.trigger('mousedown')
    await sees(/with \d more/)
    expect(asked.questions.length - before).toBeLessThan(4)
    await page
      .findAll('button')
      .find((button) => button.text() === 'Back to: nothing changes')!
      .trigger('click')
    await vi.waitFor(() => expect(said(page)).not.toMatch(/with \d more/))
  })
  it('says never, and how many people it takes', async () => {
    await open('/caseload/backlog?team=loans&closings=weights')
    await sees('if nothing changes')
    await page
      .get('[aria-label="Bring pending down to"] input, input[aria-label="Bring pending down to"]')
      .setValue('5')
    await page
      .get('[aria-label="Bring pending down to"] input, input[aria-label="Bring pending down to"]')
      .trigger('change')
    await sees('If nothing changes, down to 5: never.')
    await sees(/To be down to 5 at the end of 2022-12 it takes, from the first month on, [\d.]+ more/)
  })
  it('opens closings whose parts, as they stand, give the result as it stands', async () => {
    for (const closings of ['measured', 'weights']) {
      await open(`/caseload/backlog?team=loans&closings=${closings}&more=assistant:1`)
      await sees('fewer pending')
      const sums = page.findAll('#sum > p > strong').map((each) => each.element.parentElement!.textContent)
      expect(sums.length).toBe(2)
      for (const sum of sums) {
        const [full, counted, need, result] = (sum.match(/[\d.]+/g) ?? []).map(Number)
        expect(((full! * counted!) / need!).toFixed(2)).toBe(result!.toFixed(2))
      }
      page.unmount()
    }
    await open('/caseload/backlog?team=loans')
  })
  it('says why nothing can be told of a team', async () => {
    await open('/caseload/backlog?team=family')
    await sees('Only 1 whole months count')
  })
})

describe('the three answers of a division', () => {
  it('say so where gaps of one decimal do not add up to the headline, and only there', async () => {
    // Two posts lack 1.04 FTE each: 1.0 + 1.0 beside 2.1.
    const twice = (fixed: number): Court =>
      forecastCourt({
        assignments: [],
        caseload: [],
        posts: ['loans', 'family'].map((unit) => ({ unit, role: 'judge', fixed })),
      })
    await open('/divisions/civil', { court: twice(1.04) })
    expect(said(page)).toContain('2 of 2 teams are short, 2.1 FTE in all.')
    expect(said(page)).toContain('The total of 2.1 adds up the gaps unrounded')
    page.unmount()
    await open('/divisions/civil', { court: twice(1) })
    expect(said(page)).not.toContain('adds up the gaps unrounded')
  })
  it('adds up no year of which a team misses months, and says which', async () => {
    const court = forecastCourt()
    const [newest] = court.caseload.filter(({ team }) => team === 'family')
    const gone = new Set(['2021-05', '2021-06'])
    await open('/divisions/civil', {
      court: {
        ...court,
        caseload: [
          ...court.caseload.filter(({ team, month }) => team !== 'loans' || !gone.has(month)),
          ...[...gone].map((month) => ({ ...newest!, month })),
          ...['2021-07', '2021-08', '2021-09', '2021-10', '2021-11'].map((month) => ({ ...newest!, month })),
        ],
      },
    })
    const row = (team: string): string =>
      page
        .findAll('.load tbody tr')
        .find((each) => each.text().startsWith(team))!
        .text()
    expect(row('Loans')).toContain('No data for 2021-05, 2021-06: not added up.')
    expect(row('Family')).not.toContain('No data')
    expect(page.findAll('.load tbody tr').map((each) => each.findAll('td.end').length)).toEqual([0, 4])
  })
  it('open the sum of every figure of the year down to its rows', async () => {
    await open('/divisions/civil')
    const figures = page.findAll('.load tbody tr')[0]!.findAll('td .sum-button')
    expect(figures.length).toBe(4)
    for (const [at, name] of ['Carried over', 'Filed', 'Closed', 'Pending'].entries()) {
      await figures[at]!.trigger('click')
      await vi.waitFor(
        () => {
          const dialog = [...document.querySelectorAll('.el-dialog')].at(-1)?.textContent ?? ''
          expect(dialog).toContain(name)
          expect(dialog).toMatch(new RegExp(`2021: ${figures[at]!.text()} cases`))
        },
        { timeout: 10_000 },
      )
    }
  })
  it('stand at the top: who is short and why, what comes by December, what one more changes', async () => {
    await open('/divisions/civil')
    await sees(
      /Which of my teams is short, and why\? filings 2021-01 to 2021-12 ?.*Loans ?Judicial assistant short 0\.9 ?need 1\.9, have 1\.0 ?mainly \d+ of Loan filed/,
    )
    await sees(/What happens by 2022-12 if nothing changes\?.*Loans ?At the pace of the last year ?\d+ → \d+ pending/)
    await sees(/Family.*Only 1 whole months count/)
    await sees(/At the pace of the last year, pending of Loans goes from \d+ to \d+\./)
    await sees(/What does one more person change\?.*1 more judge.*1 more judicial assistant ?short 0\.9/)
    const links = page.findAll('a').map((each) => each.attributes('href') ?? '')
    expect(links.filter((href) => href.includes('more=assistant'))).toEqual([
      '/caseload/backlog?team=loans&closings=measured&more=assistant:1#sum',
      '/caseload/backlog?team=loans&closings=weights&more=assistant:1#sum',
    ])
    await page.get('.answers .gap').trigger('click')
    await vi.waitFor(() => expect(document.querySelector('.el-dialog')?.textContent ?? '').toContain('Loan'), {
      timeout: 10_000,
    })
  })
  it('tell either way the figures that the page of pending cases tells', async () => {
    await open('/divisions/civil')
    await sees(/1 more judicial assistant.*Can close/)
    const [, ahead, more] = page.findAll('.answers > article').map((card) => card.text())
    page.unmount()
    for (const closings of ['measured', 'weights']) {
      await open(`/caseload/backlog?team=loans&closings=${closings}&more=assistant:1`)
      await sees('fewer pending')
      const [, now, then] = /(\d+) are pending now and (\d+) are expected/.exec(page.get('h1 + p').text())!
      expect(ahead).toContain(`${now} → ${then} pending`)
      const lines = page.get('.said').text()
      const [, is, was] = /\((\d+) instead of (\d+)\)/.exec(lines)!
      expect(more).toContain(`${was} → ${is} pending`)
      const [, closes, closed] = /can close (\d+) a month instead of (\d+)/.exec(lines)!
      expect(more).toContain(`Can close ${closed} → ${closes} a month`)
      page.unmount()
    }
    await open('/divisions/civil')
  })
  it('say of which teams the pace leans on more than normal hours, and only of those', async () => {
    const court = forecastCourt()
    const weighing = (times: number): Court => ({
      ...court,
      caseTypes: court.caseTypes.map((type) => ({
        ...type,
        weights: Object.fromEntries(Object.entries(type.weights).map(([role, minutes]) => [role, minutes * times])),
      })),
    })
    await open('/divisions/civil', { court: weighing(0.25) })
    await sees(/At the pace of the last year, pending of Loans goes/)
    expect(said(page)).not.toContain('more than normal hours allow')
    page.unmount()
    await open('/divisions/civil', { court: weighing(2) })
    await sees(/pending of Loans goes from \d+ to \d+\. But Loans close more than normal hours allow/)
  })
  it('begin with the team that lacks most, or with the one that is asked for', async () => {
    await open('/divisions/civil?team=family')
    const select = page.get<HTMLSelectElement>('.answers select')
    expect(select.element.value).toBe('family')
    await select.setValue('loans')
    await sees(/1 more judge.*Can close/)
    page.unmount()
    await open('/divisions/civil')
    expect(page.get<HTMLSelectElement>('.answers select').element.value).toBe('loans')
  })
  it('tell what one more changes in each role, and in all at once that are short', async () => {
    const court = forecastCourt()
    const { posts, settings } = court
    const yearMinutes = { ...settings.yearMinutes, clerk: 100_000 }
    await open('/divisions/civil', {
      court: forecastCourt({
        settings: { yearMinutes },
        posts: [...posts, { unit: 'loans', role: 'clerk', fixed: 0.5 }],
      }),
    })
    await sees(/Judicial assistant short 0\.9.*Clerk short 0\.5/)
    await sees('1 more judicial assistant, 1 more clerk')
    const lines = page.findAll('.answers > article')[2]!.findAll('tbody th')
    expect(lines.map((line) => line.text())).toEqual([
      '1 more judge',
      expect.stringMatching(/^1 more judicial assistant ?short 0\.9$/),
      expect.stringMatching(/^1 more clerk ?short 0\.5$/),
      '1 more judicial assistant, 1 more clerk',
    ])
  })
  it('name a team without cases instead of asking for it, though it lacks most', async () => {
    const { teams, posts } = forecastCourt()
    await open('/divisions/civil', {
      court: forecastCourt({
        teams: [...teams, { id: 'serving', name: 'Serving', department: 'civil' }],
        posts: [...posts, { unit: 'serving', role: 'assistant', fixed: 3 }],
      }),
    })
    await sees('Serving: no cases on record, so no pending can be told in advance.')
    await sees('1 more judicial assistant')
    expect(
      page
        .findAll('.answers select')[0]!
        .findAll('option')
        .map((each) => each.text()),
    ).toEqual(['Loans', 'Family'])
    expect(said(page)).not.toContain('There is no forecast.')
  })
})
