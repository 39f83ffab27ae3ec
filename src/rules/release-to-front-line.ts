import { pinOf, type Candidate, type Problem, type Seat } from '../domain'
import { isProtected } from './protected-period'
import { isOnProbation } from './probation-completed'
import { isDepartmentOpen } from './open-unit'
import { defineRule } from './rule'
import { sittingIn } from './stays'

/** What a clerk must hold to be of use in hearings: fast typing. */
const usualClerkCodes: readonly string[] = ['typing']

/** Why a person of an administrative department is not among those whom the round sends back to the front line. */
export type KeptBecause =
  | 'other-role'
  | 'lacks-qualification'
  | 'leader'
  | 'away'
  | 'protected'
  | 'on-probation'
  | 'under-review'
  | 'posted'
  | 'decided'

/**
 * Null where the person can be released to the front line: an assistant, or a clerk who holds every code of
 * `clerkCodes`; neither a leader, nor away, protected without consent, on probation, under review, posted
 * there for a time, or pinned by a decision.
 */
export function keptBecause(
  problem: Problem,
  person: Candidate,
  clerkCodes: readonly string[] = usualClerkCodes,
): KeptBecause | null {
  if (person.role !== 'assistant' && person.role !== 'clerk') return 'other-role'
  if (person.role === 'clerk' && !clerkCodes.every((code) => code in person.qualifications))
    return 'lacks-qualification'
  if (person.leader) return 'leader'
  if (person.away !== null) return 'away'
  if (isProtected(person)) return 'protected'
  if (isOnProbation(problem, person)) return 'on-probation'
  if (person.underReview) return 'under-review'
  if (person.posting !== null) return 'posted'
  if (pinOf(problem.decisions, person.id) !== undefined) return 'decided'
  return null
}

/** True where a decision takes the person out of the department. */
function isSentAway(problem: Problem, { id }: Candidate, department: string): boolean {
  const pin = pinOf(problem.decisions, id)
  if (pin === undefined) return false
  const seat = pin.seat === null ? undefined : problem.seat.get(pin.seat)
  return !seat?.parts.some((part) => problem.post.get(part.post)!.department === department)
}

/**
 * Assistants and able clerks of administrative departments go back to where cases are heard. The floor wins: a
 * department keeps as many of them as its floor asks for beyond those who stay anyway, and none once it is closed.
 */
export const releaseToFrontLine = defineRule({
  id: 'release-to-front-line',
  source: '最高人民法院《关于建立健全人民法院人员内部交流机制的若干意见》（2021）',
  weight: 'must',
  parameters: { clerkCodes: usualClerkCodes },
  *limits(problem, { clerkCodes }) {
    for (const { id: department, kind, floor } of problem.departments) {
      if (kind !== 'administrative') continue
      const staff = sittingIn(problem, problem.seatsInDepartment(department))
      const free = staff.filter((person) => keptBecause(problem, person, clerkCodes) === null)
      const remain = staff.filter((person) => !free.includes(person) && !isSentAway(problem, person, department))
      const most = Math.max(0, floor - remain.length)
      const seats = free.flatMap((person) => seatsBehind(problem, person, department))
      const facts = { department, people: free.map(({ id }) => id), count: free.length }
      if (free.length > most) yield { seats, atMost: most, facts: { ...facts, least: free.length - most, floor } }
      const open = isDepartmentOpen(problem, department)
      if (open !== null && most > 0 && free.length > 0)
        yield {
          seats,
          choices: [{ choice: open, count: -free.length }],
          atMost: 0,
          facts: { ...facts, least: free.length, floor: 0 },
        }
    }
  },
})

/**
 * The person's seats that touch this administrative department, or one where they are not now. Of somebody split
 * between two such departments, one may be bound to keep the person whom the other gives up.
 */
function seatsBehind(problem: Problem, person: Candidate, department: string): Seat[] {
  const departmentsOf = (posts: readonly { post: string }[]): string[] =>
    posts.map(({ post }) => problem.post.get(post)!.department)
  const now = departmentsOf(person.present)
  return problem
    .seatsOf(person.id)
    .filter((seat) =>
      departmentsOf(seat.parts).some(
        (at) => at === department || (problem.department.get(at)!.kind === 'administrative' && !now.includes(at)),
      ),
    )
}
