import { addDays, addMonths } from 'date-fns'
import { dateOf, dayOf, type CalendarDate, type Candidate, type Problem } from '../domain'
import { isOpen, mayClose } from './open-unit'
import { defineRule } from './rule'
import { newPostingOf, type NewPosting } from './stays'

/** Why what is decided on is no temporary posting. */
export type PostingFault = 'posted-already' | 'no-home' | 'no-move' | 'not-later' | 'too-long' | 'home-closes'

/** Last day that a posting of at most so many months may have which begins on the date. */
export const lastDayOfPosting = (date: CalendarDate, months: number): CalendarDate =>
  dateOf(addDays(addMonths(dayOf(date), months), -1))

function faultOf(
  problem: Problem,
  { id, posting }: Candidate,
  { seat, until }: NewPosting,
  months: number,
): PostingFault | null {
  if (posting !== null) return 'posted-already'
  if (problem.presentSeat(id) === undefined) return 'no-home'
  if (seat.present) return 'no-move'
  if (until <= problem.date) return 'not-later'
  return until > lastDayOfPosting(problem.date, months) ? 'too-long' : null
}

/**
 * A temporary posting (挂职) that this round begins ends after the round's date, lasts at most so many months and leads
 * away from a post to which the person goes back: one that they hold by now for good, in a unit that is not closed.
 */
export const temporaryPostingTerm = defineRule({
  id: 'temporary-posting-term',
  source: '公务员法 72 · 本院轮岗方案（挂职期限）',
  weight: 'must',
  parameters: { months: 12 },
  *limits(problem, { months }) {
    for (const person of problem.people) {
      const posting = newPostingOf(problem, person.id)
      if (posting === undefined) continue
      const { seat, until } = posting
      const facts = { person: person.id, until, months }
      const fault = faultOf(problem, person, posting, months)
      if (fault !== null) {
        yield { seats: [seat], atMost: 0, facts: { ...facts, fault } }
        continue
      }
      const closing = new Set(person.present.map(({ post }) => problem.post.get(post)!.unit))
      for (const unit of closing)
        if (mayClose(problem, unit))
          yield {
            seats: [seat],
            choices: [{ choice: isOpen(problem, unit), count: -1 }],
            atMost: 0,
            facts: { ...facts, fault: 'home-closes' },
          }
    }
  },
})
