import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { courtFile, emptyCourt } from '../../src/domain'
import { month, smallCourt } from './small-court'

/** Where and why a court is refused, `list/index/field code`. */
function refusals(extra: Partial<z.input<typeof courtFile>>): string[] {
  const court = { ...structuredClone(smallCourt()), ...extra }
  return courtFile.safeParse(court).error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`) ?? []
}
const ann = { person: 'ann', unit: 'slow', role: 'judge' } as const
const kin = { first: 'ann', second: 'bo', kind: 'spouse' } as const
const event = { caseType: 'loan', role: 'judge', event: 'Hearing', frequency: 1 } as const
const enforced = { id: 'e1', team: 'fast', caseType: 'loan', filed: '2021-05-01' } as const
const drive = { id: 'd', name: 'Drive', from: '2021-11-11', until: '2021-12-10', target: 100 }
const held = { date: '2021-11-10', overdueCount: 1, overdueAmount: 1, unidentifiedCount: 0, unidentifiedAmount: 0 }

describe('a court', () => {
  it('may be empty', () => expect(emptyCourt('new', 'New court').people).toEqual([]))
  it('may share a person between two posts, and post them elsewhere for a time', () => {
    expect(
      refusals({
        assignments: [
          { ...ann, from: '2018-01-01', share: 0.5 },
          { ...ann, unit: 'fast', from: '2019-01-01', share: 0.5 },
          { ...ann, unit: 'civil', from: '2021-01-01', until: '2021-06-30', kind: 'temporary' },
        ],
      }),
    ).toEqual([])
  })
  it.each([
    [
      'a campaign of a unit that is not there',
      { campaigns: [{ ...drive, units: ['fast', 'nowhere'] }] },
      'campaigns/0/units/1 unit-unknown',
    ],
    [
      'a campaign that ends before it begins',
      { campaigns: [{ ...drive, until: '2021-01-01' }] },
      'campaigns/0/until ends-before-it-begins',
    ],
    ['a campaign told twice', { campaigns: [drive, drive] }, 'campaigns/1/id duplicate'],
    [
      'a campaign for more than all cases',
      { campaigns: [{ ...drive, targetKind: 'closing-rate' as const, target: 101 }] },
      'campaigns/0/target rate-over-hundred',
    ],
    ['held funds counted twice on a day', { heldFunds: [held, held] }, 'heldFunds/1/date duplicate'],
    [
      'a person named twice',
      { people: [1, 2].map((n) => ({ id: 'ann', name: `Ann ${n}`, role: 'clerk' as const, joined: '2020-01-01' })) },
      'people/1/id duplicate',
    ],
    [
      'a team with the id of a department',
      { teams: [...smallCourt().teams, { id: 'office', name: 'Team', department: 'civil' }] },
      'teams/2/id duplicate',
    ],
    [
      'a team of no department',
      { teams: [...smallCourt().teams, { id: 'lost', name: 'Team', department: 'nowhere' }] },
      'teams/2/department department-unknown',
    ],
    [
      'a post told twice',
      { posts: [...smallCourt().posts, { unit: 'fast', role: 'judge' as const }] },
      'posts/6/role duplicate',
    ],
    [
      'an assignment of nobody',
      { assignments: [{ ...ann, person: 'zoe', from: '2018-01-01' }] },
      'assignments/0/person person-unknown',
    ],
    [
      'an assignment to a unit that is not there',
      { assignments: [{ ...ann, unit: 'x', from: '2018-01-01' }] },
      'assignments/0/unit unit-unknown',
    ],
    [
      'an assignment to a post that is not there',
      { assignments: [{ ...ann, role: 'bailiff' as const, from: '2018-01-01' }] },
      'assignments/0/role post-unknown',
    ],
    [
      'more than all of a person’s time',
      {
        assignments: [
          { ...ann, from: '2018-01-01' },
          { ...ann, unit: 'fast', from: '2019-01-01', share: 0.2 },
        ],
      },
      'assignments/1/share shares-over-one',
    ],
    [
      'an assignment that ends before it begins',
      { assignments: [{ ...ann, from: '2018-01-01', until: '2017-12-31' }] },
      'assignments/0/until ends-before-it-begins',
    ],
    [
      'a person who left before joining',
      { people: smallCourt().people.map((row) => ({ ...row, left: row.id === 'bo' ? '2019-02-28' : null })) },
      'people/1/left ends-before-it-begins',
    ],
    [
      'a qualification that ends before it begins',
      {
        qualifications: [
          { person: 'bo', kind: 'skill' as const, code: 'typing', since: '2020-01-01', until: '2019-01-01' },
        ],
      },
      'qualifications/0/until ends-before-it-begins',
    ],
    [
      'relatives told twice, either way round',
      { kinships: [kin, { ...kin, first: 'bo', second: 'ann' }] },
      'kinships/1/second duplicate',
    ],
    ['somebody as their own relative', { kinships: [{ ...kin, second: 'ann' }] }, 'kinships/0/second own-relative'],
    [
      'a mentor who is not there',
      { people: smallCourt().people.map((row) => ({ ...row, mentor: row.id === 'bo' ? 'x' : null })) },
      'people/1/mentor person-unknown',
    ],
    [
      'somebody who works with nobody but themselves',
      { people: smallCourt().people.map((row) => ({ ...row, worksWith: row.id === 'bo' ? 'bo' : null })) },
      'people/1/worksWith names-own-self',
    ],
    [
      'a unit of conflict that is not there',
      { people: smallCourt().people.map((row) => ({ ...row, conflictUnits: row.id === 'bo' ? ['fast', 'x'] : [] })) },
      'people/1/conflictUnits/1 unit-unknown',
    ],
    [
      'two first wishes',
      { preferences: ['fast', 'slow'].map((unit) => ({ person: 'bo', rank: 1, unit })) },
      'preferences/1/rank duplicate',
    ],
    [
      'cases of a type that is not there',
      { caseload: [{ ...month('fast', '2021-01', 3), caseType: 'x' }] },
      'caseload/0/caseType case-type-unknown',
    ],
    [
      'a month told twice',
      { caseload: [month('fast', '2021-01', 3), month('fast', '2021-01', 4)] },
      'caseload/1/month duplicate',
    ],
    [
      'pending that does not add up',
      { caseload: [{ ...month('fast', '2021-01', 3), pending: 4 }] },
      'caseload/0/pending pending-does-not-add-up',
    ],
    [
      'a case closed before it was filed',
      { cases: [{ ...enforced, closed: '2021-04-30' }] },
      'cases/0/closed ends-before-it-begins',
    ],
    [
      'a payment told twice',
      { payments: [1, 2].map((amount) => ({ id: 'f1', date: '2021-01-01', amount })) },
      'payments/1/id duplicate',
    ],
    [
      'a way from assistant to judge',
      { settings: { fills: [{ role: 'assistant' as const, post: 'judge' as const }] } },
      'settings/fills/0 fill-leads-to-judge',
    ],
    [
      'two year values of one role',
      { settings: { yearValues: [1, 2].map(() => ({ role: 'judge' as const, year: 2026 })) } },
      'settings/yearValues/1/role duplicate',
    ],
    [
      'a year value from the calendar of no year',
      { settings: { yearValues: [{ role: 'judge' as const }] } },
      'settings/yearValues/0/year year-value-without-year',
    ],
    [
      'two templates of one kind of team',
      {
        settings: { templates: [1, 2].map(() => ({ kind: 'trial' as const, track: 'ordinary' as const, heads: {} })) },
      },
      'settings/templates/1/track duplicate',
    ],
    [
      'weights from events of which there are none',
      { caseTypes: [{ ...smallCourt().caseTypes[0]!, weightSource: 'events' as const }] },
      'caseTypes/0/weightSource weight-source-empty',
    ],
    [
      'weights due for review before they were reviewed',
      {
        caseTypes: [{ ...smallCourt().caseTypes[0]!, weightReviewed: '2026-02-01', weightReviewDue: '2026-01-31' }],
      },
      'caseTypes/0/weightReviewDue ends-before-it-begins',
    ],
    [
      'an event told twice',
      { weightEvents: [1, 2].map((minutes) => ({ ...event, minutes })) },
      'weightEvents/1/event duplicate',
    ],
    [
      'an answer about a case type that is not there',
      { panelAnswers: [{ caseType: 'x', role: 'judge' as const, expert: 'e1', round: 1, minutes: 60 }] },
      'panelAnswers/0/caseType case-type-unknown',
    ],
    [
      'a post that follows a post which the unit lacks',
      { posts: [{ unit: 'fast', role: 'clerk' as const, ratioTo: { role: 'judge' as const, per: 1 } }] },
      'posts/0/ratioTo/role ratio-without-post',
    ],
    [
      'a post that takes more heads than it may hold',
      { posts: [{ unit: 'fast', role: 'clerk' as const, least: 3, ceiling: 2 }] },
      'posts/0/least least-over-ceiling',
    ],
    [
      'a post that follows itself',
      { posts: [{ unit: 'fast', role: 'clerk' as const, ratioTo: { role: 'clerk' as const, per: 1 } }] },
      'posts/0/ratioTo/role ratio-without-post',
    ],
    [
      'a post that follows a follower',
      {
        posts: [
          { unit: 'fast', role: 'judge' as const },
          { unit: 'fast', role: 'assistant' as const, ratioTo: { role: 'judge' as const, per: 1 } },
          { unit: 'fast', role: 'clerk' as const, ratioTo: { role: 'assistant' as const, per: 1 } },
        ],
      },
      'posts/2/ratioTo/role ratio-of-ratio',
    ],
    [
      'an impossible date',
      { people: [{ id: 'ann', name: 'Ann', role: 'judge' as const, joined: '2021-02-29' }] },
      'people/0/joined date-impossible',
    ],
  ])('refuses %s', (_, extra, refusal) => expect(refusals(extra)).toEqual([refusal]))
  it('tells what would be right', () => {
    const { error } = courtFile.safeParse({
      ...smallCourt(),
      caseload: [{ ...month('fast', '2021-01', 3), pending: 9 }],
    })
    expect(error?.issues[0]).toMatchObject({ params: { value: 9, right: 3 } })
  })
})
