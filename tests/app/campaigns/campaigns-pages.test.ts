import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyCourt, type Court } from '@/domain'
import { exampleCourt } from '@/example'
import { openPage, said } from '../page'

const example = exampleCourt()
/** The example court as it stood on a day: figures of later months not yet there. */
const on = (date: string): Court => {
  vi.setSystemTime(`${date}T09:00:00`)
  return {
    ...example,
    cases: example.cases!.map((row) =>
      row.closed !== null && row.closed > date ? { ...row, closed: null, outcome: null } : row,
    ),
  }
}
// The first page loads all that pages share.
vi.setConfig({ testTimeout: 60_000 })
let page: VueWrapper
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  page.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the campaign of the example court', () => {
  it('ended above its target', async () => {
    page = await openPage(on('2027-01-01'), '/caseload/campaigns', 'en')
    expect(said(page)).toContain('Ended on 2021-12-10 with 1,341: the target of 1,300 was reached.')
    expect(said(page)).toContain('Target: 1,300 cases closed')
  })
  it('stood against an even pace on its way, and said what was needed', async () => {
    page = await openPage(on('2021-11-24'), '/caseload/campaigns/gj-2021-11', 'en')
    expect(said(page)).toMatch(/on 2021-11-24: \d+ cases (ahead of|behind) the even pace/)
    expect(said(page)).toMatch(/cases \(\d+ in 12 working days\)/)
  })
  it('stands on the overview while it is under way, and not afterwards', async () => {
    page = await openPage(on('2021-11-24'), '/', 'zh-CN')
    await vi.waitFor(() => expect(said(page)).toContain('执行攻坚月 （至 2021-12-10）'), { timeout: 20_000 })
    page.unmount()
    page = await openPage(on('2021-12-11'), '/', 'zh-CN')
    expect(said(page)).not.toContain('执行攻坚月')
  })
  it('has not begun before its first day', async () => {
    page = await openPage(on('2021-11-01'), '/caseload/campaigns/gj-2021-11', 'zh-CN')
    expect(said(page)).toContain('尚未开始，2021-11-11 起')
  })
  it('names the teams whose cases nobody listed', async () => {
    const all = on('2021-11-24')
    page = await openPage(
      { ...all, campaigns: [{ ...all.campaigns[0]!, units: [] }] },
      '/caseload/campaigns/gj-2021-11',
      'en',
    )
    expect(said(page)).toContain('has no cases of these 19 teams')
  })
})

describe('the pages of campaigns ask the days of', () => {
  const asked = (): string[] =>
    vi
      .mocked(fetch)
      .mock.calls.map(([address]) => address as string)
      .filter((address) => address.includes('/cases/days'))
  const open = async (court: Court): Promise<string[]> => {
    const opened = openPage(court, '/caseload/campaigns', 'en')
    vi.stubGlobal('fetch', vi.fn(globalThis.fetch))
    page = await opened
    return asked()
  }
  const [campaign] = example.campaigns
  it('the teams concerned', async () => {
    const [address, ...more] = await open({ ...example, campaigns: [{ ...campaign!, units: ['enforcement'] }] })
    const bureau = example.teams.filter(({ department }) => department === 'enforcement').map(({ id }) => id)
    expect(new URLSearchParams(address!.split('?')[1]).getAll('team')).toEqual(bureau)
    expect(more).toEqual([])
  })
  it('all teams where one concerns the whole court', async () => {
    const court = { ...example, campaigns: [campaign!, { ...campaign!, id: 'all', units: [] }] }
    expect(await open(court)).toEqual([expect.not.stringContaining('team=')])
  })
  it('no team where there is no campaign', async () => {
    expect(await open({ ...example, campaigns: [] })).toEqual([])
    expect(said(page)).toContain('No campaigns yet')
  })
})

it('a court without campaigns is told what one is, with a button to begin', async () => {
  page = await openPage(emptyCourt('new', 'New'), '/caseload/campaigns', 'en')
  expect(said(page)).toContain('No campaigns yet')
  expect(page.findAll('button').length).toBeGreaterThan(0)
})
