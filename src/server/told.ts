import {
  factsWithout,
  insideDivisions,
  partsOfSeat,
  peopleIn,
  peopleSeen,
  unitOfPost,
  type Account,
  type Court,
  type Facts,
  type PlanData,
} from '../domain'
import { restsOnPrivate, seesPast } from './sight'

/** What may be told of an answer that was worked out from all of the court, to an account that sees less of it. */
export type Teller = (of: string, facts: Facts) => Facts | null
/** Whose private facts the account sees; null for everybody's. */
type Seen = ReturnType<typeof peopleSeen>

/**
 * What the account may read of the facts of a rule or a goal: null where they are about others. Staff read what is about
 * them, naming nobody else. Heads and leaders read of everybody what rests on nothing private, and of the rest what has
 * to do with one of theirs, as they do in the court.
 */
export function tellerFor({ role, person: own }: Pick<Account, 'role' | 'person'>, seen: Seen): Teller {
  if (seen === null) return (_, facts) => facts
  const isNamed = (person: string): boolean => seen.has(person) || person === own
  return (of, facts) => {
    const about = peopleIn(facts)
    const isPublic = seesPast({ role }) && !restsOnPrivate.has(of)
    if (about.length > 0 && !isPublic && !about.some(isNamed)) return null
    return seesPast({ role }) ? withoutOthers(facts, isNamed) : factsWithout(facts, isNamed)
  }
}

/** Lists of people without those whom one may not know to be in them; whom it is about by name stays. */
const withoutOthers = ({ people, ...facts }: Facts, isTold: (person: string) => boolean): Facts =>
  Array.isArray(people)
    ? { ...facts, people: people.filter(isTold) }
    : { ...facts, ...(people !== undefined && { people }) }

/** Whose place may be asked about: one's own, that of people whose facts one sees, and of those who come to one's division. */
export function mayAskAbout(account: Account, court: Court, plan: PlanData | undefined, person: string): boolean {
  const seen = peopleSeen(account, court)
  if (seen === null || seen.has(person) || account.person === person) return true
  const seat = plan?.[person]
  if (account.role !== 'head' || !seat) return false
  const isInside = insideDivisions(account, court)
  return partsOfSeat(seat).some(({ post }) => isInside(unitOfPost(post)))
}

/** Of each, what may be told of it. */
export function tellable<T extends { readonly facts: Facts }>(
  all: readonly T[],
  ruleOf: (each: T) => string,
  tell: Teller,
): T[] {
  return all.flatMap((each) => {
    const facts = tell(ruleOf(each), each.facts)
    return facts === null ? [] : [{ ...each, facts }]
  })
}

/** Of rules that forbid something together, each with something that it would break; of the others only that they do. */
export function rulesTold(
  rules: readonly string[],
  broken: readonly { readonly rule: string; readonly facts: Facts }[],
  tell: Teller,
): { rules: { rule: string; facts: Facts }[]; withheld: boolean } {
  const known = rules.flatMap((rule) => {
    const own = tellable(
      broken.filter((each) => each.rule === rule),
      () => rule,
      tell,
    )
    // What is about the person goes before what is about nobody.
    return own.toSorted((a, b) => peopleIn(b.facts).length - peopleIn(a.facts).length).slice(0, 1)
  })
  return { rules: known, withheld: known.length < rules.length }
}
