import { addDays, addMonths } from 'date-fns'
import { covers, dateOf, dayOf, type CalendarDate } from './calendar'
import type { Court } from './court'
import type { Assignment, WishAnswer } from './person'
import type { Settings } from './settings'
import { postId, type PostId } from './unit'

/** What a ledger is written from, of one person. */
export interface Past {
  readonly assignments: readonly Assignment[]
  readonly wishAnswers: readonly WishAnswer[]
}

/** What each kind of burden counts, and for how long. */
export type BurdenTerms = Pick<Settings, 'burdenMonths' | 'burdenMove' | 'burdenDistance' | 'burdenRefusedWish'>

/** Where a unit's people go to work; null is the main building. */
export type SiteOf = (unit: string) => string | null

/** A permanent change of post. */
export interface PastMove {
  readonly date: CalendarDate
  readonly from: readonly PostId[]
  readonly to: readonly PostId[]
}

/** One line of a person's ledger (负担台账): what was carried, since when, what it counts and until when. */
export type BurdenEntry = {
  readonly date: CalendarDate
  readonly points: number
  /** First day on which it counts no more. */
  readonly expires: CalendarDate
} & (
  | { readonly kind: 'move'; readonly facts: Pick<PastMove, 'from' | 'to'> }
  | { readonly kind: 'distance'; readonly facts: { readonly site: string | null } }
  | { readonly kind: 'refused-wish'; readonly facts: Pick<WishAnswer, 'unit' | 'rank'> }
)

/** A ledger in short, as goals and sentences need it. */
export interface Burden {
  /** Whole points, all entries together. */
  readonly points: number
  readonly moves: number
  readonly refused: number
  /** Day of the oldest entry; null where there is none. */
  readonly since: CalendarDate | null
}
export const noBurden: Burden = { points: 0, moves: 0, refused: 0, since: null }

const unitOf = (post: PostId): string => post.slice(0, post.indexOf('/'))
const dayBefore = (date: CalendarDate): CalendarDate => dateOf(addDays(dayOf(date), -1))

/**
 * Days on which a person took up a permanent post that was not held until then. The first post of all is no move, nor
 * is a temporary posting or the way back from it, another share of the same posts, or a post given up.
 */
export function movesIn(assignments: readonly Assignment[]): PastMove[] {
  const rows = assignments.filter(({ kind }) => kind === 'permanent')
  const heldOn = (date: CalendarDate): PostId[] => rows.filter((row) => covers(row, date)).map(postId)
  const days = [...new Set(rows.map(({ from }) => from))].toSorted()
  return days.flatMap((date): PastMove[] => {
    const lastDay = rows
      .filter(({ from }) => from < date)
      .reduce(
        (last, { until }) => (until === null || until >= date ? dayBefore(date) : until > last ? until : last),
        '',
      )
    const from = lastDay === '' ? [] : heldOn(lastDay)
    const to = heldOn(date)
    return from.length > 0 && to.some((post) => !from.includes(post)) ? [{ date, from, to }] : []
  })
}

/** The moves that were the person's own first wish: the first one after a plan met it, where it leads there. */
function wishedFor(moves: readonly PastMove[], answers: readonly WishAnswer[]): Set<PastMove> {
  const met = answers.filter((answer) => answer.met && answer.rank === 1)
  return new Set(
    met.flatMap(({ date, unit }) => {
      const next = moves.find((move) => move.date >= date)
      return next?.to.some((post) => unitOf(post) === unit) === true ? [next] : []
    }),
  )
}

/**
 * What a person has carried before the date and not yet laid down, the oldest first: permanent moves, moves that led
 * to another site as well, and rounds that met none of the person's wishes. A move that was the own first wish, where
 * a round recorded it, counts nothing.
 */
export function ledgerBefore(past: Past, date: CalendarDate, terms: BurdenTerms, siteOf: SiteOf): BurdenEntry[] {
  const line = (on: CalendarDate, points: number): Pick<BurdenEntry, 'date' | 'points' | 'expires'> => ({
    date: on,
    points,
    expires: dateOf(addMonths(dayOf(on), terms.burdenMonths)),
  })
  const moves = movesIn(past.assignments)
  const wished = wishedFor(moves, past.wishAnswers)
  const carried = moves.filter((move) => !wished.has(move))
  const entries: BurdenEntry[] = [
    ...carried.map(({ date: on, from, to }): BurdenEntry => ({
      ...line(on, terms.burdenMove),
      kind: 'move',
      facts: { from, to },
    })),
    ...carried.flatMap(({ date: on, from, to }): BurdenEntry[] => {
      const before = new Set(from.map((post) => siteOf(unitOf(post))))
      const away = to.map((post) => siteOf(unitOf(post))).find((site) => !before.has(site))
      return away === undefined ? [] : [{ ...line(on, terms.burdenDistance), kind: 'distance', facts: { site: away } }]
    }),
    ...past.wishAnswers
      .filter(({ met }) => !met)
      .map(({ date: on, unit, rank }): BurdenEntry => ({
        ...line(on, terms.burdenRefusedWish),
        kind: 'refused-wish',
        facts: { unit, rank },
      })),
  ]
  return entries
    .filter((entry) => entry.points > 0 && entry.date < date && date < entry.expires)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

export const burdenOf = (ledger: readonly BurdenEntry[]): Burden => ({
  points: ledger.reduce((sum, { points }) => sum + points, 0),
  moves: ledger.filter(({ kind }) => kind === 'move').length,
  refused: ledger.filter(({ kind }) => kind === 'refused-wish').length,
  since: ledger[0]?.date ?? null,
})

/** Where the court's units sit. */
export function sitesOf({ departments, teams }: Pick<Court, 'departments' | 'teams'>): SiteOf {
  const sites = new Map(departments.map(({ id, site }) => [id, site]))
  for (const { id, site, department } of teams) sites.set(id, site ?? sites.get(department) ?? null)
  return (unit) => sites.get(unit) ?? null
}

/** One person's ledger at a court. */
export const ledgerOf = (court: Court, person: string, date: CalendarDate): BurdenEntry[] =>
  ledgerBefore(
    {
      assignments: court.assignments.filter((row) => row.person === person),
      wishAnswers: court.wishAnswers.filter((row) => row.person === person),
    },
    date,
    court.settings,
    sitesOf(court),
  )
