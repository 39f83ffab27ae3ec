import { describe, expect, it } from 'vitest'
import { spouseLawyer } from '../../src/rules/spouse-lawyer'
import { propose } from '../../src/planner/propose'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(spouseLawyer.id, () => {
  const text = 'Office | Ann:J\nCivil/Team1 | Bo:J, Cy:A\nCivil/Team2 |'
  const people = { Bo: { lawyerRelative: true }, Cy: { lawyerRelative: true } }
  const problem = board(text, { people })

  it('is broken while the judge is at the front line, in this team or in another', () => {
    expect(broken('spouse-lawyer', problem)).toEqual([{ person: 'Bo' }])
    expect(broken('spouse-lawyer', problem, { Bo: 'Team2/judge' })).toHaveLength(1)
  })
  it('is kept in an office, on the bench, and by whoever is no judge', () => {
    expect(broken('spouse-lawyer', problem, { Bo: 'Office/judge' })).toEqual([])
    expect(broken('spouse-lawyer', problem, { Bo: null })).toEqual([])
  })
  it('asks nothing of a judge who tries no case now', () => {
    const away = board(text, { people: { Bo: { lawyerRelative: true, away: { kind: 'study', until: null } } } })
    const review = board(text, { people: { Bo: { lawyerRelative: true, underReview: true } } })
    expect([...broken('spouse-lawyer', away), ...broken('spouse-lawyer', review)]).toEqual([])
  })
  it('leaves a plan with every other rule where an office has posts for judges, and a named clash where none has', async () => {
    expect(await propose(problem)).toMatchObject({ kind: 'proposal', plan: { Bo: 'Bo@Office/judge' } })
    const nowhere = await propose(board('Civil/Team1 | Bo:J, Di:A, Ed:A', { people }))
    expect(nowhere).toMatchObject({ kind: 'clash', rules: ['everyone-placed', 'spouse-lawyer'] })
    const decided = { kind: 'pin' as const, person: 'Bo', seat: null, reason: '' }
    expect(await propose(board('Civil/Team1 | Bo:J, Di:A, Ed:A', { people, decisions: [decided] }))).toMatchObject({
      kind: 'proposal',
      plan: { Bo: null },
    })
  })

  it('agrees with its predicate', () => {
    expectAgreement(spouseLawyer, (problem, plan) =>
      inPlan(problem, plan).every(
        ({ person: { role, lawyerRelative, away, underReview }, posts }) =>
          role !== 'judge' || !lawyerRelative || away !== null || underReview || posts.every((post) => !post.frontLine),
      ),
    )
  }, 60_000)
})
