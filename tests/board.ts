import {
  defineProblem,
  ordinary,
  type Candidate,
  type Department,
  type Facts,
  type Plan,
  type Post,
  type Problem,
  type ProblemData,
  type Role,
  type Unit,
} from '../src/domain'
import { check, putInForce, rules, type RuleId } from '../src/rules'

const roleOf: Record<string, Role> = {
  J: 'judge',
  A: 'assistant',
  C: 'clerk',
  E: 'enforcement-officer',
  B: 'bailiff',
  S: 'administrative',
}

export interface Drawing {
  /** Facts of people by name; what is left out is ordinary: full time, joined 2015-01-01, on nobody's list. */
  people?: Record<string, Partial<Candidate>>
  /** Facts of posts by id (`Team1/assistant`): need, ceiling. */
  posts?: Record<string, Partial<Post>>
  departments?: Record<string, Partial<Department>>
  units?: Record<string, Partial<Unit>>
  relatives?: [string, string][]
  fills?: ProblemData['fills']
  templates?: ProblemData['templates']
  decisions?: ProblemData['decisions']
  splits?: ProblemData['splits']
  date?: string
}

const ordinaryFills: ProblemData['fills'] = [
  ...Object.values(roleOf).map((role) => ({ role, post: role, requires: [] })),
  { role: 'administrative', post: 'clerk', requires: ['typing'] },
  { role: 'administrative', post: 'assistant', requires: ['legal-exam'] },
]

/**
 * Draws a problem: one unit a line, `Department/Unit | Name:Role, Name:Role`. A department whose name begins
 * with `Office` is administrative; a unit alone on its line is a department without teams. People sit in the
 * post of their unit and their role (`Name:Role>Role` sits in another post than the role); each unit has a post
 * for every role that is drawn anywhere. A unit of a trial department (`Civil/Team1`) is a team. A line `bench | ...`
 * holds people without a post.
 *
 *     Office        | Ann:A, Bo:C
 *     Civil/Team1   | Cy:J, Di:A
 */
export function board(text: string, drawing: Drawing = {}): Problem {
  const rows = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [place = '', names = ''] = line.split('|').map((part) => part.trim())
      const [department = '', unit = department] = place.split('/')
      const people = names
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
        .map((entry) => {
          const [name = '', letters = 'S'] = entry.split(':')
          const [own = 'S', sits = own] = letters.split('>')
          return { name, role: roleOf[own]!, post: roleOf[sits]! }
        })
      return { department, unit, people }
    })
  const places = rows.filter(({ department }) => department !== 'bench')
  const drawn = [...new Set(rows.flatMap(({ people }) => people.flatMap(({ role, post }) => [role, post])))]
  const departments = [...new Set(places.map(({ department }) => department))].map((id): Department => ({
    id,
    name: id,
    kind: id.startsWith('Office') ? 'administrative' : 'trial',
    division: null,
    site: null,
    floor: 0,
    status: 'standing',
    ...drawing.departments?.[id],
  }))
  const kindOf = new Map(departments.map((row) => [row.id, row.kind]))
  const units = places.map(({ department, unit }): Unit => ({
    id: unit,
    name: unit,
    department,
    frontLine: kindOf.get(department) !== 'administrative',
    track: unit !== department && kindOf.get(department) !== 'administrative' ? 'ordinary' : null,
    categories: [],
    skills: [],
    site: null,
    status: 'standing',
    ...drawing.units?.[unit],
  }))
  return defineProblem({
    court: { id: 'drawn', name: 'Drawn court', example: false },
    date: drawing.date ?? '2027-01-04',
    departments,
    units,
    posts: units.flatMap((unit) =>
      drawn.map((role): Post => {
        const id = `${unit.id}/${role}`
        return {
          id,
          unit: unit.id,
          department: unit.department,
          role,
          frontLine: unit.frontLine,
          need: 0,
          ceiling: null,
          least: 1,
          duty: null,
          ...drawing.posts?.[id],
        }
      }),
    ),
    people: rows.flatMap(({ department, unit, people }) =>
      people.map(({ name, role, post }): Candidate => ({
        id: name,
        name,
        role,
        ...ordinary,
        joined: '2015-01-01',
        present: department === 'bench' ? [] : [{ post: `${unit}/${post}`, share: 1000 }],
        since: department === 'bench' ? null : '2020-01-01',
        held: department === 'bench' ? {} : { [`${unit}/${post}`]: '2020-01-01' },
        ...drawing.people?.[name],
      })),
    ),
    fills: drawing.fills ?? ordinaryFills,
    templates: drawing.templates ?? [],
    kinships: (drawing.relatives ?? []).map(([first, second]) => ({ first, second, kind: 'spouse' })),
    decisions: drawing.decisions ?? [],
    splits: drawing.splits ?? [],
  })
}

/** The plan that a second drawing shows: who sits where, by `Name>unit/role`; everybody else stays. */
export function planOf(problem: Problem, moved: Record<string, string | null> = {}): Plan {
  return new Map(
    problem.people.flatMap(({ id }) => {
      const to = moved[id]
      const seat =
        to === undefined ? problem.presentSeat(id) : to === null ? undefined : problem.seat.get(`${id}@${to}`)
      if (to !== undefined && to !== null && seat === undefined) throw new Error(`There is no seat ${id}@${to}.`)
      return seat === undefined ? [] : [[id, seat] as const]
    }),
  )
}

/** Facts of the limits of this one rule that the plan breaks; the present plan unless moves are given. */
export function broken(
  id: RuleId,
  problem: Problem,
  moved: Record<string, string | null> = {},
  parameters: Record<string, unknown> = {},
): Facts[] {
  const order = {
    rules: rules.map((rule) =>
      rule.id === id ? { id, weight: 'must' as const, parameters } : { id: rule.id, weight: 'off' as const },
    ),
  }
  const law = putInForce(problem, order).filter((rule) => rule.id === id)
  return [...check(planOf(problem, moved), law)].map(({ limit }) => limit.facts)
}
