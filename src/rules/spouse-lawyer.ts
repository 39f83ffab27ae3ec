import type { Candidate } from '../domain'
import { defineRule } from './rule'

/** Avoidance takes the judge out of trial and enforcement; whoever is long away or under review tries no case now. */
export const mustLeaveTheBench = ({ role, lawyerRelative, away, underReview }: Candidate): boolean =>
  role === 'judge' && lawyerRelative && away === null && !underReview

/**
 * Duty avoidance (任职回避): a judge whose spouse, parent or child is a lawyer or keeps a law firm in the court's area
 * holds no trial or enforcement post. Where no other post is open to judges, the court decides: pinned to the bench,
 * the judge waits for a place outside this plan.
 */
export const spouseLawyer = defineRule({
  id: 'spouse-lawyer',
  source: '法官法 24',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const person of problem.people) {
      if (!mustLeaveTheBench(person)) continue
      const seats = problem
        .seatsOf(person.id)
        .filter(({ parts }) => parts.some(({ post }) => problem.post.get(post)!.frontLine))
      if (seats.length > 0) yield { seats, atMost: 0, facts: { person: person.id } }
    }
  },
})
