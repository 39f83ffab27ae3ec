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

/** The rows of a scope and period that a definition counts: teams in the court's order, each by month. */
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
  let begins = ''
  const inOrder = told.first === null ? [] : monthsIn(within)
  const missing = new Map<CalendarMonth, string[]>()
  for (const team of teams) {
    const ofTeam = index.rows.get(team.id)
    if (ofTeam === undefined) continue
    const newest = new Map<string, Caseload>()
    const hears = (month: CalendarMonth): boolean =>
      [...(index.since.get(team.id) ?? [])].some(([caseType, since]) => since < month && caseTypes.has(caseType))
    for (const month of inOrder) {
      const ofMonth = ofTeam.get(month)
      // Asked only where there is no row: it is not missing otherwise.
      if (ofMonth === undefined && told.misses(team.id, month) && hears(month))
        missing.set(month, [...(missing.get(month) ?? []), team.id])
      for (const row of ofMonth ?? []) {
        if (!caseTypes.has(row.caseType)) continue
        rows.push(row)
        if (begins === '' || month < begins) begins = month
        if (!newest.has(row.caseType)) first.push(row)
        newest.set(row.caseType, row)
      }
    }
    last.push(...newest.values())
  }
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
