import { describe, expect, it } from 'vitest'
import { cardsByUnit, columnsOf, marksOf } from '../../../src/app/board/columns'
import { check, putInForce } from '../../../src/rules'
import { board, planOf } from '../../board'

const problem = board(
  `Office      | Zed:A, Ann:C
   Civil/Team1 | Cy:J, Di:A
   Civil/Team2 | Ed:J`,
  {
    relatives: [['Zed', 'Di']],
    departments: { Civil: { division: 'East' } },
    people: {
      Di: {
        present: [
          { post: 'Team1/assistant', share: 600 },
          { post: 'Team2/assistant', share: 400 },
        ],
      },
      Ann: { leader: true },
    },
  },
)
const compare = (a: string, b: string) => (a < b ? -1 : 1)

describe('the columns of a board', () => {
  it('stand by division and department, in the order of the court', () => {
    const { units } = cardsByUnit(problem, planOf(problem), compare)
    const divisions = columnsOf(problem, units)
    expect(divisions.map(({ division }) => division)).toEqual([null, 'East'])
    expect(divisions[1]!.departments[0]!.columns.map(({ unit }) => unit.id)).toEqual(['Team1', 'Team2'])
  })
  it('hold leaders first, then by role', () => {
    const { units } = cardsByUnit(problem, planOf(problem), compare)
    expect(units.get('Office')!.map(({ person }) => person.id)).toEqual(['Ann', 'Zed'])
  })
  it('show a person with a split in each unit, with the share', () => {
    const { units } = cardsByUnit(problem, planOf(problem), compare)
    expect(units.get('Team1')!.find(({ person }) => person.id === 'Di')).toMatchObject({ share: 600, moved: false })
    expect(units.get('Team2')!.find(({ person }) => person.id === 'Di')).toMatchObject({ share: 400 })
  })
  it('mark who moved and keep the bench', () => {
    const { units, bench } = cardsByUnit(problem, planOf(problem, { Zed: 'Team2/assistant', Ed: null }), compare)
    expect(units.get('Team2')!.find(({ person }) => person.id === 'Zed')?.moved).toBe(true)
    expect(bench).toMatchObject([{ person: { id: 'Ed' }, moved: true }])
  })
})

describe('marks', () => {
  it('stand with the people whom the sentence names, never for goals', () => {
    const plan = planOf(problem, { Zed: 'Team2/assistant' })
    const marks = marksOf(problem, plan, [...check(plan, putInForce(problem))])
    expect([...marks.people.keys()].filter((id) => ['Zed', 'Di'].includes(id)).toSorted()).toEqual(['Di', 'Zed'])
    expect(marks.people.get('Ed')).toBeUndefined()
  })
  it('stand with the unit or the department where no person is named', () => {
    const law = { id: 'x', weight: 'must' as const, limits: [] }
    const of = (facts: Record<string, string>) => ({ rule: law, limit: { seats: [], facts }, excess: 1 })
    const marks = marksOf(problem, planOf(problem), [of({ post: 'Team1/judge' }), of({ department: 'Civil' }), of({})])
    expect([...marks.units.keys()]).toEqual(['Team1'])
    expect([...marks.departments.keys()]).toEqual(['Civil'])
    expect(marks.plan).toHaveLength(1)
  })
  it('stand with those of a list who sit in the way', () => {
    const seats = [problem.seat.get('Zed@Office/assistant')!, problem.seat.get('Di@Office/assistant')!]
    const violation = {
      rule: { id: 'x', weight: 'must' as const, limits: [] },
      limit: { seats, facts: { department: 'Office', people: ['Zed', 'Di'] } },
      excess: 1,
    }
    const marks = marksOf(problem, planOf(problem), [violation])
    expect([...marks.people.keys()]).toEqual(['Zed'])
    expect([...marks.departments.keys()]).toEqual(['Office'])
  })
})
