import { partsOfSeat, peopleIn, unitOfPost, type Facts } from '../../domain'

const listed = (fact: Facts[string] | undefined): string[] =>
  typeof fact === 'string' ? [fact] : Array.isArray(fact) ? [...fact] : []

/** Ids of the people and of the units and departments that these facts name, each once. */
export function concernedIn(all: readonly Facts[]): { people: string[]; units: string[] } {
  const people = new Set<string>()
  const units = new Set<string>()
  for (const facts of all) {
    for (const id of peopleIn(facts)) people.add(id)
    for (const key of ['unit', 'department']) for (const id of listed(facts[key])) units.add(id)
    for (const post of listed(facts.post)) units.add(unitOfPost(post))
    for (const seat of listed(facts.seat)) for (const { post } of partsOfSeat(seat)) units.add(unitOfPost(post))
  }
  return { people: [...people], units: [...units] }
}
