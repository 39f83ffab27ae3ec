import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movesBetween, presentPlan, withMove, type Plan, type Problem } from '../../src/domain'
import { check, goals, putInForce, reasonsOf, rules, score, type Reason } from '../../src/rules'
import { board, planOf } from '../board'
import { arbitraryPlan, arbitraryProblem } from '../problems'
import { speaker } from '../spoken'

const itself = (id: string): string => id
const inChinese = speaker('zh-CN', { person: itself, department: itself, unit: itself, post: itself, role: itself })
const say = ({ of, kind, facts }: Reason): string =>
  inChinese(`rules.${of}.${kind}`, facts) ?? inChinese(`goals.${of}.${kind}`, facts)!

/** Every plan there is, small problems only. */
function* allPlans(problem: Problem, people = problem.people, plan: Plan = new Map()): Generator<Plan> {
  const [first, ...rest] = people
  if (first === undefined) yield plan
  else
    for (const seat of [null, ...problem.seatsOf(first.id)])
      yield* allPlans(problem, rest, withMove(plan, first.id, seat))
}

describe(reasonsOf.name, () => {
  const problem = board(
    `Office      | Ann:A
     Civil/Team1 | Bo:A
     Civil/Team2 | Cy:A`,
    {
      posts: { 'Team1/assistant': { need: 1500 }, 'Team2/assistant': { need: 2500 } },
      people: { Ann: { preferences: [{ rank: 1, unit: 'Team1', role: null }] } },
    },
  )
  const inForce = putInForce(problem)
  const of = (moved: Record<string, string | null>) => reasonsOf(problem, inForce, planOf(problem, moved))

  it('says what the move does, and what it was done in spite of', () => {
    const [reasons] = [...of({ Ann: 'Team2/assistant' }).values()]
    expect(reasons!.map(say)).toEqual([
      'Office应回归一线1人，本批次至少回归1人（部门最低保留0人）',
      '补上Team2assistant缺口1.5人中的1.0人',
      'Team2assistant的保障率由40%升至80%',
    ])
  })
  it('weighs the post that is left against the post that is filled', () => {
    const reasons = of({ Bo: 'Team2/assistant' }).get('Bo')!
    expect(reasons.map(say)).toContain('Team1assistant的缺口增加1.0人，达1.5人')
    expect(reasons.find(({ of, kind }) => of === 'front-line-shortage' && kind === 'despite')!.amount).toBe(1000)
    expect(reasons.map(say)).toContain('Team1assistant的保障率由67%降至0%')
  })
  it('counts the others where the plan has them, not where they are now', () => {
    const reasons = of({ Ann: 'Team2/assistant', Bo: 'Team2/assistant' }).get('Ann')!
    expect(reasons.map(say)).toContain('补上Team2assistant缺口0.5人中的0.5人')
  })
  it('has nothing to say of those who stay', () => {
    expect([...of({ Ann: 'Team1/assistant' }).keys()]).toEqual(['Ann'])
    expect(of({}).size).toBe(0)
  })
  it('calls on the published order only where nothing else speaks for the move', () => {
    const twins = board('Civil/Team1 | Ann:A\nCivil/Team2 | Bo:A')
    const swapped = reasonsOf(
      twins,
      putInForce(twins, { goals: ['tie-break'] }),
      planOf(twins, { Ann: 'Team2/assistant', Bo: 'Team1/assistant' }),
    )
    for (const [, own] of swapped)
      for (const { of, kind } of own) expect([of, kind]).not.toEqual(['tie-break', 'despite'])
  })

  it('makes up no reason for a move by hand that nothing speaks for', () => {
    const alike = board('Office1 | Ann:S, Bo:S\nOffice2 | Cy:S')
    const reasons = reasonsOf(alike, putInForce(alike), planOf(alike, { Ann: 'Office2/administrative' })).get('Ann')!
    expect(reasons.filter(({ kind }) => kind === 'because')).toEqual([])
  })

  it('tells exactly what taking back the one move would change in rules and goals', () => {
    const cases = arbitraryProblem().chain((problem) =>
      fc.record({ problem: fc.constant(problem), plan: arbitraryPlan(problem) }),
    )
    fc.assert(
      fc.property(cases, ({ problem, plan }) => {
        const inForce = putInForce(problem)
        const reasons = reasonsOf(problem, inForce, plan)
        const moves = movesBetween(problem, presentPlan(problem), plan)
        expect([...reasons.keys()]).toEqual(moves.map(({ person }) => person))
        const level = goals.findIndex(({ id }) => id === 'front-line-shortage')
        const shortage = (plan: Plan) => score(check(plan, inForce), goals.length)[level]!
        for (const { person, from } of moves) {
          const told = reasons
            .get(person)!
            .filter(({ of }) => of === 'front-line-shortage')
            .reduce((sum, { kind, amount }) => sum + (kind === 'because' ? amount : -amount), 0)
          expect(told).toBe(shortage(withMove(plan, person, from)) - shortage(plan))
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('leaves nobody who moves in the best plan without a reason', () => {
    // Small random courts often clash; with these rules alone most of them have a plan, and people move.
    const most = rules.filter(({ id }) => id !== 'qualified-for-post').map(({ id }) => ({ id, weight: 'off' as const }))
    let moved = 0
    fc.assert(
      fc.property(arbitraryProblem({ people: 3, units: 2 }), (problem) => {
        const inForce = putInForce(problem, { rules: most })
        let best: { plan: Plan; values: number[] } | null = null
        for (const plan of allPlans(problem)) {
          const broken = [...check(plan, inForce)]
          if (broken.some(({ rule }) => rule.weight === 'must')) continue
          const values = score(broken, goals.length)
          const level = best === null ? 0 : values.findIndex((value, i) => Math.abs(value - best!.values[i]!) > 1e-6)
          if (best === null || (level >= 0 && values[level]! < best.values[level]!)) best = { plan, values }
        }
        if (best === null) return
        for (const own of reasonsOf(problem, inForce, best.plan).values()) {
          moved++
          expect(own.some(({ kind }) => kind === 'because')).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
    expect(moved).toBeGreaterThan(20)
  }, 60_000)
})
