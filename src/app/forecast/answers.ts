// Runs in a worker: loads statistics and a lunar calendar, which the page's first load must not.
import {
  addToMonth,
  changesOfPlan,
  defineProblem,
  filedByMonth,
  marksFor,
  monthOf,
  monthsBetween,
  overridesFor,
  readPlan,
  UnknownSeat,
  type CalendarMonth,
  type FilingsResult,
  type StaffChange,
} from '../../domain'
import { forecastFilings } from '../../domain/forecast/filings'
import type { Forecaster } from '../../domain/forecast/method'
import { sumOfMonths } from '../../domain/forecast/sum-of-months'
import { yearAhead } from '../../domain/need/year-ahead'
import { staffingsFor, teamAnswer } from './outlook'
import type { FilingsAnswer, FilingsQuestion, OutlookAnswer, OutlookQuestion, State, YearAnswer } from './questions'

/**
 * Answers questions about one state of a court. A forecast does not hang on the scenario, so each is made once and
 * remembered: a change of the scenario costs a projection alone.
 */
export function answerer(state: State, ets?: Forecaster) {
  const { court, date } = state
  const known = new Map<string, FilingsResult>()
  const staffings = staffingsFor(court, date)
  let changes: Map<string, StaffChange[]> | null | undefined

  function forecast(unit: string | null, until: CalendarMonth): FilingsResult {
    const key = `${unit ?? ''} ${until}`
    const series = filedByMonth(court, unit, date)
    const last = Object.keys(series).toSorted().at(-1) ?? addToMonth(monthOf(date), -1)
    const horizon = Math.max(1, monthsBetween(last, until))
    const made =
      known.get(key) ??
      forecastFilings({ series, marks: marksFor(court, unit), overrides: overridesFor(court, unit), horizon, ets })
    known.set(key, made)
    return made
  }
  /** Who comes and goes under the plan, by unit; null where it does not fit the court any more. */
  function planned(): Map<string, StaffChange[]> | null {
    if (changes !== undefined) return changes
    if (state.plan === null) return (changes = new Map<string, StaffChange[]>())
    const problem = defineProblem(state.plan.data)
    try {
      changes = changesOfPlan(problem, readPlan(problem, state.plan.plan))
    } catch (error) {
      if (!(error instanceof UnknownSeat)) throw error
      changes = null
    }
    return changes
  }

  return {
    filings({ unit, until }: FilingsQuestion): FilingsAnswer {
      const made = forecast(unit, until)
      const total = made.why === null ? sumOfMonths(made) : null
      return { filed: filedByMonth(court, unit, date), marks: marksFor(court, unit), forecast: made, total }
    },
    year: (): YearAnswer => yearAhead(court, date, forecast),
    outlook(question: OutlookQuestion, onTeam?: (done: number) => void): OutlookAnswer {
      const plan = question.withPlan ? planned() : new Map<string, StaffChange[]>()
      const teams = question.teams.map((team, i) => {
        const answer = teamAnswer(state, staffings, question, {
          team,
          forecast: forecast(team, question.until),
          changes: plan?.get(team) ?? [],
        })
        onTeam?.(i + 1)
        return answer
      })
      return { teams, planStale: plan === null }
    },
  }
}
export type Answerer = ReturnType<typeof answerer>
