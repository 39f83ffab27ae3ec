import { describe, expect, it } from 'vitest'
import { dropOn, postsMeant, verdictOf, verdictsFor } from '../../../src/app/board/verdicts'
import { presentPlan, type Problem } from '../../../src/domain'
import { putInForce, type Order } from '../../../src/rules'
import { Tally } from '../../../src/rules/tally'
import { board } from '../../board'

const problem = board(
  `Office      | Ann:A, Sam:S, Bo:C
   Civil/Team1 | Cy:J, Di:A
   Civil/Team2 | Ed:J
   Crime/Team3 | Fay:A`,
  {
    relatives: [
      ['Ann', 'Di'],
      ['Fay', 'Cy'],
    ],
    people: { Sam: { qualifications: { typing: null, 'legal-exam': null } } },
    posts: { 'Team2/assistant': { need: 1000 }, 'Team3/assistant': { need: 500 } },
  },
)
const only = (weight: 'must' | 'warn'): Order => ({ rules: [{ id: 'relatives-apart', weight }] })
const tallyOf = (at: Problem, order: Order = only('must')) => new Tally(at, putInForce(at, order), presentPlan(at))
const relatives = (violations: readonly { rule: { id: string } }[]) =>
  violations.filter(({ rule }) => rule.id === 'relatives-apart').length

describe('verdictOf', () => {
  it('forbids what newly breaks a must rule, and says which', () => {
    const verdict = verdictOf(tallyOf(problem), 'Ann', problem.seat.get('Ann@Team2/assistant')!)
    expect(verdict.standing).toBe('forbidden')
    expect(verdict.broken.map(({ limit }) => limit.facts)).toContainEqual({
      first: 'Ann',
      second: 'Di',
      kinship: 'spouse',
      bar: 'department',
      place: 'Civil',
    })
  })
  it('only warns where the round says so', () => {
    const verdict = verdictOf(tallyOf(problem, only('warn')), 'Ann', problem.seat.get('Ann@Team2/assistant')!)
    expect(relatives(verdict.broken)).toBe(0)
    expect(relatives(verdict.warned)).toBe(1)
  })
  it('does not hold against a move what is broken already, and tells what it mends', () => {
    const side = board(`Civil/Team1 | Ann:A, Di:A\nCivil/Team2 | Ed:J\nCrime/Team3 | Fay:J`, {
      relatives: [['Ann', 'Di']],
    })
    const within = verdictOf(tallyOf(side), 'Ann', side.seat.get('Ann@Team2/assistant')!)
    expect(relatives(within.broken)).toBe(0)
    const away = verdictOf(tallyOf(side), 'Ann', side.seat.get('Ann@Team3/assistant')!)
    expect(relatives(away.mended)).toBe(1)
  })
  it('gives what each goal gains, in whole thousandths', () => {
    const verdict = verdictOf(tallyOf(problem), 'Ann', problem.seat.get('Ann@Team2/assistant')!)
    expect(verdict.change[0]).toBe(-1000)
  })
  it('is `here` where the person sits', () => {
    expect(verdictOf(tallyOf(problem), 'Ann', problem.seat.get('Ann@Office/assistant')!).standing).toBe('here')
    expect(verdictOf(tallyOf(problem), 'Ann', null).standing).not.toBe('here')
  })
})

describe('which post a drop means', () => {
  it("is the person's own role where the unit has that post", () => {
    expect(postsMeant(problem, problem.person.get('Ann')!, 'Team2').map(({ role }) => role)).toEqual(['assistant'])
  })
  it('is every post the role may fill, own role first', () => {
    expect(postsMeant(problem, problem.person.get('Sam')!, 'Team1').map(({ role }) => role)[0]).toBe('administrative')
    expect(new Set(postsMeant(problem, problem.person.get('Sam')!, 'Team1').map(({ role }) => role))).toEqual(
      new Set(['administrative', 'assistant', 'clerk']),
    )
  })
  it('is one post to refuse where the role may fill none', () => {
    const at = board(`Office | Ann:A\nCivil/Team1 | Cy:J`, { fills: [] })
    expect(postsMeant(at, at.person.get('Ann')!, 'Team1')).toHaveLength(1)
  })
})

describe('dropOn', () => {
  const verdicts = (person: string) => verdictsFor(problem, tallyOf(problem), person)
  it('is nothing in the own unit', () => {
    expect(dropOn(verdicts('Ann').get('Office')!)).toEqual({ kind: 'nothing' })
  })
  it('is a move where one post is possible', () => {
    expect(dropOn(verdicts('Ann').get('Team3')!)).toMatchObject({
      kind: 'move',
      verdict: { to: { id: 'Ann@Team3/assistant' } },
    })
  })
  it('asks where several posts are possible', () => {
    const drop = dropOn(verdicts('Sam').get('Team2')!)
    expect(drop.kind).toBe('choose')
  })
  it('is refused, with the reason, where none is possible', () => {
    const drop = dropOn(verdicts('Ann').get('Team1')!)
    expect(drop.kind).toBe('refused')
    expect(drop.kind === 'refused' && relatives(drop.verdict.broken)).toBe(1)
  })
})
