import type { Candidate, Department, Plan, Problem, Seat, Unit } from '../../domain'
import type { Violation } from '../../rules'

/** A card: a person in one of the units of their seat; `share` of the seat's part there, in thousandths. */
export interface Card {
  readonly person: Candidate
  readonly seat: Seat | null
  readonly share: number
  /** The person sits elsewhere now. */
  readonly moved: boolean
}

export interface Column {
  readonly unit: Unit
  readonly cards: readonly Card[]
}

export interface DepartmentColumns {
  readonly department: Department
  readonly columns: readonly Column[]
}

/** Columns of departments of one division; null where the court groups no departments. */
export interface DivisionColumns {
  readonly division: string | null
  readonly departments: readonly DepartmentColumns[]
}

const roleOrder = ['judge', 'assistant', 'clerk', 'enforcement-officer', 'bailiff', 'administrative']

/** Cards of every unit and of the bench, leaders first, then by role and name. */
export function cardsByUnit(
  problem: Problem,
  plan: Plan,
  compare: (a: string, b: string) => number,
): { units: Map<string, Card[]>; bench: Card[] } {
  const units = new Map<string, Card[]>(problem.units.map(({ id }) => [id, []]))
  const bench: Card[] = []
  for (const person of problem.people) {
    const seat = plan.get(person.id) ?? null
    const moved = seat !== (problem.presentSeat(person.id) ?? null)
    if (seat === null) bench.push({ person, seat, share: 1000, moved })
    else {
      const shares = new Map<string, number>()
      for (const { post, share } of seat.parts) {
        const unit = problem.post.get(post)!.unit
        shares.set(unit, (shares.get(unit) ?? 0) + share)
      }
      for (const [unit, share] of shares) units.get(unit)?.push({ person, seat, share, moved })
    }
  }
  const inOrder = (a: Card, b: Card): number =>
    Number(b.person.leader) - Number(a.person.leader) ||
    roleOrder.indexOf(a.person.role) - roleOrder.indexOf(b.person.role) ||
    compare(a.person.name, b.person.name)
  for (const cards of units.values()) cards.sort(inOrder)
  return { units, bench: bench.sort(inOrder) }
}

/** Units as columns under their department, departments under their division, in the court's order. */
export function columnsOf(problem: Problem, cards: ReadonlyMap<string, readonly Card[]>): DivisionColumns[] {
  const divisions = new Map<string | null, DepartmentColumns[]>()
  for (const department of problem.departments) {
    const columns = problem.units
      .filter((unit) => unit.department === department.id)
      .map((unit): Column => ({ unit, cards: cards.get(unit.id) ?? [] }))
    if (columns.length === 0) continue
    divisions.set(department.division, [...(divisions.get(department.division) ?? []), { department, columns }])
  }
  return [...divisions].map(([division, departments]) => ({ division, departments }))
}

/** What a plan breaks, by where its sentence belongs: with people, with a unit, with a department, or with the plan. */
export interface Marks {
  readonly people: ReadonlyMap<string, readonly Violation[]>
  readonly units: ReadonlyMap<string, readonly Violation[]>
  readonly departments: ReadonlyMap<string, readonly Violation[]>
  readonly plan: readonly Violation[]
}

/** Sorts violations of rules (never of goals) by what their facts name; of a list of people, those who sit in the way. */
export function marksOf(problem: Problem, plan: Plan, violations: readonly Violation[]): Marks {
  const people = new Map<string, Violation[]>()
  const units = new Map<string, Violation[]>()
  const departments = new Map<string, Violation[]>()
  const whole: Violation[] = []
  const put = (map: Map<string, Violation[]>, key: string, violation: Violation): unknown =>
    map.has(key) ? map.get(key)!.push(violation) : map.set(key, [violation])
  for (const violation of violations) {
    if (typeof violation.rule.weight === 'object') continue
    const { seats, facts } = violation.limit
    const named = [facts.person, facts.first, facts.second].filter(
      (id): id is string => typeof id === 'string' && problem.person.has(id),
    )
    const listed = Array.isArray(facts.people) ? new Set<unknown>(facts.people) : null
    const taken = listed === null ? [] : seats.filter((seat) => plan.get(seat.person.id) === seat)
    const sitting = taken.map(({ person }) => person.id).filter((id) => listed!.has(id))
    for (const id of new Set([...named, ...sitting])) put(people, id, violation)
    const unit = typeof facts.unit === 'string' ? facts.unit : problem.post.get(String(facts.post))?.unit
    if (named.length > 0) continue
    if (unit !== undefined && problem.unit.has(unit)) put(units, unit, violation)
    else if (typeof facts.department === 'string') put(departments, facts.department, violation)
    else whole.push(violation)
  }
  return { people, units, departments, plan: whole }
}
