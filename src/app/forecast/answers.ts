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
  type FilingsForecast,
  type FilingsResult,
  type StaffChange,
} from '../../domain'
import { fanOf } from '../../domain/backlog/fan'
import { forecastFilings } from '../../domain/forecast/filings'
import type { Forecaster } from '../../domain/forecast/method'
import { staffingsFor, teamAnswer } from './outlook'
import type { FilingsAnswer, FilingsQuestion, OutlookAnswer, OutlookQuestion, State } from './questions'

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
      const total = made.why === null ? totalOf(made) : null
      return { filed: filedByMonth(court, unit, date), marks: marksFor(court, unit), forecast: made, total }
    },
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
/** A stock from which nothing ever leaves holds all that is filed; so the fan of it is the fan of the sum. */
function totalOf({ months, errors }: FilingsForecast): NonNullable<FilingsAnswer['total']> {
  const expected = months.reduce((sum, month) => sum + month.expected, 0)
  const last = fanOf({ stock: 0, months: months.map((month) => ({ ...month, capacity: 0 })), errors }).at(-1)
  return { expected, low: Math.min(expected, last?.p10 ?? 0), high: Math.max(expected, last?.p90 ?? 0) }
}

export type Answerer = ReturnType<typeof answerer>
