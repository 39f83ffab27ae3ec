import { describe, expect, it } from 'vitest'
import {
  closingsToReach,
  fteToClose,
  monthsFrom,
  monthsToTarget,
  overloadOf,
  projectStock,
  projectTeam,
} from '../../../src/domain'
import published from '../../published.json'
import { outlook, role } from './outlook'

const { stock, filed, perFte, target, cases } = published.backlog
const year = (fte: number) => monthsFrom('2022-01', 12).map((month) => ({ month, filed, capacity: fte * perFte }))

describe.each(cases)('a stock of 600, 100 filed and 30 closed per FTE, with $fte FTE', (vector) => {
  const after = { filed, capacity: vector.fte * perFte }
  it('takes the months that the check says', () => {
    for (const months of [[], year(vector.fte), year(vector.fte).slice(0, 5)]) {
      const reached = monthsToTarget({ stock, target, months }, after)
      if (vector.monthsToTarget === 'never') expect(reached).toBe('never')
      else expect(reached).toBeCloseTo(Number(vector.monthsToTarget), 9)
    }
  })
  it('stands after a year where the check says', () => {
    if (vector.afterYear !== undefined)
      expect(projectStock(stock, year(vector.fte)).at(-1)!.pending).toBe(vector.afterYear)
  })
  it('is the same as a team of one role', () => {
    const staffing = { closings: filed, roles: [role('judge', filed / perFte, vector.fte)] }
    const projection = projectTeam(outlook({ staffing, stock, target })).value!
    if (vector.monthsToTarget === 'never') expect(projection.toTarget).toBe('never')
    else expect(projection.toTarget).toBeCloseTo(Number(vector.monthsToTarget), 9)
    expect(projection.overload.value).toBeCloseTo(filed / (vector.fte * perFte), 9)
  })
})

describe('people for the same stock', () => {
  it('who hold it are 3 1/3', () => expect(fteToClose(filed, perFte).value).toBeCloseTo(10 / 3, 9))
  it('who reach the target in 24 and 9.6 months are 4 and 5', () => {
    expect(fteToClose(closingsToReach(stock, target, 24, filed).value!, perFte).value).toBeCloseTo(4, 9)
    expect(fteToClose(closingsToReach(stock, target, 9.6, filed).value!, perFte).value).toBeCloseTo(5, 9)
  })
  it('are overloaded above 1', () => {
    expect(overloadOf(filed, 3 * perFte).value).toBeCloseTo(10 / 9, 9)
    expect(overloadOf(filed, 0)).toMatchObject({ value: null, why: { code: 'nobody-closes' } })
  })
})
