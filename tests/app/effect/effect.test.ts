import { afterEach, describe, expect, it, vi } from 'vitest'
import type { VueWrapper } from '@vue/test-utils'
import '@/app/effect/EffectPage.vue'
import { changeOfRound, onlyTeams, teamsOf, windowsOf } from '@/app/effect/effect'
import { blankRound, courtFile, measureOn, type Court, type PlanData, type Round } from '@/domain'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

/** Two teams, from the middle of 2024 to the middle of 2026; team-1 closes more once Bo has come. */
const months = [2024, 2025, 2026]
  .flatMap((year) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`))
  .filter((month) => month <= '2026-08')
const courtOf = (changes: Record<string, unknown> = {}): Court =>
  courtFile.parse({
    ...smallCourt(),
    caseload: ['team-1', 'team-2'].flatMap((team) => {
      let pending = 100
      return months.map((month) => {
        const carried = pending
        const closed = team === 'team-1' && month > '2026-03' ? 20 : 10
        pending = carried + 10 - closed
        return { team, caseType: 'contract', month, carried, filed: 10, closed, pending }
      })
    }),
    ...changes,
  })
const round: Round = { ...blankRound, id: 'r1', name: 'Round 1', date: '2026-03-02' }
const kept: PlanData = { bo: 'bo@team-1/clerk', cy: 'cy@office/clerk' }

describe(windowsOf.name, () => {
  it('leaves out the month in which a round begins, unless it begins on the first', () => {
    expect(windowsOf('2026-03-02', '2026-08')).toEqual({
      months: 5,
      after: { from: '2026-04', until: '2026-08' },
      before: { from: '2025-04', until: '2025-08' },
    })
    expect(windowsOf('2026-03-01', '2026-08').after).toEqual({ from: '2026-03', until: '2026-08' })
  })
  it('takes no more than a year, and tells that there is nothing yet', () => {
    expect(windowsOf('2024-01-01', '2026-08')).toMatchObject({ months: 12, after: { until: '2024-12' } })
    expect(windowsOf('2026-03-02', '2026-03').months).toBe(0)
    expect(windowsOf('2026-03-02', null).months).toBe(0)
  })
})

describe(changeOfRound.name, () => {
  it('compares with the day before, also once people are entered where the plan put them', () => {
    const now = changeOfRound(courtOf(), round, kept)
    expect(now.moves.map(({ person, to }) => [person, to?.id])).toEqual([['bo', kept.bo]])
    const { assignments } = smallCourt()
    const entered = courtOf({
      assignments: [
        ...assignments.map((row) => (row.person === 'bo' ? { ...row, until: '2026-03-01' } : row)),
        { person: 'bo', unit: 'team-1', role: 'clerk', from: '2026-03-02' },
      ],
    })
    const later = changeOfRound(entered, round, kept)
    expect(later.moves.map(({ person, from }) => [person, from?.id])).toEqual([['bo', 'bo@office/clerk']])
    expect(later.rows.map(({ unit, before, after }) => [unit.id, before.have, after.have])).toEqual(
      now.rows.map(({ unit, before, after }) => [unit.id, before.have, after.have]),
    )
  })
})

describe(teamsOf.name, () => {
  it('tells teams that were given people from those left alone, among those with cases', () => {
    const court = courtOf()
    expect(teamsOf(court, changeOfRound(court, round, kept))).toEqual({ staffed: ['team-1'], untouched: ['team-2'] })
    expect(teamsOf({ ...court, caseload: [] }, changeOfRound(court, round, kept))).toEqual({
      staffed: [],
      untouched: [],
    })
  })
})

it('measures teams together as if the court had them alone', () => {
  const period = { from: '2026-04', until: '2026-08' }
  const closed = (teams: string[]) => measureOn(onlyTeams(courtOf(), teams), 'closed', '2026-09-01', {}, period)!.value
  expect([closed(['team-1']), closed(['team-2']), closed(['team-1', 'team-2'])]).toEqual([100, 50, 150])
})

describe('the page', () => {
  let page: VueWrapper
  afterEach(() => {
    page.unmount()
    vi.unstubAllGlobals()
  })
  const show = async (court: Court, of = round, isKept = true): Promise<string> => {
    const stored = { plan: kept, status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01' }
    const more = { '/rounds': [{ round: of, version: 1, kept: isKept }], '/plan': stored }
    page = await openPage(court, '/effect', 'en', { more })
    return said(page)
  }
  it('shows need and have before and after, and both groups of teams', async () => {
    const text = await show(courtOf())
    expect(text).toContain('Teams given people (1)')
    expect(text).toContain('Teams left alone (1)')
    expect(text).toMatch(/Closing rate.*2025-04.*2026-04/)
    // 100 of 150 after, where 50 of 150 were closed a year earlier.
    expect(text).toMatch(/Teams given people \(1\) ?33\.33 % ?66\.67 %/)
    expect(text).toMatch(/Teams left alone \(1\) ?33\.33 % ?33\.33 %/)
  })
  it('says that too few months have passed, and that no plan is kept', async () => {
    expect(await show(courtOf(), { ...round, date: '2026-07-06' })).toContain('There are 1 whole months of cases')
    page.unmount()
    expect(await show(courtOf(), round, false)).toContain('There is no round to look back on yet')
  })
})
