import {
  factsWithout,
  insideDivisions,
  partsOfSeat,
  peopleIn,
  peopleSeen,
  sightOf,
  unitOfPost,
  type Account,
  type Court,
  type Facts,
  type PlanData,
} from '../domain'

/** What may be told of an answer that was worked out from all of the court, to an account that sees less of it. */
export type Teller = (facts: Facts) => Facts | null
/** Whose private facts the account sees; null for everybody's. */
type Seen = ReturnType<typeof peopleSeen>

/** What the account may read of facts about people: null where they are about others. */
export function tellerFor({ role, person: own }: Pick<Account, 'role' | 'person'>, seen: Seen): Teller {
  if (seen === null) return (facts) => facts
  // To staff no sentence names anybody else; heads read of pairs in which one is theirs, as they do in the court.
  const isNamed = (person: string): boolean => seen.has(person) || person === own
  return (facts) => {
    const about = peopleIn(facts)
    if (about.length > 0 && !about.some(isNamed)) return null
    return sightOf[role] === 'divisions' ? facts : factsWithout(facts, isNamed)
  }
}

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
export function tellable<T extends { readonly facts: Facts }>(all: readonly T[], tell: Teller): T[] {
  return all.flatMap((each) => {
    const facts = tell(each.facts)
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
      tell,
    )
    // What is about the person goes before what is about nobody.
    return own.toSorted((a, b) => peopleIn(b.facts).length - peopleIn(a.facts).length).slice(0, 1)
  })
  return { rules: known, withheld: known.length < rules.length }
}
