import { userName } from '../../domain'

/**
 * A user name for each person: the id of the person where it will do as one, as that is what the court calls them by
 * already; else a number. No two are alike, and none is taken.
 */
export function userNamesFor(people: readonly { id: string }[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken)
  return people.map(({ id }) => {
    const plain = userName.safeParse(id)
    const base = plain.success ? plain.data : 'staff'
    let chosen = plain.success ? base : `${base}-1`
    for (let number = 2; used.has(chosen); number++) chosen = `${base.slice(0, 24)}-${number}`
    used.add(chosen)
    return chosen
  })
}
