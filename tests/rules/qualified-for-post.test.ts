import { describe, expect, it } from 'vitest'
import { qualifiedForPost } from '../../src/rules/qualified-for-post'
import { board, broken } from '../board'
import { expectAgreement, inPlan, keptOwn } from './agrees'

describe(qualifiedForPost.id, () => {
  const problem = board(
    `Office      | Ann:S, Bo:S
     Civil/Team1 | Cy:J, Di:A, Eve:C`,
    { people: { Bo: { qualifications: { typing: 3 } } } },
  )
  it('is kept by everybody in a post of their own role', () => {
    expect(broken('qualified-for-post', problem)).toEqual([])
  })
  it('opens a post of another role to those who hold what it asks for', () => {
    expect(broken('qualified-for-post', problem, { Bo: 'Team1/clerk' })).toEqual([])
    expect(broken('qualified-for-post', problem, { Ann: 'Team1/clerk' })).toEqual([
      { person: 'Ann', role: 'clerk', missing: 'typing' },
    ])
  })
  it('makes a judge of nobody', () => {
    expect(broken('qualified-for-post', problem, { Di: 'Team1/judge' })).toEqual([
      { person: 'Di', role: 'judge', missing: 'own-role' },
    ])
  })
  it('leaves people in the post they have, whatever it asks for', () => {
    const early = board('Civil/Team1 | Ann:S>C, Bo:A>J')
    expect(broken('qualified-for-post', early)).toEqual([])
    expect(broken('qualified-for-post', early, { Ann: 'Team1/judge' })).toEqual([
      { person: 'Ann', role: 'judge', missing: 'own-role' },
    ])
  })
  it('names everything that is missing, once each', () => {
    const strict = board('Office | Ann:S, Eve:C', {
      fills: [{ role: 'administrative', post: 'clerk', requires: ['typing', 'shorthand'] }],
    })
    expect(broken('qualified-for-post', strict, { Ann: 'Office/clerk', Eve: null })).toEqual([
      { person: 'Ann', role: 'clerk', missing: 'typing' },
      { person: 'Ann', role: 'clerk', missing: 'shorthand' },
    ])
  })
  it('lets the easier of two ways into a post do', () => {
    const twoWays = board('Office | Ann:S, Eve:C', {
      fills: [
        { role: 'administrative', post: 'clerk', requires: ['typing', 'shorthand'] },
        { role: 'administrative', post: 'clerk', requires: ['court-school'] },
      ],
      people: { Ann: { qualifications: { 'court-school': null } } },
    })
    expect(broken('qualified-for-post', twoWays, { Ann: 'Office/clerk', Eve: null })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(qualifiedForPost, (problem, plan) =>
      inPlan(problem, plan).every(
        ({ person, posts }) =>
          keptOwn(plan, person) ||
          posts.every((post) =>
            problem.fills.some(
              (fill) =>
                fill.role === person.role &&
                fill.post === post.role &&
                fill.requires.every((code) => person.qualifications[code] !== undefined),
            ),
          ),
      ),
    )
  }, 60_000)
})
