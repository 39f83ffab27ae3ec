import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { workerKey } from '@/app/forecast/use-answer'
import type { Language } from '@/app/i18n'
import { presentPlan, problemOf, round as roundSchema, defineProblem, writePlan, type Court } from '@/domain'
import { inlineWorker } from '../forecast/inline-worker'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'
import { courtWithLanes } from './page'

vi.setConfig({ testTimeout: 30_000 })
let page: VueWrapper
beforeAll(() => Promise.all([import('@/app/rounds/RoundPage.vue'), import('@/app/board/BoardPage.vue')]))
beforeEach(() => localStorage.clear())
afterEach(() => {
  page.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

/** A round in November 2025: its window ends in October, and begins before the court's figures do. */
const round = roundSchema.parse({ id: 'r1', name: 'Round 1', date: '2025-11-03' })
const ofRound = 'filings 2024-11 to 2025-10 (10 of 12 months)'
const ofCourt = 'filings 2025-01 to 2025-12'

function rounds(court: Court) {
  const problem = defineProblem(problemOf(court, round))
  const plan = writePlan(problem, presentPlan(problem))
  const stored = { plan, status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' }
  return {
    '/rounds': [{ round, version: 1, kept: true }],
    '/rounds/r1': { round, version: 1 },
    '/plan': stored,
    '/runs/latest': null,
  }
}
async function open(address: string, court: Court = smallCourt(), language: Language = 'en'): Promise<void> {
  const provide = { [workerKey as symbol]: inlineWorker().speaker }
  page = await openPage(court, address, language, { more: rounds(court), provide })
  await vi.dynamicImportSettled()
}
const oneLine = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
/** The headings and lines that state the window. */
const besides = (): string[] =>
  page.findAll('.filings').map(({ element }) => oneLine(element.parentElement!.textContent))

describe('the window of filings stands beside the figures', () => {
  it.each([
    ['/', [/front line lacks 1\.3 FTE in all\. filings 2025-01/, /^Need and have by team filings 2025-01/]],
    ['/need', [/front line lacks .* filings 2025-01/, /^民事 filings 2025-01/]],
    ['/need/lanes', [/^Nothing is routed .* filings 2025-01/, /^Before and after by team filings 2025-01/]],
    ['/teams', [/front line lacks .* filings 2025-01/, /^民事 .*filings 2025-01/]],
    [
      '/divisions/civil',
      [/FTE in all.* filings 2025-01/, /^Which of my teams .* filings 2025-01/, /^As of 2026-01-01/],
    ],
  ])('of %s', async (address, wanted) => {
    await open(address, courtWithLanes())
    for (const one of wanted) expect(besides()).toEqual(expect.arrayContaining([expect.stringMatching(one)]))
    expect(said(page)).toContain(ofCourt)
  })
  it('in the round that of the day on which the round takes effect', async () => {
    await open('/rounds/r1?step=set-up')
    expect(besides()).toEqual([expect.stringContaining(ofRound)])
    page.unmount()
    await open('/rounds/r1?step=result')
    expect(besides().every((line) => line.includes(ofRound))).toBe(true)
    expect(besides().join('\n')).toMatch(/Units before and after[^\n]*filings/)
    expect(besides().join('\n')).toMatch(/0 people move|move \(0\)|Moves/i)
    page.unmount()
    await open('/rounds/r1/board')
    expect(besides()).toEqual([expect.stringContaining(ofRound)])
  })
  it('beside the goals that are counted from the need, and no others', async () => {
    await open('/rounds/r1?step=result')
    const goals = page.findAll('tbody tr').filter((row) => row.find('.place').exists())
    const besideNeed = goals.filter((row) => row.find('.filings').exists()).map((row) => row.get('th').text())
    expect(besideNeed).toEqual([expect.stringContaining('Front-line shortage'), expect.stringContaining('Evenness')])
    expect(goals.length).toBeGreaterThan(2)
  })
})

describe('what it says', () => {
  const settings = (more: object) => smallCourt({ settings: { ...smallCourt().settings, ...more } })
  it('names the mean of three years and the months that have no figures', async () => {
    await open('/teams', settings({ filingsWindow: 'three-year-mean' }))
    expect(said(page)).toContain('filings, yearly mean 2023-01 to 2025-12 (12 of 36 months)')
  })
  it('takes three years where the need comes from peers, whatever the settings say', async () => {
    await open('/teams', settings({ needMode: 'peers' }))
    expect(said(page)).toContain('filings, yearly mean 2023-01 to 2025-12')
  })
  it('is as short in Chinese', async () => {
    await open('/teams', smallCourt(), 'zh-CN')
    expect(said(page)).toContain('新收 2025-01 至 2025-12')
  })
  it('is told in full in the sum of a post', async () => {
    await open('/teams', settings({ filingsWindow: 'three-year-mean' }))
    await page.find('.unit .sum-button').trigger('click')
    await vi.waitFor(() =>
      expect(document.body.querySelector('[role=dialog]')?.textContent).toContain(
        'Cases filed: yearly mean of the three years 2023-01 to 2025-12.',
      ),
    )
  })
})
