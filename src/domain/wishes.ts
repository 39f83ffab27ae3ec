import { z } from 'zod'
import type { CalendarDate } from './calendar'
import type { Court } from './court'
import type { Preference } from './person'
import { id, name, role } from './role'
import type { Round } from './round'

/** Posts that a person may rank, and so the highest rank of a wish. */
export const mostWishes = 9
const text = z.string().trim().max(1000)

/**
 * What a person says of where to work (意愿申报), as a whole: posts by rank, first the one wished for most; case
 * categories to hear; why to stay, in words for HR alone; and whom to be placed together with, which counts when both
 * have said so.
 */
export const wishStatement = z.object({
  posts: z.array(z.object({ unit: id, role: role.nullable() })).max(mostWishes),
  categories: z.array(name).max(mostWishes),
  stay: text,
  together: id.nullable(),
})
export type WishStatement = z.infer<typeof wishStatement>

export const emptyStatement: WishStatement = { posts: [], categories: [], stay: '', together: null }

/** What is wrong with a statement of this person in this court, by a code and where. */
export function* statementIssues(
  { units, people }: { readonly units: ReadonlySet<string>; readonly people: ReadonlySet<string> },
  person: string,
  { posts, together }: WishStatement,
): Generator<{ code: 'reference-missing' | 'wish-twice' | 'together-with-oneself'; path: (string | number)[] }> {
  const seen = new Set<string>()
  for (const [at, { unit, role }] of posts.entries()) {
    if (!units.has(unit)) yield { code: 'reference-missing', path: ['posts', at, 'unit'] }
    const wish = `${unit}/${role ?? ''}`
    if (seen.has(wish)) yield { code: 'wish-twice', path: ['posts', at] }
    seen.add(wish)
  }
  if (together === person) yield { code: 'together-with-oneself', path: ['together'] }
  else if (together !== null && !people.has(together)) yield { code: 'reference-missing', path: ['together'] }
}

/**
 * The wishes that a plan is made with (意愿): the posts ranked, then the teams that hear a wished category, in the order
 * of the court, as far as there are ranks.
 */
export function preferencesOf(
  { teams }: Pick<Court, 'teams'>,
  person: string,
  { posts, categories }: WishStatement,
): Preference[] {
  const ranked = new Set(posts.map(({ unit }) => unit))
  const heard = teams.filter(
    (team) => !ranked.has(team.id) && categories.some((each) => team.categories.includes(each)),
  )
  return [...posts, ...heard.map(({ id: unit }) => ({ unit, role: null }))]
    .slice(0, mostWishes)
    .map(({ unit, role }, at) => ({ person, rank: at + 1, unit, role }))
}

/** Whether wishes may be confirmed on a day, and the last day of it where a round sets one. */
export interface WishWindow {
  readonly open: boolean
  /** The last day; null where no round that is to come sets one. */
  readonly until: CalendarDate | null
  /** The round whose date it is; null with `until`. */
  readonly round: string | null
}

/**
 * The window of the rounds to come: the nearest last day that is not over; closed from the last day of a round until the
 * round takes effect, as its plan is being made; else open without an end.
 */
export function wishWindow(
  rounds: readonly Pick<Round, 'name' | 'date' | 'wishesUntil'>[],
  today: CalendarDate,
): WishWindow {
  const set = rounds
    .filter(({ date, wishesUntil }) => wishesUntil !== null && date >= today)
    .toSorted((a, b) => (a.wishesUntil! < b.wishesUntil! ? -1 : 1))
  const next = set.find(({ wishesUntil }) => wishesUntil! >= today)
  const told = next ?? set.at(-1)
  return { open: next !== undefined || told === undefined, until: told?.wishesUntil ?? null, round: told?.name ?? null }
}

/** Fewer people than this are not told of, so that nobody's wish is guessed from a count. */
export const smallestGroup = 5

/** How many people wish for a unit. */
export interface Demand {
  readonly unit: string
  readonly wishes: number
}

/**
 * How sought units are (岗位意向热度): people who name each at any rank. Units that fewer than `smallestGroup` name are left
 * out, as are those that nobody does: which of the two it is would tell of the first who does.
 */
export function demandOf(
  { preferences, people }: Pick<Court, 'preferences' | 'people'>,
  today: CalendarDate,
): Demand[] {
  // Whoever has left wishes for nothing any more, whether or not it was deleted what they wished for.
  const gone = new Set(people.filter(({ left }) => left !== null && left < today).map(({ id }) => id))
  const by = new Map<string, Set<string>>()
  for (const { unit, person } of preferences)
    if (!gone.has(person)) by.set(unit, (by.get(unit) ?? new Set()).add(person))
  return [...by]
    .filter(([, people]) => people.size >= smallestGroup)
    .map(([unit, people]) => ({ unit, wishes: people.size }))
}
