import { addDays } from 'date-fns'
import { z } from 'zod'
import { calendarDate, dateOf, dayOf, type CalendarDate } from './calendar'
import { partsOfSeat, roleOfPost, unitOfPost, type ProblemData } from './problem'
import { id, type Role } from './role'
import type { PostId } from './unit'

/** What is to be handed over where posts change (交接事项); the words are at `handovers.points.<id>`. */
export const handoverPoints = [
  'open-cases',
  'hearings',
  'deadlines',
  'documents',
  'drafts',
  'records',
  'service',
  'archiving',
  'enforcement-cases',
  'measures',
  'funds',
  'duties',
  'equipment',
  'tasks',
  'papers',
  'assets',
  'files',
  'access',
  'contacts',
] as const
export type HandoverPoint = (typeof handoverPoints)[number]

/** The points of a post that is left (交接清单), by its role, in the order in which one goes through them. */
const pointsOfRole: Readonly<Record<Role, readonly HandoverPoint[]>> = {
  judge: ['open-cases', 'hearings', 'deadlines', 'documents', 'files', 'access', 'contacts'],
  assistant: ['open-cases', 'hearings', 'deadlines', 'drafts', 'files', 'access', 'contacts'],
  clerk: ['hearings', 'records', 'service', 'archiving', 'files', 'access', 'contacts'],
  'enforcement-officer': ['enforcement-cases', 'measures', 'funds', 'files', 'access', 'contacts'],
  bailiff: ['duties', 'equipment', 'access', 'contacts'],
  administrative: ['tasks', 'papers', 'assets', 'files', 'access', 'contacts'],
}

/** The points of everybody who leaves these posts, each once. */
export const pointsOf = (posts: readonly PostId[]): HandoverPoint[] => [
  ...new Set(posts.flatMap((post) => pointsOfRole[roleOfPost(post)])),
]

/** Points of one's own that a list may have. */
export const mostOwnPoints = 20
/** Characters of an own point, and of the words to whom one hands over. */
export const longestPoint = 200
/**
 * Days by which the hand-over may follow the move: two months, in which whoever left can still be asked. The planner
 * knows nothing of it: people count in the new post from the day of the move on.
 */
export const longestHandover = 60

/** What a person writes of a hand-over (交接): a draft that saves itself until it is confirmed. */
export const handoverDraft = z.object({
  ticked: z.array(z.enum(handoverPoints)).max(handoverPoints.length),
  own: z.array(z.object({ text: z.string().trim().min(1).max(longestPoint), ticked: z.boolean() })).max(mostOwnPoints),
  /** Null for the day of the move, whichever that is. */
  day: calendarDate.nullable(),
  /** A colleague who takes over. */
  to: id.nullable(),
  /** To whom, in words: where it is nobody of the court, several, or still open. */
  toWords: z.string().trim().max(longestPoint),
})
export type HandoverDraft = z.infer<typeof handoverDraft>

export const emptyHandover: HandoverDraft = { ticked: [], own: [], day: null, to: null, toWords: '' }

/** The draft with nothing of what was written, only what was ticked of the points that everybody has. */
export const wordless = ({ ticked }: HandoverDraft): HandoverDraft => ({ ...emptyHandover, ticked })

/** All that was written in it, as one text. */
export const wordsOf = ({ own, to, toWords }: HandoverDraft): string =>
  [...own.map(({ text }) => text), to ?? '', toWords].join('')

/** The move that somebody hands over for; no post is the bench. */
const handoverMove = z.object({
  person: id,
  /** Day of the move. */
  date: calendarDate,
  from: z.array(z.string()),
  to: z.array(z.string()),
})
export type HandoverMove = z.infer<typeof handoverMove>

/** Where a move goes, whichever day it is. */
const handoverWay = handoverMove.pick({ from: true, to: true })
export type HandoverWay = z.infer<typeof handoverWay>

const wayText = ({ from, to }: HandoverWay): string => JSON.stringify([from, to])
export const isSameWay = (a: HandoverWay, b: HandoverWay): boolean => wayText(a) === wayText(b)

/** A hand-over of a person in a round, as it stands. */
export const handover = handoverMove.extend({
  draft: handoverDraft,
  /** Day on which it was confirmed; null while it is open. */
  confirmedOn: calendarDate.nullable(),
  /** The other way for which it was confirmed, before a plan with this one was kept: it is open again since then. */
  confirmedFor: handoverWay.nullable(),
  version: z.int(),
})
export type Handover = z.infer<typeof handover>

/** The last day on which a hand-over may be, for a move on a date. */
export const lastHandoverDay = (date: CalendarDate): CalendarDate => dateOf(addDays(dayOf(date), longestHandover))

export const isHandoverDay = (day: CalendarDate, date: CalendarDate): boolean =>
  date <= day && day <= lastHandoverDay(date)

/** The day of a hand-over: the one that was chosen, unless the move has another date by now that it does not fit to. */
export const handoverDay = ({ draft: { day }, date }: Pick<Handover, 'draft' | 'date'>): CalendarDate =>
  day !== null && isHandoverDay(day, date) ? day : date

/** How many points a list has, and how many of them are ticked. */
export function pointsDone({ from, draft }: Pick<Handover, 'from' | 'draft'>): { done: number; all: number } {
  const ticks = [
    ...pointsOf(from).map((point) => draft.ticked.includes(point)),
    ...draft.own.map(({ ticked }) => ticked),
  ]
  return { done: ticks.filter(Boolean).length, all: ticks.length }
}

/** Until the day of the hand-over somebody may go on with one that was confirmed. */
export const mayReopen = (of: Pick<Handover, 'draft' | 'date' | 'confirmedOn'>, today: CalendarDate): boolean =>
  of.confirmedOn !== null && today <= handoverDay(of)

/** A move for which something is handed over, and the departments whose heads it concerns. */
export interface MoveOfUnits extends HandoverMove {
  readonly departments: ReadonlySet<string>
}

/** Who hands over under a plan that is kept, by person: everybody whose post changes and who had one. */
export function handoverMoves(
  units: readonly Pick<ProblemData['units'][number], 'id' | 'department'>[],
  moves: readonly { readonly person: string; readonly from: string | null; readonly to: string | null }[],
  date: CalendarDate,
): Map<string, MoveOfUnits> {
  const departments = new Map(units.map(({ id, department }) => [id, department]))
  const postsOf = (seat: string | null): string[] => (seat === null ? [] : partsOfSeat(seat).map(({ post }) => post))
  return new Map(
    moves.flatMap(({ person, ...seats }) => {
      const [from, to] = [postsOf(seats.from), postsOf(seats.to)]
      if (from.length === 0) return []
      const touched = new Set([...from, ...to].flatMap((post) => departments.get(unitOfPost(post)) ?? []))
      return [[person, { person, date, from, to, departments: touched }] as const]
    }),
  )
}
