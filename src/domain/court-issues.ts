import type { Court, CourtIssue } from './court'
import { postId } from './unit'

/** Rows of the settings that are told twice, and year values that lack the year they are computed from. */
export function* settingsIssues({
  yearValues = [],
  templates = [],
}: Partial<Court['settings']>): Generator<CourtIssue> {
  yield* toldTwice('yearValues', 'role', yearValues, (row) => row.role)
  yield* toldTwice('templates', 'track', templates, (row) => `${row.kind} ${row.track}`)
  for (const [index, { source, year }] of yearValues.entries())
    if (source === 'calendar' && year === null)
      yield { code: 'year-value-without-year', path: ['settings', 'yearValues', index, 'year'], facts: { value: '' } }
}

function* toldTwice<T>(
  list: 'yearValues' | 'templates',
  field: string,
  rows: readonly T[],
  key: (row: T) => string,
): Generator<CourtIssue> {
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const value = key(row)
    if (seen.has(value)) yield { code: 'duplicate', path: ['settings', list, index, field], facts: { value } }
    seen.add(value)
  }
}

/** Case types whose weights come from events or a panel of which there are none: they would weigh nothing. */
export function* weightIssues(
  court: Pick<Court, 'caseTypes' | 'weightEvents' | 'panelAnswers'>,
): Generator<CourtIssue> {
  const told = {
    events: new Set(court.weightEvents.map(({ caseType }) => caseType)),
    panel: new Set(court.panelAnswers.map(({ caseType }) => caseType)),
  }
  for (const [index, { id, weightSource }] of court.caseTypes.entries())
    if ((weightSource === 'events' || weightSource === 'panel') && !told[weightSource].has(id))
      yield {
        code: 'weight-source-empty',
        path: ['caseTypes', index, 'weightSource'],
        facts: { value: weightSource },
      }
}

type Companions = Pick<Court['people'][number], 'id'> &
  Partial<Pick<Court['people'][number], 'mentor' | 'worksWith' | 'conflictUnits'>>

/** People said to teach, or to work with, themselves; units of conflict that are not there. Rows may be read in part. */
export function* personIssues(people: readonly Companions[], units: ReadonlySet<string>): Generator<CourtIssue> {
  for (const [index, { id, mentor, worksWith, conflictUnits = [] }] of people.entries()) {
    for (const [field, value] of Object.entries({ mentor, worksWith }))
      if (value === id) yield { code: 'names-own-self', path: ['people', index, field], facts: { value } }
    for (const [at, value] of conflictUnits.entries())
      if (!units.has(value))
        yield { code: 'unit-unknown', path: ['people', index, 'conflictUnits', at], facts: { value } }
  }
}

/** Posts that follow a post which their unit does not have, or which follows another itself. */
export function* ratioIssues(posts: Court['posts']): Generator<CourtIssue> {
  const byId = new Map(posts.map((post) => [postId(post), post]))
  for (const [index, { unit, role, ratioTo }] of posts.entries()) {
    if (!ratioTo) continue
    const leader = byId.get(postId({ unit, role: ratioTo.role }))
    const path = ['posts', index, 'ratioTo', 'role']
    if (leader === undefined || ratioTo.role === role)
      yield { code: 'ratio-without-post', path, facts: { value: ratioTo.role } }
    else if (leader.ratioTo) yield { code: 'ratio-of-ratio', path, facts: { value: ratioTo.role } }
  }
}
