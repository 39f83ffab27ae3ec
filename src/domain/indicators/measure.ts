import type { CalendarDate, CalendarMonth } from '../calendar'
import type { Caseload } from '../cases/caseload'
import type { Court } from '../court'
import { daysInMonth, monthsIn, type Period } from '../period'
import { definitionOn } from './in-force'
import type { IndicatorDefinition } from './definition'
import { evaluate, partsOf, type Evaluated } from './evaluate'
import { figuresIndex, type FiguresIndex } from './figures-index'
import { caseTypesIn, teamsIn, type Scope } from './scope'
import { partOf, type Reach, type WhyNot } from './sums'
import type { Why } from '../why'

/** A figure of whole months, with the imported rows it was counted from. */
export interface Measured extends Evaluated {
  /** The imported rows that were counted. */
  readonly rows: readonly Caseload[]
  /** The first and the last of them of each team and case type: where what was carried over and the stock are read. */
  readonly first: readonly Caseload[]
  readonly last: readonly Caseload[]
  readonly period: Period
  /** Days from the first month with a row to the end of the period, or of the caseload where that ends earlier. */
  readonly days: number
}

type Counts = Pick<IndicatorDefinition, 'of' | 'excludedCategories' | 'excludedCaseTypes'>

/** The rows of a scope and period that a definition counts: by teams in the court's order, case types and months. */
export function reachOf(court: Court, definition: Counts, scope: Scope, period: Period): Reach {
  const index = figuresIndex(court)
  const { of, excludedCategories, excludedCaseTypes } = definition
  const { division, department, team, track, caseType } = scope
  const key = JSON.stringify([
    [division, department, team, track, caseType],
    [of, excludedCategories, excludedCaseTypes],
    [period.from, period.until],
  ])
  return index.once(key, () => reach(court, index, definition, scope, period))
}

function reach(court: Court, index: FiguresIndex, definition: Counts, scope: Scope, period: Period): Reach {
  const teams = teamsIn(court, definition, scope)
  const caseTypes = caseTypesIn(court, definition, scope)
  const { told } = index
  const within = { from: latest(period.from, told.first), until: earliest(period.until, told.last) }
  const rows: Caseload[] = []
  const first: Caseload[] = []
  const last: Caseload[] = []
  const inOrder = told.first === null ? [] : monthsIn(within)
  const missing = new Map<CalendarMonth, string[]>()
  for (const { id: team } of teams) {
    for (const [caseType, ofType] of index.rows.get(team) ?? []) {
      if (!caseTypes.has(caseType)) continue
      const before = rows.length
      for (const month of inOrder) {
        const row = ofType.get(month)
        if (row !== undefined) rows.push(row)
      }
      if (rows.length === before) continue
      first.push(rows[before]!)
      last.push(rows.at(-1)!)
    }
    for (const month of index.missed.get(team) ?? []) {
      if (month < within.from || month > within.until) continue
      if ([...index.since.get(team)!].some(([caseType, since]) => since < month && caseTypes.has(caseType)))
        missing.set(month, [...(missing.get(month) ?? []), team])
    }
  }
  const begins = first.reduce((least, { month }) => (least === '' || month < least ? month : least), '')
  // A team that starts in the middle of the period, and a year that is not over, have only their own days.
  let days = 0
  for (const month of inOrder) if (begins !== '' && month >= begins) days += daysOf(month)
  // A department's own office belongs to its teams together, not to one of them or to those of one track.
  const withOffice = scope.team === undefined && scope.track === undefined
  return {
    index,
    period,
    ofCaseType: scope.caseType !== undefined,
    whole: definition.of === 'all' && Object.values(scope).every((each) => each === undefined),
    units: new Set(teams.flatMap(({ id, department }) => (withOffice ? [department, id] : [id]))),
    rows,
    first,
    last,
    days,
    missing: inOrder.flatMap((month) => (missing.has(month) ? [{ month, teams: missing.get(month)! }] : [])),
  }
}

/** Why rows cannot be added up at all: there are none, or teams miss months and every sum would be too low. */
function whyNotTold({ rows, missing }: Reach): Why<WhyNot> | null {
  if (rows.length === 0) return { code: 'nothing-reported', facts: {} }
  if (missing.length === 0) return null
  const teams = new Set(missing.flatMap((each) => each.teams)).size
  return { code: 'teams-missing', facts: { month: missing.map(({ month }) => month).join(', '), teams } }
}

/** Computes an indicator for a scope and a period of whole months. */
export function measure(court: Court, definition: IndicatorDefinition, scope: Scope, period: Period): Measured {
  const reached = reachOf(court, definition, scope, period)
  return {
    ...evaluate(
      definition.unit,
      partsOf(definition, (term) => partOf(term, reached)),
      whyNotTold(reached),
    ),
    rows: reached.rows,
    first: reached.first,
    last: reached.last,
    period,
    days: reached.days,
  }
}

/** The same by the id of an indicator, as it is defined on the day; undefined where it is not. */
export function measureOn(
  court: Court,
  id: string,
  date: CalendarDate,
  scope: Scope,
  period: Period,
): Measured | undefined {
  const definition = definitionOn(court, id, date)
  return definition && measure(court, definition, scope, period)
}

const latest = (a: CalendarMonth, b: CalendarMonth | null): CalendarMonth => (b !== null && b > a ? b : a)
const earliest = (a: CalendarMonth, b: CalendarMonth | null): CalendarMonth => (b !== null && b < a ? b : a)

/** Days of a month, remembered: the same few months are asked for again and again. */
function daysOf(month: CalendarMonth): number {
  let known = daysKnown.get(month)
  if (known === undefined) daysKnown.set(month, (known = daysInMonth(month)))
  return known
}
const daysKnown = new Map<CalendarMonth, number>()
