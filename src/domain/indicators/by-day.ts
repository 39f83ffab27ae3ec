import type { CalendarDate } from '../calendar'
import type { CaseDays } from '../cases/case-days'
import { courseOfDays, flowOfDays, type DayFlow, type Days } from '../cases/day-flow'
import { measureOf, signOf, type IndicatorDefinition, type Term, type TermMeasure } from './definition'
import { evaluate, partsOf, type Evaluated } from './evaluate'
import { caseTypesIn, teamsIn, type Reached } from './scope'
import type { Why } from '../why'
import type { TermPart, WhyNot } from './sums'

/** A figure of a span of days, and what came and went in it. */
export interface DayFigure extends Evaluated {
  readonly unit: IndicatorDefinition['unit']
  readonly flow: DayFlow
}

type Counts = Omit<DayFlow, 'rows'>

/** What a case list tells day by day; the other measures are told by months alone. */
const told: Partial<Record<TermMeasure, (flow: Counts) => number>> = {
  carried: ({ carried }) => carried,
  filed: ({ filed }) => filed,
  closed: ({ closed }) => closed,
  accepted: ({ accepted }) => accepted,
  pending: ({ accepted, closed }) => accepted - closed,
  full: ({ full }) => full,
  fullDays: ({ fullDays }) => fullDays,
}

function partByDay(term: Term, flow: Counts): TermPart {
  const measure = measureOf(term)
  const count = told[measure]
  return count === undefined
    ? { term, value: null, why: { code: 'measure-not-by-day', facts: { measure } }, missing: [] }
    : { term, value: signOf(term) * count(flow), why: null, missing: [] }
}

/** The days of the teams and case types that a definition counts. */
export function daysCounted(court: Reached, definition: IndicatorDefinition, { stock, days }: CaseDays): CaseDays {
  const teams = new Set(teamsIn(court, definition, {}).map(({ id }) => id))
  const caseTypes = caseTypesIn(court, definition, {})
  const counts = ({ team, caseType }: { team: string; caseType: string }): boolean =>
    teams.has(team) && caseTypes.has(caseType)
  return { stock: stock.filter(counts), days: days.filter(counts) }
}

const nothing: Why<WhyNot> = { code: 'nothing-reported', facts: {} }

const figure = (definition: IndicatorDefinition, flow: Counts, reported: boolean): Evaluated =>
  evaluate(
    definition.unit,
    partsOf(definition, (term) => partByDay(term, flow)),
    reported ? null : nothing,
  )

/** Computes an indicator for a span of days, from a case list counted day by day. */
export function measureDays(court: Reached, definition: IndicatorDefinition, counted: CaseDays, span: Days): DayFigure {
  const flow = flowOfDays(daysCounted(court, definition, counted), span)
  return { ...figure(definition, flow, flow.rows.length > 0), unit: definition.unit, flow }
}

/**
 * The course of an indicator over the days of a span, each cumulated from its first day; null where it has no value.
 */
export const courseByDay = (
  court: Reached,
  definition: IndicatorDefinition,
  counted: CaseDays,
  span: Days,
): { readonly date: CalendarDate; readonly value: number | null }[] =>
  courseOfDays(daysCounted(court, definition, counted), span).map((flow) => ({
    date: flow.until,
    value: figure(definition, flow, true).value,
  }))

/** What was closed in part of a period, of all that was closed in it. */
export function shareOfClosed(part: DayFlow, whole: DayFlow): DayFigure {
  const parts = { numerator: [partByDay('closed', part)], denominator: [partByDay('closed', whole)] }
  return { ...evaluate('percent', parts, whole.rows.length > 0 ? null : nothing), unit: 'percent', flow: part }
}
