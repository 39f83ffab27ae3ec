import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  addToMonth,
  calendarDate,
  dateOf,
  dayOf,
  daysIn,
  experienceBefore,
  firstDayOf,
  lastDayOf,
  monthOf,
  probationUntil,
  type Assignment,
} from '../../src/domain'
import { smallCourt } from './small-court'

const oneDay = 86_400_000
const written = (time: number): string => new Date(time).toISOString().slice(0, 10)
/** Days of 1950 to 2090, drawn and counted without any local time. */
const anyDate = fc.integer({ min: -7305, max: 43_800 }).map((day) => written(day * oneDay))
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`) / oneDay
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

// Zones with summer time, with midnights that it skips, and with odd offsets.
const zones = ['Asia/Shanghai', 'UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'America/New_York', 'Australia/Lord_Howe']
describe.each(zones)('calendar dates in %s', (zone) => {
  const before = process.env.TZ
  beforeAll(() => {
    process.env.TZ = zone
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  })
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it('are read and written without a shift', () =>
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(calendarDate.parse(date)).toBe(date)
        expect(dateOf(dayOf(date))).toBe(date)
      }),
    ))

  it('count whole days as the calendar does', () =>
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        const [from, until] = one < other ? [one, other] : [other, one]
        expect(daysIn({ from: from, until: until })).toBe(utc(until) - utc(from) + 1)
      }),
    ))

  it('move by months there and back, and months end where the next begins', () =>
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const month = monthOf(date)
        expect(addToMonth(addToMonth(month, months), -months)).toBe(month)
        expect(utc(lastDayOf(month)) + 1).toBe(utc(firstDayOf(addToMonth(month, 1))))
      }),
    ))

  it('end a year of probation on the same date, or on 28 February for those who joined on the 29th', () =>
    fc.assert(
      fc.property(anyDate, (joined) => {
        const [year, rest] = [Number(joined.slice(0, 4)), joined.slice(4)]
        const right = `${year + 1}${rest === '-02-29' && !isLeap(year + 1) ? '-02-28' : rest}`
        const person = { ...smallCourt().people[0]!, joined }
        expect(probationUntil(person)).toBe(right)
        expect(probationUntil({ ...person, employment: 'contract' })).toBeNull()
      }),
    ))

  it('give the same experience however a stay is cut into rows', () =>
    fc.assert(
      fc.property(fc.uniqueArray(anyDate, { minLength: 3, maxLength: 5 }), (dates) => {
        const [from, ...cuts] = dates.toSorted()
        const end = cuts.pop()!
        const stay = (first: string, until: string | null): Assignment => ({
          person: 'ann',
          unit: 'fast',
          role: 'judge',
          from: first,
          until,
          kind: 'permanent',
          share: 1,
        })
        const rows = [from!, ...cuts].map((first, i) =>
          stay(first, cuts[i] ? written((utc(cuts[i]) - 1) * oneDay) : null),
        )
        const whole = experienceBefore([stay(from!, null)], end, () => ['contract'])
        expect(experienceBefore(rows, end, () => ['contract'])).toEqual(whole)
        expect(Math.abs((whole.contract ?? 0) - (utc(end) - utc(from!)) / (365.2425 / 12))).toBeLessThanOrEqual(0.501)
      }),
    ))
})
