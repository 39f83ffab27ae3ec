import { describe, expect, it } from 'vitest'
import { filedByMonth, needOf, needWindow, teamStaffings, toldOf } from '../../../src/domain'
import { windowsOfTeams } from '../../../src/domain/need/window'
import { month, smallCourt } from '../small-court'

const year = Array.from({ length: 12 }, (_, at) => `2021-${String(at + 1).padStart(2, '0')}`)
const steady = year.flatMap((at) => [month('fast', at, 10, { closed: 10 }), month('slow', at, 4, { closed: 4 })])
const settings = { yearMinutes: { judge: 60_000, clerk: 60_000 } }
const whole = smallCourt({ settings, caseload: steady })
/** The same, and the next month of one of the two teams alone. */
const ahead = smallCourt({ settings, caseload: [...steady, month('fast', '2022-01', 10, { closed: 10 })] })

describe(toldOf, () => {
  it('names the teams that miss a month, and the last month that all have', () => {
    const told = toldOf(ahead)
    expect(told).toMatchObject({ first: '2021-01', last: '2022-01' })
    expect(told.missing('2022-01')).toEqual(['slow'])
    expect(told.missing('2021-12')).toEqual([])
    expect(told.wholeUntil()).toBe('2021-12')
    expect(told.wholeUntil(['fast'])).toBe('2022-01')
    expect(told.wholeUntil(['slow'])).toBe('2021-12')
    expect(told.wholeUntil(['nobody'])).toBeNull()
    expect(told.misses('slow', '2022-02')).toBe(false)
  })
  it('waits for no team that is not open any more or has not begun', () => {
    const closed = { ...ahead, posts: ahead.posts.filter(({ unit }) => unit !== 'slow') }
    expect(toldOf(closed).wholeUntil()).toBe('2022-01')
    const dissolved = (pending: number, until: string | null = '2021-12-20') =>
      toldOf(
        smallCourt({
          assignments: [{ person: 'ann', unit: 'slow', role: 'judge', from: '2015-01-01', until }],
          caseload: ahead.caseload.map((row) =>
            row.team === 'slow' && row.month === '2021-12' ? { ...row, closed: row.closed - pending, pending } : row,
          ),
        }),
      )
    expect(dissolved(0).wholeUntil()).toBe('2022-01')
    expect(dissolved(0, null).wholeUntil()).toBe('2021-12')
    // Cases are left though nobody is: someone has to tell of them.
    expect(dissolved(2).wholeUntil()).toBe('2021-12')
    const begins = smallCourt({
      caseload: ahead.caseload.filter(({ team, month: at }) => team === 'fast' || at > '2021-06'),
    })
    expect(toldOf(begins).missing('2021-03')).toEqual([])
  })
})

describe('a month that came for one team only', () => {
  it('moves no window and no need, however late the date', () => {
    for (const date of ['2022-01-01', '2022-02-01', '2022-05-01']) {
      expect(needWindow(ahead, date)).toMatchObject({ from: '2021-01', until: '2021-12', reported: 12, counted: 12 })
      expect(needOf(ahead, date)).toEqual(needOf(whole, '2022-01-01'))
      expect(teamStaffings(ahead, date)).toEqual(teamStaffings(whole, '2022-01-01'))
    }
  })
  it('is no month of the series of the court and of the department, but of the team', () => {
    expect(Object.keys(filedByMonth(ahead, null, '2022-02-01'))).toEqual(year)
    expect(Object.keys(filedByMonth(ahead, 'civil', '2022-02-01'))).toEqual(year)
    expect(filedByMonth(ahead, 'fast', '2022-02-01')['2022-01']).toBe(10)
  })
})

it('brings a team that misses a month in the middle to a year from the months it has', () => {
  const gap = smallCourt({
    settings,
    caseload: steady.filter(({ team, month: at }) => team === 'fast' || at !== '2021-05'),
  })
  const window = needWindow(gap, '2022-01-01')
  expect(windowsOfTeams(gap, window)('slow')).toMatchObject({ reported: 11, counted: 11 })
  expect(windowsOfTeams(gap, window)('fast')).toBe(window)
  expect(needOf(gap, '2022-01-01').map(({ fte }) => fte)).toEqual(needOf(whole, '2022-01-01').map(({ fte }) => fte))
  expect(filedByMonth(gap, null, '2022-01-01')['2021-05']).toBeUndefined()
})
