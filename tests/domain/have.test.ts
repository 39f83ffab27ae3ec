import { describe, expect, it } from 'vitest'
import {
  absenceOn,
  assignmentsOn,
  candidatesOn,
  haveOn,
  inPostSince,
  leave,
  protectionOn,
  type Leave,
} from '../../src/domain'
import { smallCourt } from './small-court'

const date = '2022-01-04'
const off = (kind: Leave['kind'], from: string, until: string | null, consents = false): Leave =>
  leave.parse({ person: 'ann', kind, from, until, consents })

describe('availability', () => {
  it('is not touched by leave of 45 days and taken away in full by one of 46', () => {
    expect(absenceOn([off('sick', '2021-12-01', '2022-01-14')], date, 45)).toBeNull()
    expect(absenceOn([off('sick', '2021-12-01', '2022-01-15')], date, 45)).toEqual({
      kind: 'sick',
      until: '2022-01-15',
    })
  })
  it('counts an extension that follows without a gap as the same leave', () => {
    const first = off('sick', '2021-11-20', '2021-12-31')
    expect(absenceOn([first, off('sick', '2022-01-01', '2022-01-20')], date, 45)).toEqual({
      kind: 'sick',
      until: '2022-01-20',
    })
    expect(absenceOn([first, off('sick', '2022-01-02', '2022-01-20')], date, 45)).toBeNull()
  })
  it('ends with the last day of leave', () => {
    expect(absenceOn([off('study', '2021-09-01', '2022-01-04')], date, 45)).not.toBeNull()
    expect(absenceOn([off('study', '2021-09-01', '2022-01-03')], date, 45)).toBeNull()
  })
  it('is taken away by a secondment however short, and by leave without an end', () => {
    expect(absenceOn([off('secondment', '2022-01-03', '2022-01-09')], date, 45)?.kind).toBe('secondment')
    expect(absenceOn([off('other', '2022-01-03', null)], date, 45)).toEqual({ kind: 'other', until: null })
  })
  it('leaves annual leave to the year value and protected periods to their rule', () => {
    expect(absenceOn([off('annual', '2021-11-01', '2022-03-01')], date, 45)).toBeNull()
    expect(absenceOn([off('pregnancy', '2021-11-01', '2022-06-01')], date, 45)).toBeNull()
  })
  it('knows a protected period, and consent only where given for each', () => {
    const first = off('pregnancy', '2021-11-01', '2022-06-01', true)
    expect(protectionOn([first], date)?.consents).toBe(true)
    expect(protectionOn([first, off('medical', '2022-01-01', '2022-02-01')], date)?.consents).toBe(false)
    expect(protectionOn([first], '2022-06-02')).toBeNull()
  })
})

describe('where people are', () => {
  const court = smallCourt({
    people: [
      { id: 'ann', name: 'Ann', role: 'judge', joined: '2012-07-01', share: 0.8 },
      { id: 'bo', name: 'Bo', role: 'clerk', joined: '2019-03-01' },
      { id: 'cy', name: 'Cy', role: 'clerk', joined: '2022-01-05' },
      { id: 'di', name: 'Di', role: 'clerk', joined: '1985-01-05', left: '2022-01-03' },
    ],
    assignments: [
      { person: 'ann', unit: 'fast', role: 'judge', from: '2018-01-01', until: '2020-06-30' },
      { person: 'ann', unit: 'fast', role: 'judge', from: '2020-07-01', share: 0.5 },
      { person: 'ann', unit: 'slow', role: 'judge', from: '2021-02-01', share: 0.5 },
      { person: 'bo', unit: 'office', role: 'clerk', from: '2019-03-01' },
      {
        person: 'bo',
        unit: 'slow',
        role: 'clerk',
        from: '2021-10-01',
        until: '2022-03-31',
        kind: 'temporary',
        share: 0.6,
      },
      { person: 'di', unit: 'slow', role: 'clerk', from: '2010-10-01' },
    ],
  })
  it('puts a temporary assignment before the permanent one, which keeps the rest', () => {
    expect([...assignmentsOn(court, date).get('bo')!]).toEqual([
      ['office/clerk', 0.4],
      ['slow/clerk', 0.6],
    ])
    expect([...assignmentsOn(court, '2022-04-01').get('bo')!]).toEqual([['office/clerk', 1]])
  })
  it('adds up shares times contract share, of those who work here on the date', () => {
    expect(Object.fromEntries(haveOn(court, date))).toEqual({
      'fast/judge': 0.4,
      'slow/judge': 0.4,
      'office/clerk': 0.4,
      'slow/clerk': 0.6,
    })
  })
  it('takes a stay as unbroken where one row follows the other', () => {
    const rows = court.assignments.filter(({ person }) => person === 'ann')
    expect(inPostSince(rows, 'fast/judge', date)).toBe('2018-01-01')
    expect(inPostSince(rows, 'slow/judge', date)).toBe('2021-02-01')
    expect(inPostSince(rows, 'slow/judge', '2021-01-31')).toBeNull()
  })
  it('counts experience by category and by the share of time', () => {
    const [ann, bo] = candidatesOn(court, date)
    // 30 months whole, 7 months half before the other half went to the second team, which hears contracts too.
    expect(ann!.experience).toEqual({ contract: 45, property: 6 })
    expect(bo!.experience).toEqual({ contract: 2, property: 2 })
  })
})
