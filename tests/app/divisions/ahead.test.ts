import { describe, expect, it } from 'vitest'
import { pendingOfAll, strained } from '@/app/divisions/ahead'
import type { OutlookAnswer } from '@/app/forecast/questions'

type Teams = OutlookAnswer['teams']
const courses = (capacity: number, pending: number) => ({ before: { months: [{ capacity, pending }] }, after: null })
/** A team that has so many pending, and by each way closes so many a month and ends with so many; null is untold. */
const team = (id: string, stock: number, measured: [number, number] | null, weights: [number, number] | null) => ({
  team: id,
  stock,
  why: null,
  each: { measured: measured && courses(...measured), weights: weights && courses(...weights) },
})
const untold = { team: 'new', why: { code: 'forecast-nothing-reported', facts: {} } }
const given = (...teams: object[]): Teams => teams as unknown as Teams

describe('pending cases of all teams', () => {
  it('are added unrounded, by either way', () => {
    const teams = given(team('a', 20, [30, 3.4], [10, 200.4]), team('b', 12, [9, 1.4], [9, 8.4]))
    expect(pendingOfAll(teams, 'measured')).toEqual({ now: 32, then: 4.8 })
    expect(pendingOfAll(teams, 'weights')!.then).toBeCloseTo(208.8, 12)
  })
  it('are no sum where one team cannot be told', () => {
    expect(pendingOfAll(given(team('a', 20, [30, 3], null)), 'weights')).toBeNull()
    expect(pendingOfAll(given(team('a', 20, [30, 3], [1, 2]), untold), 'measured')).toBeNull()
    expect(pendingOfAll([], 'measured')).toBeNull()
  })
})

describe('a pace that may not last', () => {
  it('is that of a team that closes notably more than its weights allow, and would pile up without', () => {
    expect(
      strained(
        given(
          team('leaning', 20, [50, 0], [20, 288]),
          team('within', 20, [20, 5], [21, 4]),
          team('close', 20, [20, 5], [17, 30]),
          team('no difference', 20, [20, 0], [10, 0.3]),
          team('untold', 20, [20, 5], null),
          untold,
        ),
      ),
    ).toEqual(['leaning'])
  })
})
