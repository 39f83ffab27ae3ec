import { describe, expect, it } from 'vitest'
import { defaultYearMinutes, yearValueInputs, yearValueOf, yearValuePresets } from '../../../src/domain'
import { workingDaysOf } from '../../../src/domain/working-days'
import { smallCourt } from '../small-court'

const of = (inputs: object, people = smallCourt().people) =>
  yearValueOf(yearValueInputs.parse({ role: 'judge', year: 2026, ...inputs }), { people }, workingDaysOf)
const judge = (id: string, joined: string) => ({ ...smallCourt().people[0]!, id, joined })

describe('working days', () => {
  it('of 2026 are 248, make-up days counted in', () => expect(workingDaysOf(2026).value).toBe(248))
  it.each([2003, 2099])('of %i are not known, and are not guessed', (year) =>
    expect(workingDaysOf(year)).toEqual({ value: null, why: { code: 'calendar-unknown', facts: { year } } }),
  )
})

describe('a year value', () => {
  it('of 2026 with ten days of leave is the default of the settings', () => {
    const { value } = of({ leaveDays: 10 })
    expect(value!.minutes).toBe(defaultYearMinutes)
    expect(value!.steps).toMatchObject({
      workingDays: 248,
      byHand: false,
      leaveDays: 10,
      days: 238,
      minutesPerDay: 480,
    })
  })
  it('takes the mean leave of the people of the role, by years of service on the day', () => {
    const people = [
      judge('a', '2025-01-02'), // less than a year: none
      judge('b', '2025-01-01'), // a year to the day: 5
      judge('c', '2016-01-01'), // ten: 10
      judge('d', '2006-01-01'), // twenty: 15
      { ...judge('e', '2000-01-01'), role: 'clerk' as const },
      { ...judge('f', '2000-01-01'), left: '2025-12-31' },
    ]
    const { value } = of({}, people)
    expect(value!.steps!.leave!.people.map(({ days }) => days)).toEqual([0, 5, 10, 15])
    expect(value!.minutes).toBe((248 - 7.5) * 480 * 0.75)
  })
  it('says what is missing', () => {
    expect(of({ role: 'bailiff' }).why).toMatchObject({ code: 'nobody-of-role' })
    expect(of({ year: 2099, leaveDays: 10 }).why).toMatchObject({ code: 'calendar-unknown' })
    expect(of({ leaveDays: 300 }).why).toMatchObject({ code: 'no-days-left' })
  })
  it('takes working days by hand only where they are given', () => {
    const { value } = of({ year: 2099, workingDays: 250, leaveDays: 10, nonCaseShare: 0 })
    expect(value!.minutes).toBe(240 * 480)
    expect(value!.steps!.byHand).toBe(true)
  })
  it('may be a published one', () => {
    expect(yearValuePresets).toEqual({ indiana: 80_640, nrw: 99_900, 'schleswig-holstein': 101_326, texas: 77_400 })
    expect(of({ source: 'nrw', year: null }).value).toEqual({ minutes: 99_900, steps: null })
  })
})
