import { partsOfSeat, type CalendarDate, type MessageSaid, type Role, type Round } from '../domain'
import type { DecisionFile } from './decision-file'

/** A plan that is kept, as people are told of it. */
export interface KeptPlan {
  readonly date: CalendarDate
  readonly decision: Pick<DecisionFile, 'moves' | 'plan'> & {
    readonly inputs: { readonly problem: Pick<DecisionFile['inputs']['problem'], 'units' | 'departments'> }
  }
}
type Move = DecisionFile['moves'][number]
type Posts = Extract<MessageSaid, { kind: 'move-planned' }>['facts']['posts']

/** The posts of a seat by their names; a team whose name does not hold its department's is told with it. */
function postsOf({ units, departments }: KeptPlan['decision']['inputs']['problem'], seat: string | null): Posts {
  if (seat === null) return []
  return partsOfSeat(seat).map(({ post }) => {
    const [at = '', role] = post.split('/')
    const unit = units.find(({ id }) => id === at)
    const home = departments.find(({ id }) => id === unit?.department)
    const name = unit?.name ?? at
    const department = home === undefined || home.id === at || name.includes(home.name) ? null : home.name
    return { unit: name, department, role: role as Role }
  })
}

/**
 * What each person is told when another plan of the round is kept, or the round has another date: of a move of their own
 * that is new, is another one, or is no more. Who moves as before is told nothing. `before` and `after` are null where
 * no plan is kept.
 */
export function movesTold(
  { name }: Pick<Round, 'name'>,
  before: KeptPlan | null,
  after: KeptPlan | null,
): Map<string, MessageSaid> {
  const told = new Map<string, MessageSaid>()
  const old = new Map<string, Move>((before?.decision.moves ?? []).map((move) => [move.person, move]))
  for (const { person, to, until = null } of after?.decision.moves ?? []) {
    const was = old.get(person)
    old.delete(person)
    const { date, decision } = after!
    if (was !== undefined && was.to === to && (was.until ?? null) === until && before!.date === date) continue
    const kind = was === undefined ? 'move-planned' : 'move-changed'
    told.set(person, { kind, facts: { round: name, date, posts: postsOf(decision.inputs.problem, to), until } })
  }
  for (const [person, { to }] of old) {
    // Who is where the move led by now has moved: nothing was dropped.
    if (after !== null && (after.decision.plan[person] ?? null) === to) continue
    told.set(person, { kind: 'move-dropped', facts: { round: name } })
  }
  return told
}
