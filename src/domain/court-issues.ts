import { covers } from './calendar'
import { misfits, pendingOf } from './cases/caseload'
import type { Court, CourtIssue } from './court'
import { postId } from './unit'

/** Rows of the settings that are told twice, and year values that lack the year they are computed from. */
export function* settingsIssues({
  yearValues = [],
  templates = [],
}: Partial<Court['settings']>): Generator<CourtIssue> {
  yield* toldTwice(['settings', 'yearValues'], 'role', yearValues, (row) => row.role)
  yield* toldTwice(['settings', 'templates'], 'track', templates, (row) => `${row.kind} ${row.track}`)
  for (const [index, { source, year }] of yearValues.entries())
    if (source === 'calendar' && year === null)
      yield { code: 'year-value-without-year', path: ['settings', 'yearValues', index, 'year'], facts: { value: '' } }
}

/** Rows of the list at this path that say again what one before them says; the key tells which are the same. */
export function* toldTwice<T>(
  list: readonly string[],
  field: string,
  rows: readonly T[],
  key: (row: T) => string,
): Generator<CourtIssue> {
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const value = key(row)
    if (seen.has(value)) yield { code: 'duplicate', path: [...list, index, field], facts: { value } }
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

/**
 * People said to teach, or to work with, themselves; units of conflict that are not there. Rows may be read in part.
 */
export function* personIssues(people: readonly Companions[], units: ReadonlySet<string>): Generator<CourtIssue> {
  for (const [index, { id, mentor, worksWith, conflictUnits = [] }] of people.entries()) {
    for (const [field, value] of Object.entries({ mentor, worksWith }))
      if (value === id) yield { code: 'names-own-self', path: ['people', index, field], facts: { value } }
    for (const [at, value] of conflictUnits.entries())
      if (!units.has(value))
        yield { code: 'unit-unknown', path: ['people', index, 'conflictUnits', at], facts: { value } }
  }
}

/**
 * Posts that take more heads than they may hold; that follow a post which their unit does not have, or which follows
 * another itself. Rows may be read in part.
 */
export function* postIssues(posts: Court['posts']): Generator<CourtIssue> {
  const byId = new Map(posts.map((post) => [postId(post), post]))
  for (const [index, { unit, role, ratioTo, least, ceiling }] of posts.entries()) {
    if (typeof least === 'number' && typeof ceiling === 'number' && least > ceiling)
      yield { code: 'least-over-ceiling', path: ['posts', index, 'least'], facts: { value: least, right: ceiling } }
    if (!ratioTo) continue
    const leader = byId.get(postId({ unit, role: ratioTo.role }))
    const path = ['posts', index, 'ratioTo', 'role']
    if (leader === undefined || ratioTo.role === role)
      yield { code: 'ratio-without-post', path, facts: { value: ratioTo.role } }
    else if (leader.ratioTo) yield { code: 'ratio-of-ratio', path, facts: { value: ratioTo.role } }
  }
}

/** Campaigns of units that are not there, and targets that no rate can reach. */
export function* campaignIssues(campaigns: Court['campaigns'], units: ReadonlySet<string>): Generator<CourtIssue> {
  for (const [index, { units: named, targetKind, target }] of campaigns.entries()) {
    for (const [at, value] of named.entries())
      if (!units.has(value)) yield { code: 'unit-unknown', path: ['campaigns', index, 'units', at], facts: { value } }
    if (targetKind === 'closing-rate' && target > 100)
      yield { code: 'rate-over-hundred', path: ['campaigns', index, 'target'], facts: { value: target } }
  }
}

/** Stocks that do not add up, and parts of a month larger than their whole. */
export function* caseloadIssues(caseload: Court['caseload']): Generator<CourtIssue> {
  for (const [index, row] of caseload.entries()) {
    const right = pendingOf(row)
    if (row.pending !== right)
      yield {
        code: 'pending-does-not-add-up',
        path: ['caseload', index, 'pending'],
        facts: { value: row.pending, right },
      }
    for (const { measure, value, most } of misfits(row))
      yield { code: 'measure-too-large', path: ['caseload', index, 'measures', measure], facts: { value, right: most } }
  }
}

/**
 * Nobody gives more than all of their time: shares of assignments of one kind that hold on one day add up to 1 at most.
 */
export function* sharesOverOne(assignments: Court['assignments']): Generator<CourtIssue> {
  const stays = new Map<string, (Court['assignments'][number] & { index: number })[]>()
  for (const [index, row] of assignments.entries()) {
    const key = `${row.person} ${row.kind}`
    stays.set(key, [...(stays.get(key) ?? []), { ...row, index }])
  }
  for (const rows of stays.values())
    for (const row of rows) {
      const sum = rows.filter((each) => covers(each, row.from)).reduce((total, { share }) => total + share, 0)
      if (sum > 1 + 1e-9)
        yield {
          code: 'shares-over-one',
          path: ['assignments', row.index, 'share'],
          facts: { value: row.share, sum: Math.round(sum * 1000) / 1000, date: row.from },
        }
    }
}
