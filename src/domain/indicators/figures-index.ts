import type { CalendarDate, CalendarMonth } from '../calendar'
import type { Caseload } from '../cases/caseload'
import { toldOf, type Told } from '../cases/told'
import type { Court } from '../court'
import { haveOn, isHere, assignmentsOn } from '../have'
import { monthsIn } from '../period'
import { unitsOf } from '../problem-of'
import { weightsOf } from '../need/weights'

/** Who is at the court on a day: judges by unit (everybody's under the empty id), and FTE by unit. */
interface PeopleOn {
  readonly judges: number
  readonly judgesIn: ReadonlyMap<string, ReadonlySet<string>>
  readonly fteIn: ReadonlyMap<string, number>
}

/** What all figures of a court are looked up in, worked out once. */
export interface FiguresIndex {
  /** The rows of each team, by case type and month. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<CalendarMonth, Caseload>>>
  /** Which months the caseload tells of which team. */
  readonly told: Told
  /** The first month of each team and case type. */
  readonly since: ReadonlyMap<string, ReadonlyMap<string, CalendarMonth>>
  /** The months that each team misses, oldest first; teams that miss none are left out. */
  readonly missed: ReadonlyMap<string, readonly CalendarMonth[]>
  /** Weight of a case type against the mean type, which is 1; a type without minutes has none. */
  readonly weights: ReadonlyMap<string, number>
  /** Case types of which nobody told the statutory limit. */
  readonly limitsUntold: ReadonlySet<string>
  readonly frontLine: ReadonlySet<string>
  peopleOn(date: CalendarDate): PeopleOn
  /** What was worked out for one question, to be asked again: indicators share the rows they count. */
  once<T>(key: string, work: () => T): T
}

/**
 * Case weights as coefficients (案件权重系数): the minutes of all roles over the life of one case, divided by the mean
 * of the types that have minutes. Each type counts once in the mean, however many cases it has, so that a coefficient
 * is the same in every month and figures of different years can be compared.
 */
export function coefficients(court: Pick<Court, 'caseTypes' | 'weightEvents' | 'panelAnswers'>): Map<string, number> {
  const minutes = [...weightsOf(court)]
    .map(([id, weights]) => [id, Object.values(weights).reduce((sum, { value }) => sum + value, 0)] as const)
    .filter(([, sum]) => sum > 0)
  const mean = minutes.reduce((sum, [, each]) => sum + each, 0) / minutes.length
  return new Map(minutes.map(([id, each]) => [id, each / mean]))
}

/** Answers kept at a time: a few screens' worth. */
const most = 2000

const indexes = new WeakMap<Court, FiguresIndex>()

/** The index of a court; a court is never changed in place, so it is worked out once. */
export function figuresIndex(court: Court): FiguresIndex {
  const known = indexes.get(court)
  if (known !== undefined) return known
  const rows = new Map<string, Map<string, Map<CalendarMonth, Caseload>>>()
  const since = new Map<string, Map<string, CalendarMonth>>()
  for (const row of court.caseload) {
    const ofTeam = within(rows, row.team)
    within(ofTeam, row.caseType).set(row.month, row)
    const types = within(since, row.team)
    if (row.month < (types.get(row.caseType) ?? '~')) types.set(row.caseType, row.month)
  }
  const told = toldOf(court)
  const months = told.first === null ? [] : monthsIn({ from: told.first, until: told.last! })
  const remembered = new Map<string, unknown>()
  const index: FiguresIndex = {
    rows,
    told,
    since,
    missed: new Map(
      [...rows.keys()].flatMap((team) => {
        const missed = months.filter((month) => told.misses(team, month))
        return missed.length === 0 ? [] : [[team, missed] as const]
      }),
    ),
    weights: coefficients(court),
    limitsUntold: new Set(court.caseTypes.flatMap(({ id, limitMonths }) => (limitMonths === null ? [id] : []))),
    frontLine: new Set(unitsOf(court).flatMap(({ id, frontLine }) => (frontLine ? [id] : []))),
    peopleOn: (date) => index.once(date, () => peopleOn(court, date)),
    once: <T>(key: string, work: () => T): T => {
      if (remembered.has(key)) return remembered.get(key) as T
      if (remembered.size >= most) remembered.clear()
      const found = work()
      remembered.set(key, found)
      return found
    },
  }
  indexes.set(court, index)
  return index
}

/** The map inside of a map, made where there is none. */
function within<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  let map = maps.get(key)
  if (map === undefined) maps.set(key, (map = new Map()))
  return map
}

const unitOf = (post: string): string => post.slice(0, post.indexOf('/'))

function peopleOn(court: Court, date: CalendarDate): PeopleOn {
  const judges = court.people.filter((person) => person.role === 'judge' && isHere(person, date))
  const places = assignmentsOn(court, date)
  const judgesIn = new Map<string, Set<string>>()
  for (const { id } of judges)
    for (const post of places.get(id)?.keys() ?? [])
      judgesIn.set(unitOf(post), (judgesIn.get(unitOf(post)) ?? new Set()).add(id))
  const fteIn = new Map<string, number>()
  for (const [post, fte] of haveOn(court, date)) fteIn.set(unitOf(post), (fteIn.get(unitOf(post)) ?? 0) + fte)
  return { judges: judges.length, judgesIn, fteIn }
}
