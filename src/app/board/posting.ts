import {
  problemOf,
  withMove,
  type CalendarDate,
  type Decision,
  type Plan,
  type Problem,
  type Round,
  type Seat,
} from '../../domain'
import { orderOf, parametersOf, Tally, touchedUp } from '../../rules'
import { lastDayOfPosting, temporaryPostingTerm } from '../../rules/temporary-posting-term'
import type { OpenRound } from '../rounds/open-round'
import { withoutPosting, withPin } from './decisions'
import { verdictOf, type Verdict } from './verdicts'

/** Months that a posting is offered for at first, where the rule allows as many. */
const months = 12

/** The last day that a posting is offered with: a year on, or the longest that the round allows where that is less. */
export function offeredUntil({ date, rules }: Pick<Round, 'date' | 'rules'>): CalendarDate {
  const setting = rules.find(({ id }) => id === temporaryPostingTerm.id)
  const most = Number(parametersOf(temporaryPostingTerm, setting).months)
  return lastDayOfPosting(date, Math.min(months, most))
}

/** A plan under other decisions of the round, on the same seats. */
function tallyUnder({ court, round, problem, inForce }: OpenRound, decisions: readonly Decision[], plan: Plan): Tally {
  const next: Round = { ...round, decisions: [...decisions] }
  const then: Problem = { ...problem, decisions: problemOf(court, next).decisions }
  return new Tally(then, touchedUp(inForce, then, orderOf(next)), plan)
}

/** What a move of the person is weighed by: moving takes a temporary posting back, so that it forbids no other seat. */
export function weighedBy(open: OpenRound, now: Tally, person: string): Tally {
  const { decisions } = open.round
  const after = withoutPosting(decisions, person)
  return after.length === decisions.length ? now : tallyUnder(open, after, now.plan)
}

/**
 * What rules and goals say to posting the person there until that day. Rules are asked against the person's staying at
 * home, so that they answer of a posting at hand too; goals against the plan as it stands.
 */
export function postingVerdict(open: OpenRound, now: Tally, person: string, to: Seat, until: CalendarDate): Verdict {
  const home = withMove(now.plan, person, open.problem.presentSeat(person) ?? null)
  const decisions = withPin(open.round.decisions, person, to.id, until)
  const verdict = verdictOf(tallyUnder(open, decisions, home), person, to)
  return { ...verdict, change: verdict.score.map((value, level) => value - (now.score[level] ?? 0)) }
}
