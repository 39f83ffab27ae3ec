import { subMonths } from 'date-fns'
import { covers, dateOf, dayOf, joinSpans, type CalendarDate } from './calendar'
import type { Court } from './court'
import { bareAbsences, formerNumber, isOffWork, whyNotForgotten } from './forget'
import { groupByPerson } from './have'
import type { Objection } from './objection'
import type { Leave } from './person'

/** Whose personal facts are kept longer than the court's own settings say (保存期限届满), and which. */
export const dueKinds = ['people', 'leaves', 'wishes', 'objections'] as const
export type DueKind = (typeof dueKinds)[number]

export interface Due {
  readonly kind: DueKind
  readonly person: string
  readonly name: string
  /** How many rows would go; of a person who has left, all that is private goes. */
  readonly rows: number
  /** Since when the facts are of the past: the last day at the court, of the newest leave, and so on. */
  readonly since: CalendarDate
}

/** A statement of wishes as far as its age goes, and an objection. */
export interface Dated {
  readonly statements: readonly { readonly person: string; readonly savedOn: CalendarDate }[]
  readonly objections: readonly Pick<Objection, 'person' | 'text' | 'settledOn'>[]
}

/** What ended before this day has been kept for so many months. */
export const keptUntil = (today: CalendarDate, months: number): CalendarDate => dateOf(subMonths(dayOf(today), months))

const isOver = ({ until }: Pick<Leave, 'until'>, before: CalendarDate): boolean => until !== null && until < before

/**
 * Leaves of one person without those that ended before a day. Of an absence that took them out of Have its span stays,
 * without its reason; one that an extension carried beyond the day stays whole.
 */
export function leavesSince(leaves: readonly Leave[], longLeaveDays: number, before: CalendarDate): Leave[] {
  const over = joinSpans(leaves.filter(isOffWork)).filter((span) => isOver(span, before))
  const isPast = (row: Leave): boolean =>
    isOffWork(row) ? over.some((span) => covers(span, row.from)) : row.kind !== 'secondment' && isOver(row, before)
  const past = leaves.filter((row) => isOffWork(row) && isPast(row))
  const gone = bareAbsences(past, longLeaveDays)
  // What is bare already stands as it was.
  const same = (one: Leave) => (other: Leave) => JSON.stringify(one) === JSON.stringify(other)
  const stays = leaves.filter((row) => !isPast(row) || gone.some(same(row)))
  return [...stays, ...gone.filter((row) => !stays.some(same(row)))]
}

/** What is to go on a day, person by person: people who have left first, of whom nothing else is listed. */
export function dueOn(court: Court, { statements, objections }: Dated, today: CalendarDate): Due[] {
  const { keepLeftMonths, keepLeavesMonths, keepWishesMonths, keepObjectionsMonths, longLeaveDays } = court.settings
  const names = new Map(court.people.map(({ id, name }) => [id, name]))
  const left = court.people.filter(
    (person) =>
      person.left !== null &&
      person.left < keptUntil(today, keepLeftMonths) &&
      whyNotForgotten(court, person, today) === null,
  )
  const gone = new Set(left.map(({ id }) => id))
  const due = (kind: DueKind, person: string, rows: number, since: CalendarDate): Due[] =>
    rows === 0 || gone.has(person) || formerNumber(person) !== null
      ? []
      : [{ kind, person, name: names.get(person) ?? person, rows, since }]
  const latest = (days: readonly CalendarDate[]): CalendarDate => days.toSorted().at(-1)!

  const before = keptUntil(today, keepLeavesMonths)
  const leaves = [...groupByPerson(court.leaves)].flatMap(([person, rows]) => {
    const stay = new Set(leavesSince(rows, longLeaveDays, before))
    const go = rows.filter((row) => !stay.has(row))
    return due('leaves', person, go.length, latest(go.map(({ until }) => until!)))
  })
  const answers = answersOver(court, today)
  const said = statements.filter(({ savedOn }) => savedOn < keptUntil(today, keepWishesMonths))
  const wishing = new Set([...said, ...answers].map(({ person }) => person))
  const wishes = [...wishing].flatMap((person) => {
    const own = said.filter((each) => each.person === person)
    const wished = own.length === 0 ? [] : court.preferences.filter((each) => each.person === person)
    const met = answers.filter((each) => each.person === person)
    const days = [...own.map(({ savedOn }) => savedOn), ...met.map(({ date }) => date)]
    return due('wishes', person, own.length + wished.length + met.length, latest(days))
  })
  const settled = objections.filter((each) => isWordsOver(each, keptUntil(today, keepObjectionsMonths)))
  const objected = [...groupByPerson(settled)].flatMap(([person, rows]) =>
    due('objections', person, rows.length, latest(rows.map(({ settledOn }) => settledOn!))),
  )
  return [
    ...left.map(({ id, name, left: on }): Due => ({ kind: 'people', person: id, name, rows: 1, since: on! })),
    ...leaves,
    ...wishes,
    ...objected,
  ]
}

/** Answers to wishes serve the ledger of burden: they stay as long as it counts them, if that is longer. */
const answersOver = ({ wishAnswers, settings }: Court, today: CalendarDate): Court['wishAnswers'] => {
  const before = keptUntil(today, Math.max(settings.keepWishesMonths, settings.burdenMonths))
  return wishAnswers.filter(({ date }) => date < before)
}

/** An objection that was settled so long ago that its words go. */
export const isWordsOver = (
  { settledOn, text }: Pick<Objection, 'settledOn' | 'text'>,
  before: CalendarDate,
): boolean => settledOn !== null && settledOn < before && text !== ''

/** The court without what is due of those who stay in it. */
export function withoutDue(court: Court, due: readonly Due[], today: CalendarDate): Court {
  const { keepLeavesMonths, longLeaveDays } = court.settings
  const of = (kind: DueKind): ReadonlySet<string> =>
    new Set(due.filter((each) => each.kind === kind).map(({ person }) => person))
  const [aged, wished] = [of('leaves'), of('wishes')]
  const over = new Set(answersOver(court, today))
  const before = keptUntil(today, keepLeavesMonths)
  return {
    ...court,
    leaves: [
      ...court.leaves.filter(({ person }) => !aged.has(person)),
      ...[...groupByPerson(court.leaves.filter(({ person }) => aged.has(person))).values()].flatMap((rows) =>
        leavesSince(rows, longLeaveDays, before),
      ),
    ],
    wishAnswers: court.wishAnswers.filter((row) => !wished.has(row.person) || !over.has(row)),
  }
}
