import { inject, shallowRef, watch } from 'vue'
import { defineProblem, type Computed, type Problem } from '../../domain'
import type { YearAhead } from '../../domain/need/year-ahead'
import { putInForce, type InForce } from '../../rules'
import { forecastWorker, type ForecastWorker } from '../forecast/ask'
import { workerKey } from '../forecast/use-answer'
import type { OpenRound } from '../rounds/open-round'

/** The year to come, and what it makes of the round: seats of its own, with rules and goals written out for them. */
export interface Ahead extends YearAhead {
  readonly problem: Problem
  readonly inForce: readonly InForce[]
  /** By post, in thousandths of an FTE, as the planner counts. */
  readonly thousandths: Readonly<Record<string, number>>
}

const asked = (speaker: ForecastWorker, { court, round }: OpenRound): Promise<Computed<YearAhead>> =>
  new Promise((resolve, reject) =>
    speaker.ask(
      { court, date: round.date, plan: null },
      { kind: 'year' },
      { done: (answer) => resolve(answer as Computed<YearAhead>), failed: reject, progress: () => {} },
    ),
  )

/** Need in a year of many filings, forecast in a worker; it is worked out once while the round stays as it is. */
export function useYearAhead(open: () => OpenRound) {
  const speaker = inject(workerKey, forecastWorker)
  const year = shallowRef<Computed<Ahead> | null>(null)
  watch(open, () => (year.value = null))

  async function forecast(): Promise<Computed<Ahead>> {
    if (year.value !== null) return year.value
    const round = open()
    const found = await asked(speaker, round)
    const made: Computed<Ahead> = found.why !== null ? found : { value: aheadOf(round, found.value), why: null }
    if (open() === round) year.value = made
    return made
  }
  return { year, forecast }
}

function aheadOf({ data, round }: OpenRound, year: YearAhead): Ahead {
  const thousandths = Object.fromEntries(data.posts.map(({ id }) => [id, Math.round((year.need[id] ?? 0) * 1000)]))
  const posts = data.posts.map((post) => ({ ...post, need: thousandths[post.id]! }))
  const problem = defineProblem({ ...data, posts })
  return { ...year, thousandths, problem, inForce: putInForce(problem, round) }
}
