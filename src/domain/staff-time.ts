import { addDays, differenceInCalendarDays } from 'date-fns'
import { covers, dateOf, dayOf, type CalendarDate } from './calendar'
import type { Court } from './court'
import { availabilityOf, groupByPerson, isHere, placesOf } from './have'
import type { PostId } from './unit'

const dayAfter = (date: CalendarDate): CalendarDate => dateOf(addDays(dayOf(date), 1))

/**
 * Full-time days worked in each post in a span: long leave, secondment and moves within it taken off to the day.
 * `startOf` leaves out the days before a unit began. Posts that nobody was in are not in the map.
 */
export function fteDaysIn(
  court: Court,
  { from, until }: { from: CalendarDate; until: CalendarDate },
  startOf: (unit: string) => CalendarDate = () => from,
): Map<PostId, number> {
  const end = dayAfter(until)
  const assignments = groupByPerson(court.assignments)
  const leaves = groupByPerson(court.leaves)
  const days = new Map<PostId, number>()
  for (const person of court.people) {
    const stays = assignments.get(person.id) ?? []
    const away = leaves.get(person.id) ?? []
    const spans = [...stays, ...away, { from: person.joined, until: person.left }]
    const edges = spans.flatMap((span) => [span.from, ...(span.until === null ? [] : [dayAfter(span.until)])])
    const marks = [...new Set([from, end, ...edges.filter((edge) => from < edge && edge < end)])].toSorted()
    for (const [i, start] of marks.slice(0, -1).entries()) {
      if (!isHere(person, start)) continue
      const available = availabilityOf(person, away, start, court.settings.longLeaveDays)
      if (available === 0) continue
      for (const [post, share] of placesOf(stays.filter((row) => covers(row, start)))) {
        const began = startOf(post.slice(0, post.indexOf('/')))
        const length = differenceInCalendarDays(dayOf(marks[i + 1]!), dayOf(began > start ? began : start))
        if (length > 0) days.set(post, (days.get(post) ?? 0) + share * available * length)
      }
    }
  }
  return days
}
