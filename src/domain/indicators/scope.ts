import type { Court } from '../court'
import type { Team } from '../unit'
import type { IndicatorDefinition } from './definition'

/** Whose cases: all that is named must hold; nothing named is the whole court. */
export interface Scope {
  /** Division (分管), by its name. */
  readonly division?: string | undefined
  readonly department?: string | undefined
  readonly team?: string | undefined
  readonly track?: Team['track'] | undefined
  readonly caseType?: string | undefined
}

export type Reached = Pick<Court, 'departments' | 'teams' | 'caseTypes'>

/** The teams whose cases a definition counts in a scope, in the court's own order. */
export function teamsIn(court: Reached, { of }: Pick<IndicatorDefinition, 'of'>, scope: Scope): Team[] {
  const department = new Map(court.departments.map((row) => [row.id, row]))
  return court.teams.filter((team) => {
    const home = department.get(team.department)
    if (home === undefined) return false
    return (
      (of === 'all' || (of === 'enforcement') === (home.kind === 'enforcement')) &&
      (scope.team === undefined || team.id === scope.team) &&
      (scope.department === undefined || home.id === scope.department) &&
      (scope.division === undefined || home.division === scope.division) &&
      (scope.track === undefined || team.track === scope.track)
    )
  })
}

/** The case types a definition counts in a scope. */
export function caseTypesIn(
  court: Reached,
  { excludedCategories, excludedCaseTypes }: Pick<IndicatorDefinition, 'excludedCategories' | 'excludedCaseTypes'>,
  scope: Scope,
): Set<string> {
  return new Set(
    court.caseTypes
      .filter(
        ({ id, category }) =>
          (scope.caseType === undefined || id === scope.caseType) &&
          !excludedCategories.includes(category) &&
          !excludedCaseTypes.includes(id),
      )
      .map(({ id }) => id),
  )
}
