import { addMonths } from 'date-fns'
import { absenceOn, dateOf, dayOf, groupByPerson, isHere, postId, probationUntil, type Court } from '../../domain'
import type { PlanMove } from '../moves'

/** Something that will change who is there, on a known day. */
export interface Coming {
  readonly kind: 'returns' | 'probation-ends' | 'posting-ends' | 'leaves' | 'joins'
  readonly date: string
  readonly person: string
  /** The post it concerns, where there is one. */
  readonly post: string | null
}

/**
 * What is coming in the months after the date, the soonest first: returns, ends of probation and of postings, people who
 * go or come. `moves` are those of a plan that is kept: postings that it begins end too.
 */
export function comingOf(court: Court, date: string, moves: readonly PlanMove[] = [], months = 6): Coming[] {
  const end = dateOf(addMonths(dayOf(date), months))
  const soon = (day: string | null): day is string => day !== null && day >= date && day <= end
  const leaves = groupByPerson(court.leaves)
  const list: Coming[] = []
  for (const person of court.people) {
    const { id, joined, left } = person
    if (soon(joined) && joined > date) list.push({ kind: 'joins', date: joined, person: id, post: null })
    if (!isHere(person, date)) continue
    if (soon(left)) list.push({ kind: 'leaves', date: left, person: id, post: null })
    const away = absenceOn(leaves.get(id) ?? [], date, court.settings.longLeaveDays)
    if (away !== null && soon(away.until)) list.push({ kind: 'returns', date: away.until, person: id, post: null })
    const probation = probationUntil(person)
    if (soon(probation)) list.push({ kind: 'probation-ends', date: probation, person: id, post: null })
  }
  for (const row of court.assignments)
    if (row.kind === 'temporary' && row.from <= date && soon(row.until))
      list.push({ kind: 'posting-ends', date: row.until, person: row.person, post: postId(row) })
  for (const { person, to, until } of moves)
    if (soon(until)) list.push({ kind: 'posting-ends', date: until, person, post: to[0] ?? null })
  return list.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.person < b.person ? -1 : 1))
}
