import { describe, expect, it } from 'vitest'
import { postingOn, transfersOf, unitsLeft, type Assignment } from '../../src/domain'

const date = '2022-01-04'
const stay = (unit: string, from: string, until: string | null, more: Partial<Assignment> = {}): Assignment => ({
  person: 'ann',
  unit,
  role: 'clerk',
  from,
  until,
  kind: 'permanent',
  share: 1,
  ...more,
})
const posted = { kind: 'temporary' } as const

describe('transfers', () => {
  it('are the first days in other units than the first', () => {
    const history = [
      stay('c', '2021-03-01', null),
      stay('a', '2015-01-01', '2018-06-30'),
      stay('b', '2018-07-01', '2021-02-28'),
    ]
    expect(transfersOf(history, date)).toEqual(['2018-07-01', '2021-03-01'])
  })
  it('are neither another post in the same unit, nor a posting, nor what is still to come', () => {
    const history = [
      stay('a', '2015-01-01', '2018-06-30'),
      stay('a', '2018-07-01', null, { role: 'assistant' }),
      stay('b', '2020-01-01', '2020-12-31', posted),
      stay('c', '2022-01-05', null),
    ]
    expect(transfersOf(history, date)).toEqual([])
  })
  it('count a return after a time elsewhere, and two posts begun on one day once', () => {
    const half = { share: 0.5 }
    const history = [
      stay('a', '2015-01-01', '2018-06-30'),
      stay('b', '2018-07-01', '2019-06-30', half),
      stay('c', '2018-07-01', '2019-06-30', half),
      stay('a', '2019-07-01', null),
    ]
    expect(transfersOf(history, date)).toEqual(['2018-07-01', '2019-07-01'])
  })
})

describe('units left', () => {
  it('have the last day there, those that the person is in again left out', () => {
    const history = [
      stay('a', '2015-01-01', '2018-06-30'),
      stay('b', '2018-07-01', '2019-06-30'),
      stay('a', '2019-07-01', '2020-06-30'),
      stay('c', '2020-07-01', '2021-06-30'),
      stay('b', '2021-07-01', null),
    ]
    expect(unitsLeft(history, date)).toEqual({ a: '2020-06-30', c: '2021-06-30' })
  })
  it('are not the home of somebody posted elsewhere, nor the place of a posting', () => {
    const history = [
      stay('a', '2015-01-01', null),
      stay('b', '2020-01-01', '2020-12-31', posted),
      stay('c', '2021-10-01', '2022-03-31', posted),
    ]
    expect(unitsLeft(history, date)).toEqual({})
  })
})

describe('a posting', () => {
  it('has its days, an extension counted in, and the home that waits', () => {
    const history = [
      stay('a', '2015-01-01', null),
      stay('b', '2021-01-01', '2021-12-31', posted),
      stay('b', '2022-01-01', '2022-06-30', posted),
    ]
    expect(postingOn(history, date)).toEqual({
      from: '2021-01-01',
      until: '2022-06-30',
      home: new Map([['a/clerk', 1]]),
    })
  })
  it('is none where it ended before the date or begins after it', () => {
    const history = [
      stay('a', '2015-01-01', null),
      stay('b', '2021-01-01', '2022-01-03', posted),
      stay('b', '2022-01-05', null, posted),
    ]
    expect(postingOn(history, date)).toBeNull()
  })
  it('may have no end and no home', () => {
    expect(postingOn([stay('b', '2021-01-01', null, posted)], date)).toEqual({
      from: '2021-01-01',
      until: null,
      home: new Map(),
    })
  })
})
