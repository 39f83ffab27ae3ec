import type { Candidate, Part, Problem, ProblemData } from '../../domain'

/** What `FitParts` shows of a person. */
export interface ShownFit {
  readonly places: Pick<Problem, 'unit' | 'post'>
  readonly person: Candidate
  readonly from: readonly Part[]
  readonly to: readonly Part[]
}

/**
 * A person's present posts on the problem's date and those of a plan (none without a move), to be shown as a fit. Null
 * where the person is not there, or where the plan was made for another state of the court and names posts that are gone.
 */
export function fitOn(
  { units, posts, people }: Pick<ProblemData, 'units' | 'posts' | 'people'>,
  id: string,
  to: readonly Part[] = [],
): ShownFit | null {
  const person = people.find((row) => row.id === id)
  const post = new Map(posts.map((row) => [row.id, row]))
  if (person === undefined || to.some((part) => !post.has(part.post))) return null
  return { places: { unit: new Map(units.map((row) => [row.id, row])), post }, person, from: person.present, to }
}
