import {
  addToMonth,
  builtIn,
  courtFile,
  measure,
  monthsIn,
  monthsUntil,
  ownRange,
  trendOf,
  type Court,
  type Scope,
} from '../../src/domain'
import { timesOf, type Times } from './times'

const years = { from: '2017-01', until: '2021-12' }
const measured = { limited: 9, onTime: 8, days: 300, mediable: 9, settled: 2, withdrawn: 1, full: 3, fullDays: 200 }
const rest = { terminated: 2, disputes: 8, pendingTo3: 9, pendingTo6: 6, pendingTo12: 3, pendingOver12: 2 }

/** Five years of 100 teams with five case types each: 30,000 rows, everything reported. */
export function bigCaseload(teams = 100): Court {
  const ids = Array.from({ length: teams }, (_, at) => `team-${at}`)
  return courtFile.parse({
    format: 'frontline-court/1',
    id: 'big',
    name: 'Big',
    departments: Array.from({ length: 10 }, (_, at) => ({
      id: `dept-${at}`,
      name: `Division ${at}`,
      kind: at < 7 ? 'trial' : 'enforcement',
      division: `Part ${at % 4}`,
    })),
    teams: ids.map((id, at) => ({
      id,
      name: id,
      department: `dept-${at % 10}`,
      track: at % 2 ? 'complex' : 'fast-track',
    })),
    posts: ids.map((unit) => ({ unit, role: 'judge' })),
    people: ids.map((id) => ({ id: `p-${id}`, name: id, role: 'judge', joined: '2010-01-01' })),
    assignments: ids.map((unit) => ({ person: `p-${unit}`, unit, role: 'judge', from: '2015-01-01' })),
    caseTypes: Array.from({ length: 5 }, (_, at) => ({
      id: `type-${at}`,
      name: `Type ${at}`,
      category: 'All',
      weights: { judge: 100 * (at + 1) },
    })),
    caseload: ids.flatMap((team, t) =>
      Array.from({ length: 5 }, (_, at) => `type-${at}`).flatMap((caseType) =>
        monthsIn(years).map((month, m) => {
          const filed = 10 + ((t + m) % 7)
          return {
            team,
            caseType,
            month,
            carried: 20,
            filed,
            closed: filed,
            pending: 20,
            measures: { ...measured, ...rest, claimed: 1000, recovered: 400 },
          }
        }),
      ),
    ),
  })
}

/**
 * Milliseconds of every built-in indicator over scopes of each kind: figure, year before, usual range, course of 60
 * months.
 */
export function indicatorTimes(court: Court): Times & { views: number } {
  const scopes: Scope[] = [
    {},
    { division: 'Part 1' },
    { department: 'dept-3' },
    { team: 'team-8' },
    { track: 'complex' },
    { caseType: 'type-2' },
    { department: 'dept-8', caseType: 'type-1' },
  ]
  const times: number[] = []
  for (const definition of builtIn)
    for (const scope of scopes) {
      // A new court object each time: nothing that was worked out before is remembered.
      const cold = { ...court }
      const start = performance.now()
      const year = monthsUntil(years.until, 12)
      measure(cold, definition, scope, year)
      measure(cold, definition, scope, { from: addToMonth(year.from, -12), until: addToMonth(year.until, -12) })
      ownRange(cold, definition, scope, year)
      trendOf(cold, definition, scope, years)
      times.push(performance.now() - start)
    }
  return { ...timesOf(times), views: times.length }
}
