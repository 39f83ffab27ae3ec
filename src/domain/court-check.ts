import type { Court, CourtIssue } from './court'
import {
  campaignIssues,
  caseloadIssues,
  personIssues,
  postIssues,
  settingsIssues,
  sharesOverOne,
  toldTwice,
  weightIssues,
} from './court-issues'
import { indicatorIssues } from './indicators/issues'
import { postId } from './unit'

type Lists = Omit<Court, 'format'>

/** Rows named twice, references that lead nowhere, periods that end before they begin, stocks that do not add up. */
export function* courtIssues(court: Lists): Generator<CourtIssue> {
  const units = new Set([...court.departments, ...court.teams].map((unit) => unit.id))
  const known = {
    department: new Set(court.departments.map((row) => row.id)),
    team: new Set(court.teams.map((row) => row.id)),
    unit: units,
    person: new Set(court.people.map((row) => row.id)),
    caseType: new Set(court.caseTypes.map((row) => row.id)),
  }
  const cases = court.cases ?? []
  const unique = <T>(
    list: keyof Lists,
    field: string,
    rows: readonly T[],
    key: (row: T) => string,
  ): Generator<CourtIssue> => toldTwice([list], field, rows, key)
  const refers = function* <T>(
    list: keyof Lists,
    rows: readonly T[],
    field: keyof T & string,
    to: keyof typeof known,
  ): Generator<CourtIssue> {
    for (const [index, row] of rows.entries()) {
      const value = row[field] as string | null | undefined
      // A row of a workbook that could be read in part only lacks what its schema would fill in.
      if (value !== null && value !== undefined && !known[to].has(value))
        yield { code: `${to === 'caseType' ? 'case-type' : to}-unknown`, path: [list, index, field], facts: { value } }
    }
  }
  const inOrder = function* (
    list: keyof Lists,
    rows: readonly { from: string | null; until: string | null }[],
    field = 'until',
  ): Generator<CourtIssue> {
    for (const [index, { from, until }] of rows.entries())
      if (from !== null && until !== null && until < from)
        yield { code: 'ends-before-it-begins', path: [list, index, field], facts: { from, value: until } }
  }

  yield* unique('departments', 'id', court.departments, (row) => row.id)
  yield* unique('teams', 'id', court.teams, (row) => row.id)
  for (const [index, row] of court.teams.entries())
    if (known.department.has(row.id))
      yield { code: 'duplicate', path: ['teams', index, 'id'], facts: { value: row.id } }
  yield* unique('people', 'id', court.people, (row) => row.id)
  yield* unique('caseTypes', 'id', court.caseTypes, (row) => row.id)
  yield* unique('posts', 'role', court.posts, postId)
  yield* unique('weightEvents', 'event', court.weightEvents, (row) => `${row.caseType} ${row.role} ${row.event}`)
  yield* unique(
    'panelAnswers',
    'expert',
    court.panelAnswers,
    (row) => `${row.caseType} ${row.role} ${row.expert} ${row.round}`,
  )
  yield* unique('caseload', 'month', court.caseload, (row) => `${row.team} ${row.caseType} ${row.month}`)
  yield* unique('preferences', 'rank', court.preferences, (row) => `${row.person} ${row.rank}`)
  yield* unique('wishAnswers', 'person', court.wishAnswers, (row) => `${row.round} ${row.person}`)
  yield* unique('cases', 'id', cases, (row) => row.id)
  yield* unique('payments', 'id', court.payments, (row) => row.id)
  yield* unique('heldFunds', 'date', court.heldFunds, (row) => row.date)
  yield* unique('surveys', 'id', court.surveys, (row) => row.id)
  yield* unique('campaigns', 'id', court.campaigns, (row) => row.id)
  yield* unique('indicators', 'version', court.indicators, (row) => `${row.id} ${row.version}`)
  for (const list of ['forecastMarks', 'forecastOverrides'] as const) {
    yield* unique<{ unit: string | null; month: string }>(
      list,
      'month',
      court[list],
      (row) => `${row.unit ?? ''} ${row.month}`,
    )
    for (const [index, { unit }] of court[list].entries())
      if (unit !== null && !units.has(unit))
        yield { code: 'unit-unknown', path: [list, index, 'unit'], facts: { value: unit } }
  }
  yield* unique('kinships', 'second', court.kinships, (row) => [row.first, row.second].toSorted().join(' '))
  yield* refers('teams', court.teams, 'department', 'department')
  yield* refers('posts', court.posts, 'unit', 'unit')
  yield* refers('assignments', court.assignments, 'person', 'person')
  yield* refers('assignments', court.assignments, 'unit', 'unit')
  yield* refers('people', court.people, 'mentor', 'person')
  yield* refers('people', court.people, 'worksWith', 'person')
  yield* personIssues(court.people, units)
  yield* refers('qualifications', court.qualifications, 'person', 'person')
  yield* refers('kinships', court.kinships, 'first', 'person')
  yield* refers('kinships', court.kinships, 'second', 'person')
  yield* refers('leaves', court.leaves, 'person', 'person')
  yield* refers('preferences', court.preferences, 'person', 'person')
  yield* refers('preferences', court.preferences, 'unit', 'unit')
  yield* refers('wishAnswers', court.wishAnswers, 'person', 'person')
  yield* refers('wishAnswers', court.wishAnswers, 'unit', 'unit')
  yield* refers('weightEvents', court.weightEvents, 'caseType', 'caseType')
  yield* refers('panelAnswers', court.panelAnswers, 'caseType', 'caseType')
  yield* refers('caseload', court.caseload, 'team', 'team')
  yield* refers('caseload', court.caseload, 'caseType', 'caseType')
  yield* refers('cases', cases, 'team', 'team')
  yield* refers('cases', cases, 'caseType', 'caseType')
  yield* inOrder('assignments', court.assignments)
  yield* inOrder('leaves', court.leaves)
  yield* inOrder('campaigns', court.campaigns)
  yield* inOrder(
    'people',
    court.people.map(({ joined, left }) => ({ from: joined, until: left })),
    'left',
  )
  yield* inOrder(
    'qualifications',
    court.qualifications.map(({ since, until }) => ({ from: since, until })),
  )
  yield* inOrder(
    'caseTypes',
    court.caseTypes.map(({ weightReviewed, weightReviewDue }) => ({ from: weightReviewed, until: weightReviewDue })),
    'weightReviewDue',
  )
  yield* inOrder(
    'cases',
    cases.map(({ filed, closed }) => ({ from: filed, until: closed })),
    'closed',
  )
  yield* sharesOverOne(court.assignments)
  yield* settingsIssues(court.settings)
  yield* weightIssues(court)
  yield* postIssues(court.posts)
  yield* indicatorIssues(court.indicators)
  const posts = new Set(court.posts.map(postId))
  for (const [index, row] of court.assignments.entries())
    if (units.has(row.unit) && !posts.has(postId(row)))
      yield { code: 'post-unknown', path: ['assignments', index, 'role'], facts: { value: postId(row) } }
  yield* campaignIssues(court.campaigns, units)
  for (const [index, row] of court.kinships.entries())
    if (row.first === row.second)
      yield { code: 'own-relative', path: ['kinships', index, 'second'], facts: { value: row.second } }
  yield* caseloadIssues(court.caseload)
}
