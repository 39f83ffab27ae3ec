import { describe, expect, it } from 'vitest'
import { planRows } from '@/app/data/plan-rows'
import { namesOf, showChange, showRow } from '@/app/data/show-row'
import { courtFile, round } from '@/domain'

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

describe('a plan as lines of a sheet', () => {
  it('begins with those who move', () => {
    const given = round.parse({ id: 'r', name: 'R', date: '2027-01-04' })
    expect(planRows(court, given, { a: 'a@office/clerk', b: 'b@office/assistant' })).toEqual([
      { person: 'b', from: 'office/clerk', to: 'office/assistant' },
      { person: 'a', from: 'office/clerk', to: 'office/clerk' },
    ])
  })
})
