import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import {
  addToMonth,
  calendarDate,
  calendarMonth,
  dateOf,
  figuresIndex,
  monthOf,
  teamsIn,
  tracks,
  type CalendarDate,
  type Period,
  type Scope,
} from '../../domain'
import { useCourt } from '../use-court'
import { againstOf, periodKinds, periodOf, type PeriodKind } from './period'
import { rememberedQuery } from './remembered-query'

/** What the caseload screen is asked: an indicator, whose cases, when, against what, and as defined on which day. */
export interface Question {
  readonly indicator: string
  readonly scope: Scope
  readonly kind: PeriodKind
  readonly period: Period
  readonly against: Period
  /** The month that ends the period compared with; null for last year's same period. */
  readonly againstMonth: string | null
  readonly on: CalendarDate
  /** The day is named in the address: a link that was kept. */
  readonly dated: boolean
}

export type Fields = Partial<
  Record<
    | 'indicator'
    | 'division'
    | 'department'
    | 'team'
    | 'track'
    | 'caseType'
    | 'kind'
    | 'from'
    | 'until'
    | 'against'
    | 'on',
    string
  >
>

/** Reads the question from the address, which can so be sent to somebody else; the last one asked is remembered. */
export function useQuestion() {
  const route = useRoute()
  const router = useRouter()
  const { court, date } = useCourt()
  const memory = rememberedQuery(court.value.id)
  const fields = computed((): Fields => {
    const given = Object.fromEntries(Object.entries(route.query).filter(([, value]) => typeof value === 'string'))
    return Object.keys(given).length === 0 ? memory.read() : given
  })
  const question = computed((): Question => {
    const { indicator, division, department, team, track, caseType, kind, from, until, against, on } = fields.value
    const scope = { division, department, team, track: tracks.find((each) => each === track), caseType }
    const teams = teamsIn(court.value, { of: 'all' }, scope).map(({ id }) => id)
    const last = figuresIndex(court.value).told.wholeUntil(teams) ?? addToMonth(monthOf(date.value), -1)
    const month = (text: string | undefined, or: string): string => (calendarMonth.safeParse(text).success ? text! : or)
    const chosen = periodKinds.find((each) => each === kind) ?? 'year'
    const at = month(until, last)
    const period = periodOf(chosen, at, month(from, addToMonth(at, -11)), last)
    const againstMonth = calendarMonth.safeParse(against).success ? against! : null
    const dated = calendarDate.safeParse(on).success
    return {
      indicator: indicator ?? 'closing-rate',
      scope,
      kind: chosen,
      period,
      against: againstOf(period, againstMonth),
      againstMonth,
      on: dated ? on! : dateOf(new Date()),
      dated,
    }
  })

  /** Asks something else; a field that is undefined is no longer asked for. */
  function ask(change: Fields): void {
    const next = Object.fromEntries(Object.entries({ ...fields.value, ...change }).filter(([, value]) => value))
    memory.write(next)
    void router.replace({ query: next })
  }
  return { question, ask }
}
export type Ask = ReturnType<typeof useQuestion>['ask']
