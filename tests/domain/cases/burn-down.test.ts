import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { campaign, caseRecord, countDays, teamsOf, campaignBy, type CaseRecord } from '../../../src/domain'
import { burnDown, weeksOf, type BurnDown } from '../../../src/domain/cases/burn-down'
import { holidaysKnown, isWorkingDay, workingDaysIn } from '../../../src/domain/working-days'
import { smallCourt } from '../small-court'

const year = { from: '2021-01-01', until: '2021-12-31' }
let made = 0
const closedOn = (closed: string | null, count: number, filed = '2021-01-04'): CaseRecord[] =>
  Array.from({ length: count }, () =>
    caseRecord.parse({ id: `c${made++}`, team: 'fast', caseType: 'loan', filed, closed }),
  )
/** Friday to the Friday after: six working days, a weekend between. */
const week = campaign.parse({ id: 'w', name: 'Week', from: '2021-11-12', until: '2021-11-19', target: 60 })
const of = (given: Partial<typeof week>, cases: CaseRecord[], date: string): BurnDown => {
  const found = burnDown({ ...week, ...given }, countDays(cases, year), date)
  if (typeof found === 'string') throw new Error(found)
  return found
}
const some = [
  ...closedOn('2021-11-11', 7),
  ...closedOn('2021-11-12', 12),
  ...closedOn('2021-11-13', 3),
  ...closedOn('2021-11-15', 9),
]

describe('working days', () => {
  it('leave out weekends and holidays, and count the weekends that make up for them', () => {
    expect(['2021-11-12', '2021-11-13', '2021-10-04', '2021-10-09'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(workingDaysIn(week)).toBe(6)
    expect(workingDaysIn({ from: '2021-01-01', until: '2021-12-31' })).toBe(250)
  })
  it.each(['UTC', 'Asia/Shanghai', 'America/Sao_Paulo'])('are the same in %s', (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    expect(workingDaysIn({ from: '2021-09-18', until: '2021-10-09' })).toBe(11)
    process.env.TZ = before
  })
  it('know for which years holidays were announced', () =>
    expect(['2021-05-01', '2031-05-01'].map(holidaysKnown)).toEqual([true, false]))
})

describe('the burn-down of a number of cases', () => {
  it('counts from the first day, weekends too, against an even pace of working days', () => {
    const found = of({}, some, '2021-11-15')
    expect(found).toMatchObject({
      date: '2021-11-15',
      ended: false,
      start: 0,
      value: 24,
      remaining: 36,
      ahead: 24 - 20,
    })
    expect(found).toMatchObject({ reached: null, workingDaysLeft: 4, casesLeft: 36, neededPerDay: 9 })
    expect(found.days.map(({ even }) => even)).toEqual([10, 10, 10, 20, 30, 40, 50, 60])
    expect(found.days.map(({ value }) => value)).toEqual([12, 15, 15, 24, null, null, null, null])
    expect(found.days.map(({ closed }) => closed).slice(0, 5)).toEqual([12, 3, 0, 9, null])
  })
  it('says when the target was reached, and asks for nothing more', () => {
    const found = of({ target: 15 }, some, '2021-11-16')
    expect(found).toMatchObject({ reached: '2021-11-13', remaining: 0, casesLeft: 0, neededPerDay: null })
    expect(found.days.at(-1)!.evenRemaining).toBe(0)
  })
  it('stands as it ended, when it is over', () =>
    expect(of({}, [...some, ...closedOn('2021-11-22', 40)], '2021-12-24')).toMatchObject({
      date: '2021-11-19',
      ended: true,
      value: 24,
      ahead: -36,
      workingDaysLeft: 0,
      neededPerDay: null,
    }))
  it('stands at nothing where nothing was closed, which is no error', () =>
    expect(of({}, closedOn(null, 5), '2021-11-12')).toMatchObject({ value: 0, ahead: -10, neededPerDay: 12 }))
  it('goes by calendar days where no day is a working day', () =>
    expect(of({ from: '2021-11-13', until: '2021-11-14' }, some, '2021-11-13').ahead).toBe(3 - 30))
  it('does not begin early, and does not count what nobody listed', () => {
    expect(burnDown(week, countDays(some, year), '2021-11-11')).toBe('campaign-not-begun')
    expect(burnDown(week, countDays([], year), '2021-11-12')).toBe('campaign-not-counted')
  })
  it('adds up by ISO week, the last one to the end of the campaign', () => {
    const weeks = weeksOf(of({}, some, '2021-11-15').days)
    expect(weeks.map(({ week: name, date, closed, value, even }) => [name, date, closed, value, even])).toEqual([
      ['2021-W45', '2021-11-14', 15, 15, 10],
      ['2021-W46', '2021-11-19', 9, 24, 60],
    ])
    expect(weeksOf(of({ from: '2021-12-31', until: '2021-12-31' }, some, '2021-12-31').days)[0]!.week).toBe('2021-W52')
  })
  it('leaves nothing over and never asks for less than is missing, whatever was closed', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 12, max: 25 }), (target, day) => {
        const found = of({ target }, some, `2021-11-${day}`)
        expect(found.value + found.remaining).toBeGreaterThanOrEqual(target)
        expect(found.days.at(-1)!.even).toBeCloseTo(target, 9)
        if (found.neededPerDay !== null)
          expect(found.value + found.neededPerDay * found.workingDaysLeft).toBeCloseTo(target, 9)
        expect(found.reached === null).toBe(found.remaining > 0)
      }),
    ))
})

describe('the burn-down of a closing rate', () => {
  const rate = { targetKind: 'closing-rate' as const, target: 50 }
  // A hundred cases since January: 40 closed before, so 40 %.
  const hundred = [...closedOn('2021-01-29', 40), ...closedOn('2021-11-12', 4), ...closedOn(null, 56)]
  it('goes from the rate of the day before to the target', () => {
    const found = of(rate, hundred, '2021-11-12')
    expect(found).toMatchObject({ start: 40, value: 44, remaining: 6, casesLeft: 6, neededPerDay: 6 / 5 })
    expect(found.ahead).toBeCloseTo(4 - 10 / 6, 9)
    expect(found.days.at(-1)!.even).toBeCloseTo(50, 9)
  })
  it('falls when cases are filed', () =>
    expect(of(rate, [...hundred, ...closedOn(null, 100, '2021-11-15')], '2021-11-15')).toMatchObject({
      value: 22,
      casesLeft: 56,
    }))
  it('asks for nothing where it was reached before it began', () =>
    expect(of({ ...rate, target: 30 }, hundred, '2021-11-12')).toMatchObject({ casesLeft: 0, reached: '2021-11-12' }))
  it('is unknown where the list does not reach back to the first of January', () =>
    expect(burnDown({ ...week, ...rate }, countDays(closedOn('2021-11-12', 4), year), '2021-11-12')).toBe(
      'campaign-rate-unknown',
    ))
})

describe('a campaign', () => {
  it('concerns the teams that it names, those of its departments, or all', () => {
    const court = smallCourt()
    expect(teamsOf({ units: [] }, court)).toEqual(new Set(court.teams.map(({ id }) => id)))
    expect(teamsOf({ units: ['civil'] }, court)).toEqual(new Set(court.teams.map(({ id }) => id)))
    expect(teamsOf({ units: ['fast'] }, court)).toEqual(new Set(['fast']))
  })
  it('is found by date: under way, else the newest that began', () => {
    const long = { ...week, id: 'long', from: '2021-01-01', until: '2021-12-31' }
    const by = (date: string) => campaignBy([week, long], date)?.id
    expect(['2020-12-31', '2021-03-01', '2021-11-12', '2021-11-30', '2022-01-01'].map(by)).toEqual([
      undefined,
      'long',
      'w',
      'long',
      'w',
    ])
  })
})
