import { describe, expect, it } from 'vitest'
import { writtenPlan } from '@/app/data/written-plan'
import { namesOf, showChange, showRow } from '@/app/data/show-row'
import { openRound } from '@/app/rounds/open-round'
import { caseType, courtFile, readLeniently, round } from '@/domain'
import { reasonsOf } from '@/rules'

const court = courtFile.parse({
  format: 'frontline-court/1',
  id: 'c',
  name: 'Court',
  departments: [{ id: 'office', name: 'Office', kind: 'administrative' }],
  posts: [
    { unit: 'office', role: 'clerk' },
    { unit: 'office', role: 'assistant' },
  ],
  people: [
    { id: 'a', name: 'Ann', role: 'clerk', joined: '2015-01-01' },
    { id: 'b', name: 'Bo', role: 'clerk', joined: '2015-01-01' },
  ],
  assignments: [
    { person: 'a', unit: 'office', role: 'clerk', from: '2020-01-01' },
    { person: 'b', unit: 'office', role: 'clerk', from: '2020-01-01' },
  ],
})
const names = namesOf(undefined, court)

describe('a row in words', () => {
  it('has names for ids and labels for codes', () => {
    expect(showRow('assignments', court.assignments[0]!, names, 'en')).toBe('Ann · Office · Clerk · 2020-01-01')
    const namesakes = {
      ...court,
      caseTypes: [{ ...caseType.parse({ id: 'office', name: 'Loans', category: 'x', weights: {} }) }],
    }
    expect(showRow('assignments', court.assignments[0]!, namesOf(namesakes), 'en')).toContain('Office')
    expect(showRow('people', court.people[0]!, names, 'zh-CN')).toBe('a · Ann')
    expect(showRow('fills', { role: 'judge', post: 'judge', requires: [] }, names, 'zh-CN')).toBe('员额法官 · 员额法官')
  })
  it('says what a field was and what it becomes', () => {
    const before = { person: 'a', until: null }
    expect(showChange('assignments', 'until', before, { ...before, until: '2026-01-01' }, names, 'en')).toEqual({
      title: 'Until',
      before: '-',
      after: '2026-01-01',
    })
  })
})

it('has names for each of several ids', () => {
  const [before, after] = [{ conflictUnits: [] }, { conflictUnits: ['office', 'gone'] }]
  expect(showChange('people', 'conflictUnits', before, after, names, 'en')).toMatchObject({ after: 'Office; gone' })
})

describe('a plan as lines of a sheet', () => {
  it('begins with those who move, says why, and ends with units that were for it to say', () => {
    const proposed = {
      ...court,
      departments: court.departments.map((row) => ({ ...row, status: 'may-close' as const })),
    }
    const open = openRound(proposed, round.parse({ id: 'r', name: 'R', date: '2027-01-04' }))
    const { rows, units } = writtenPlan(
      open,
      { a: 'a@office/clerk', b: 'b@office/assistant' },
      {
        reason: ({ of, kind }) => `${of} ${kind}`,
        choice: ({ unit, becomes, after }) => `${unit} ${becomes} ${after}`,
      },
    )
    expect(units).toEqual(['office kept 2'])
    expect(rows).toMatchObject([
      { person: 'b', from: 'office/clerk', to: 'office/assistant' },
      { person: 'a', from: 'office/clerk', to: 'office/clerk' },
    ])
    const { plan } = readLeniently(open.problem, { a: 'a@office/clerk', b: 'b@office/assistant' })
    const why = reasonsOf(open.problem, open.inForce, plan).get('b') ?? []
    expect(why.length).toBeGreaterThan(0)
    expect(rows[0]!.reasons).toBe(why.map(({ of, kind }) => `${of} ${kind}`).join('\n'))
  })
  it('has the last day of who is posted for a time, and none for others', () => {
    const decisions = [{ kind: 'pin', person: 'b', seat: 'b@office/assistant', reason: '', until: '2027-06-30' }]
    const open = openRound(court, round.parse({ id: 'r', name: 'R', date: '2027-01-04', decisions }))
    const inWords = { reason: () => '', choice: () => '' }
    const { rows } = writtenPlan(open, { a: 'a@office/clerk', b: 'b@office/assistant' }, inWords)
    expect(rows.map(({ person, until }) => [person, until])).toEqual([
      ['b', '2027-06-30'],
      ['a', undefined],
    ])
  })
})
