import {
  asOf,
  covers,
  daysIn,
  joinSpans,
  peopleSeen,
  protectedKinds,
  sightOf,
  type Account,
  type Assignment,
  type Court,
  type Leave,
  type Person,
  type Proposal,
  type Round,
} from '../domain'
import type { Entry } from './audit/entry'

/**
 * What of a court, its rounds and plans an account sees: who may see whose private facts stands in `sightOf`, what is
 * private stands here. Every route that hands out any of them asks here first.
 */

/** All facts of everybody are seen. */
export const seesAll = ({ role }: Pick<Account, 'role'>): boolean => sightOf[role] === 'all'

/** Rounds whose plan is not kept yet are for those who make them or answer to them. */
export const seesDrafts = ({ role }: Account): boolean => role !== 'staff'

/** Those who have their own screens of the whole court see who is where; the others see no past of anybody else. */
export const seesPast = ({ role }: Pick<Account, 'role'>): boolean => role !== 'staff' && role !== 'administrator'

/** Why somebody is away is private. That somebody is, so long that it counts, is seen by all: Have could not be read else. */
const withoutReason = (leave: Leave): Leave => ({
  ...leave,
  kind: leave.kind === 'secondment' ? 'secondment' : 'other',
  consents: false,
})
const isAbsence = ({ kind }: Leave): boolean =>
  kind !== 'annual' && !(protectedKinds as readonly string[]).includes(kind)

const publicPerson = (person: Person): Person => ({
  ...person,
  underReview: false,
  lawyerRelative: false,
  worksWith: null,
  conflictUnits: [],
})

/** The court as the account sees it. Who was given less than all of it may change none of it. */
export function courtFor(account: Account, court: Court): Court {
  const seen = peopleSeen(account, court)
  if (seen === null) return court
  const day = asOf(court)
  const isSeen = (id: string): boolean => seen.has(id)
  const mine = <T extends { person: string }>(rows: readonly T[]): T[] => rows.filter(({ person }) => isSeen(person))
  const peopled = new Set(court.assignments.filter((row) => covers(row, day)).map(({ unit }) => unit))
  // Whether a unit was dissolved is read from its last people.
  const isShown = (row: Assignment): boolean =>
    isSeen(row.person) || row.until === null || row.until >= day || !peopled.has(row.unit)
  const past = seesPast(account)
  return {
    ...court,
    people: court.people.map((person) => (isSeen(person.id) ? person : publicPerson(person))),
    assignments: past ? court.assignments : court.assignments.filter(isShown),
    qualifications: past ? court.qualifications : mine(court.qualifications),
    kinships: court.kinships.filter(({ first, second }) => isSeen(first) || isSeen(second)),
    leaves: court.leaves.flatMap((row) =>
      isSeen(row.person) ? [row] : isAbsence(row) && isLong(row, court) ? [withoutReason(row)] : [],
    ),
    preferences: mine(court.preferences),
    wishAnswers: mine(court.wishAnswers),
  }
}

/** Part of an absence that counts in Have: a secondment, or leave that lasts longer than the court's own bound. */
function isLong(row: Leave, { leaves, settings }: Court): boolean {
  if (row.kind === 'secondment' || row.until === null) return true
  const spans = joinSpans(leaves.filter((each) => each.person === row.person && isAbsence(each)))
  const { from, until } = spans.find((span) => covers(span, row.from))!
  return until === null || daysIn({ from, until }) > settings.longLeaveDays
}

/** A round as the account sees it: what was decided about whom, and why, may tell of private facts. */
export function roundFor(account: Account, court: Court, round: Round): Round {
  const seen = peopleSeen(account, court)
  if (seen === null) return round
  const isSeen = (id: string): boolean => seen.has(id)
  return {
    ...round,
    excludedPeople: round.excludedPeople.filter(isSeen),
    rules: round.rules.map((rule) => ({ ...rule, exceptions: undefined })),
    // A pin tells of a seat that the plan may name; a veto is nobody's business but the person's.
    decisions: round.decisions
      .filter(({ person, kind }) => kind === 'pin' || isSeen(person))
      .map((each) => (isSeen(each.person) ? each : { ...each, reason: '' })),
  }
}

/** A plan as the account sees it: who is to be where and what goals it reaches, not what rules say of whom. */
export function planFor<
  T extends { proposal: Proposal | null; certificate: { broken: readonly unknown[]; warned: readonly unknown[] } },
>(account: Account, plan: T): T {
  if (seesAll(account)) return plan
  return {
    ...plan,
    proposal: plan.proposal && { ...plan.proposal, asked: undefined },
    certificate: { ...plan.certificate, broken: [], warned: [] },
  }
}

/**
 * Rules and goals that rest on what is private of a person: kinship, health, discipline, wishes and what was refused,
 * decisions with their reasons. The others rest on what everybody with screens of the whole court sees anyway.
 */
export const restsOnPrivate: ReadonlySet<string> = new Set([
  'relatives-apart',
  'spouse-lawyer',
  'not-under-investigation',
  'protected-period',
  'keep-together',
  'case-conflict',
  'never-worse-for-volunteers',
  'fixed-by-decision',
  'wishes',
  'burden',
])

/** What another seat of a person comes to, as the account may read it: their wishes would show in the price. */
export const goalsFor = <T extends { readonly goal: string }>(
  account: Account,
  court: Court,
  person: string,
  goals: readonly T[],
): T[] => goals.filter(({ goal }) => !restsOnPrivate.has(goal) || (peopleSeen(account, court)?.has(person) ?? true))

/** Lists of the audit log that hold no facts about people. */
const impersonal = new Set([
  'court',
  'departments',
  'teams',
  'posts',
  'caseTypes',
  'weightEvents',
  'caseload',
  'cases',
  'payments',
  'heldFunds',
  'surveys',
  'campaigns',
  'indicators',
  'plans',
  'reviews',
  'runs',
  'imports',
  'file',
  'decision',
  'audit',
  'accounts',
  'sessions',
])

/** An entry of the log without the facts about people that it holds: of those lists it tells only that they changed. */
export function withoutFacts<T extends Pick<Entry, 'changes' | 'people' | 'why'>>(entry: T): T {
  const withheld = entry.changes.filter(({ list }) => !impersonal.has(list)).map(({ list }) => list)
  if (withheld.length === 0 && entry.why === null) return entry
  return {
    ...entry,
    people: withheld.length === 0 ? entry.people : [],
    changes: [
      ...entry.changes.filter(({ list }) => impersonal.has(list)),
      ...[...new Set(withheld)].map((list) => ({ list, key: null, before: null, after: null })),
    ],
    why: null,
  }
}
