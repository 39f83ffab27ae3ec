import type { Account, AccountRole } from './account'
import { asOf } from './as-of'
import { covers } from './calendar'
import type { Court } from './court'

/** `own`: at the court of the account, which is every court where it is bound to none. `all`: only if bound to none. */
type Reach = 'own' | 'all'

/**
 * Who may do what: the one table of permissions. The server asks it on every route (server/permit.ts), the app before it
 * shows a button. What of a court, a round or a plan somebody sees is for `sightOf`.
 */
export const permissions = {
  'courts.list': { administrator: 'own', hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'court.add': { administrator: 'all', hr: 'all' },
  'court.remove': { administrator: 'all', hr: 'all' },
  'court.read': { administrator: 'own', hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'court.change': { hr: 'own' },
  /** Facts of people who have left go for good. */
  'people.forget': { hr: 'own' },
  /** A file with everything in it leaves the app. */
  'court.export': { hr: 'own' },
  'cases.read': { hr: 'own', head: 'own', leader: 'own' },
  'imports.use': { hr: 'own' },
  'rounds.read': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'rounds.change': { hr: 'own' },
  /** About the own place in a plan; heads about their people and those who come; HR about anybody. */
  'questions.ask': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  /** Runs tell whom rules concern; others are told of none. */
  'runs.read': { hr: 'own' },
  'decision.export': { hr: 'own' },
  /** One's own wishes and objections; HR those of whoever asks. */
  'wishes.say': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'demand.read': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'objections.file': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'objections.answer': { hr: 'own' },
  /** To swap with somebody else under a kept plan: each of the two for oneself; HR for whoever asks. */
  'swaps.ask': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'swaps.decide': { hr: 'own' },
  /** One's own hand-over; heads read those of moves out of and into their divisions, HR all of them. */
  'handovers.read': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  'handovers.write': { hr: 'own', head: 'own', leader: 'own', staff: 'own' },
  /** What division heads say to a draft plan: heads those of their own divisions. */
  'reviews.read': { hr: 'own', head: 'own' },
  'reviews.send': { hr: 'own' },
  'reviews.answer': { head: 'own' },
  'audit.read': { administrator: 'all', hr: 'all' },
  /** The log with the facts about people that it holds. */
  'audit.whole': { hr: 'all' },
  'accounts.change': { administrator: 'all' },
} as const satisfies Record<string, Partial<Record<AccountRole, Reach>>>
export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]

type Asking = Pick<Account, 'role' | 'court'>

const reachOf = (role: AccountRole, what: Permission): Reach | undefined =>
  (permissions[what] as Partial<Record<AccountRole, Reach>>)[role]

/** Whether the account may do this anywhere at all. */
export const may = ({ role, court }: Asking, what: Permission): boolean => {
  const reach = reachOf(role, what)
  return reach === 'own' || (reach === 'all' && court === null)
}

/** Whether the account belongs to the court; HR, leaders and administrators that are bound to none belong to all. */
export const isOf = ({ role, court }: Asking, of: string): boolean =>
  court === null ? role !== 'staff' && role !== 'head' : court === of

/**
 * Whose private facts an account sees: everybody's, those of the people of its divisions, its own person's, or nobody's.
 */
export const sightOf = { hr: 'all', head: 'divisions', staff: 'self', leader: 'none', administrator: 'none' } as const

/** Ids of the people whose private facts the account sees; null for everybody. */
export function peopleSeen(
  account: Pick<Account, 'role' | 'divisions' | 'person'>,
  court: Pick<Court, 'teams' | 'assignments' | 'caseload' | 'posts'>,
): ReadonlySet<string> | null {
  const sight = sightOf[account.role]
  if (sight === 'all') return null
  if (sight === 'none') return new Set<string>()
  const own = account.person === null ? [] : [account.person]
  if (sight === 'self') return new Set(own)
  const day = asOf(court)
  const isInside = insideDivisions(account, court)
  const inside = court.assignments.filter((row) => covers(row, day) && isInside(row.unit))
  return new Set([...own, ...inside.map(({ person }) => person)])
}

/** Whether a unit is one of the account's divisions, or in one. */
export function insideDivisions(
  { divisions }: Pick<Account, 'divisions'>,
  { teams }: Pick<Court, 'teams'>,
): (unit: string) => boolean {
  const within = new Map(teams.map(({ id, department }) => [id, department]))
  return (unit) => divisions.includes(within.get(unit) ?? unit)
}
