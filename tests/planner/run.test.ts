import { describe, expect, it } from 'vitest'
import {
  defineProblem,
  mostSeats,
  presentPlan,
  readPlan,
  writePlan,
  type Candidate,
  type Post,
  type Progress,
} from '../../src/domain'
import { certify } from '../../src/planner/certify'
import { propose, proposeFor } from '../../src/planner/propose'
import { putInForce } from '../../src/rules'
import { benchCourt, benchOrder } from '../bench/courts'
import { board } from '../board'

const data = benchCourt(60, 12)
const order = benchOrder(data)

describe('a run', () => {
  it(
    'ended by the clock keeps a plan that the rules accept, never worse than staying',
    { timeout: 60_000 },
    async () => {
      const large = benchCourt(200, 40)
      const problem = defineProblem(large)
      const outcome = await propose(problem, benchOrder(large), { timeLimit: 0.3 })
      if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
      expect(outcome.status).toBe('stopped')
      expect(certify(problem, benchOrder(large), outcome.plan).keeps).toBe(true)
      const staying = certify(problem, benchOrder(large), writePlan(problem, presentPlan(problem)))
      expect(staying.keeps).toBe(true)
      expect(outcome.goals[0]!.value).toBeLessThanOrEqual(staying.goals[0]!.value)
      expect(outcome.goals.some(({ proven }) => !proven)).toBe(true)
      for (const { value, bound, gap } of outcome.goals) {
        expect(bound).toBeLessThanOrEqual(value)
        expect(gap).toBeCloseTo(value - bound, 6)
      }
    },
  )

  it('stopped by hand between two goals keeps the best plan of its last progress', { timeout: 60_000 }, async () => {
    const problem = defineProblem(data)
    const stop = new AbortController()
    let last: Progress | undefined
    const outcome = await propose(problem, order, {
      signal: stop.signal,
      onProgress: (progress) => {
        last = progress
        if (progress.goals.filter(({ proven }) => proven).length === 2) stop.abort()
      },
    })
    if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
    expect(outcome.status).toBe('stopped')
    expect(outcome.plan).toEqual(last!.plan)
    expect(outcome.goals.slice(0, 2).every(({ proven }) => proven)).toBe(true)
    expect(certify(problem, order, outcome.plan).keeps).toBe(true)
  })

  it(
    'tells of plans that keep every rule, each better than the one before, bounds rising',
    { timeout: 60_000 },
    async () => {
      const problem = defineProblem(data)
      const told: Progress[] = []
      const outcome = await propose(problem, order, { onProgress: (progress) => told.push(progress) })
      expect(outcome).toMatchObject({ kind: 'proposal', status: 'proven' })
      expect(told.length).toBeGreaterThanOrEqual(6)
      let [value, bound] = [Infinity, -Infinity]
      for (const { plan, goals } of told) {
        if (plan !== null) expect(certify(problem, order, plan).keeps).toBe(true)
        const first = goals[0]
        if (first === undefined) continue
        expect(first.value).toBeLessThanOrEqual(value)
        expect(first.bound).toBeGreaterThanOrEqual(bound)
        ;[value, bound] = [first.value, first.bound]
      }
    },
  )

  it('begins from a plan that is given', async () => {
    const problem = defineProblem(data)
    const proven = await propose(problem, order)
    if (proven.kind !== 'proposal') throw new Error(proven.kind)
    const outcome = await propose(problem, order, { start: readPlan(problem, proven.plan), timeLimit: 1e-6 })
    expect(outcome).toMatchObject({ kind: 'proposal', status: 'stopped', plan: proven.plan })
  })
})

describe('certify catches a plan that was tampered with', () => {
  const problem = board(
    `Civil/Team1 | Ann:A, Bo:A
     Crime/Team2 | Cy:A`,
    {
      posts: { 'Team1/assistant': { need: 2000 }, 'Team2/assistant': { need: 1000 } },
      relatives: [['Ann', 'Cy']],
    },
  )
  it('a relative moved in, a person taken out, a seat that does not exist', async () => {
    const outcome = await propose(problem, {})
    if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
    expect(certify(problem, {}, outcome.plan)).toMatchObject({ keeps: true, broken: [] })
    const together = certify(problem, {}, { ...outcome.plan, Ann: 'Ann@Team2/assistant', Cy: 'Cy@Team2/assistant' })
    expect(together.broken.map(({ rule }) => rule)).toContain('relatives-apart')
    const missing = certify(problem, {}, { ...outcome.plan, Bo: null })
    expect(missing.broken).toMatchObject([{ rule: 'everyone-placed', facts: { person: 'Bo' }, excess: 1 }])
    expect(missing.goals[0]!.value).toBe(outcome.goals[0]!.value + 1000)
    expect(() => certify(problem, {}, { ...outcome.plan, Bo: 'Bo@Gone/assistant' })).toThrow('Bo@Gone/assistant')
  })
})

describe('input at the edge', () => {
  const alone = board('Civil/Team1 | Ann:A', { posts: { 'Team1/assistant': { need: 1000 } } })
  it('one person', async () => {
    expect(await propose(alone, {})).toMatchObject({
      kind: 'proposal',
      status: 'proven',
      tie: false,
      plan: { Ann: 'Ann@Team1/assistant' },
    })
  })
  it('nobody', async () => {
    const nobody = defineProblem({ ...alone, people: [] })
    const outcome = await propose(nobody, {})
    expect(outcome).toMatchObject({ kind: 'proposal', status: 'proven', tie: false, plan: {} })
    if (outcome.kind === 'proposal') expect(outcome.goals[0]).toMatchObject({ value: 1000, bound: 1000, gap: 0 })
  })
  it('no need anywhere', async () => {
    const idle = defineProblem({ ...alone, posts: alone.posts.map((post) => ({ ...post, need: 0 })) })
    expect(await propose(idle, {})).toMatchObject({
      kind: 'proposal',
      status: 'proven',
      plan: { Ann: 'Ann@Team1/assistant' },
    })
  })
  it('a person whom no post allows stays on the bench, or clashes with being placed', async () => {
    const unfit = board(
      `Civil/Team1 | Ann:A
       bench       | Bo:J`,
    )
    const posts = unfit.posts.filter(({ role }) => role === 'assistant')
    expect(await propose(defineProblem({ ...unfit, posts }), {})).toMatchObject({
      kind: 'proposal',
      plan: { Bo: null },
    })
    const wrong = board('Civil/Team1 | Ann:C>J\nCivil/Team2 |')
    const forbidden = defineProblem({
      ...wrong,
      posts: wrong.posts.filter(({ role }) => role === 'judge'),
      decisions: [{ kind: 'veto', person: 'Ann', seat: 'Ann@Team1/judge', reason: '' }],
    })
    expect(await propose(forbidden, { rules: [{ id: 'retain-experience', weight: 'off' }] })).toMatchObject({
      kind: 'clash',
      // A clerk is neither qualified for a judge's post nor to be made one by rotation: either forbids it.
      rules: ['everyone-placed', 'fixed-by-decision', 'no-promotion-by-rotation'],
      limits: [{ facts: { person: 'Ann' } }, { facts: { person: 'Ann' } }, { facts: { person: 'Ann' } }],
      repairs: [
        { rules: ['fixed-by-decision'], people: 0, plan: { Ann: 'Ann@Team1/judge' } },
        { rules: ['everyone-placed'], people: 1, plan: { Ann: null } },
        { rules: ['no-promotion-by-rotation', 'qualified-for-post'], people: 1, plan: { Ann: 'Ann@Team2/judge' } },
      ],
    })
  })
  it('a court of one person without need, whose only post is closed', async () => {
    const posts = alone.posts.map((post) => ({ ...post, need: 0, ceiling: 0 }))
    const order = { rules: [{ id: 'retain-experience', weight: 'off' as const }] }
    expect(await propose(defineProblem({ ...alone, posts }), order)).toMatchObject({
      kind: 'clash',
      rules: ['everyone-placed', 'headcount-ceiling'],
      repairs: [
        { rules: ['headcount-ceiling'], people: 0, excess: 1, plan: { Ann: 'Ann@Team1/assistant' } },
        { rules: ['everyone-placed'], people: 1, excess: 1, plan: { Ann: null } },
      ],
    })
  })
  it('too many people and posts are refused before one of them is looked at', () => {
    // Whoever reads a row of these lists finds nothing there, and fails otherwise.
    const huge = { ...alone, people: new Array<Candidate>(5000), posts: new Array<Post>(1500) }
    expect(() => defineProblem(huge)).toThrow(
      expect.objectContaining({
        code: 'court-too-large',
        facts: { people: 5000, posts: 1500, seats: 7_500_000, most: mostSeats },
      }) as Error,
    )
    const posts = Array.from({ length: 1500 }, (_, i) => ({ ...alone.posts[0]!, id: `T${i}/assistant` as const }))
    const people = Array.from({ length: 100 }, (_, i) => ({ ...alone.people[0]!, id: `P${i}`, present: [] }))
    expect(defineProblem({ ...alone, people, posts }).seats).toHaveLength(150_000)
  })
  it('counts the writing out of rules in the time limit', async () => {
    const problem = defineProblem(data)
    const outcome = await proposeFor(problem, putInForce(problem, order), {
      timeLimit: 60,
      began: performance.now() - 61_000,
    })
    expect(outcome).toMatchObject({ kind: 'proposal', status: 'stopped' })
  })
  it('pins that contradict each other name the rule and the person', async () => {
    const pinned = defineProblem({
      ...board(
        `Civil/Team1 | Ann:A
         Civil/Team2 | Bo:A`,
        { relatives: [['Ann', 'Bo']] },
      ),
      decisions: [
        { kind: 'pin', person: 'Ann', seat: 'Ann@Team1/assistant', reason: '' },
        { kind: 'veto', person: 'Ann', seat: 'Ann@Team1/assistant', reason: '' },
      ],
    })
    const outcome = await propose(pinned, { rules: [{ id: 'relatives-apart', weight: 'off' }] })
    expect(outcome).toMatchObject({
      kind: 'clash',
      rules: ['fixed-by-decision'],
      smallest: true,
      limits: [
        { rule: 'fixed-by-decision', facts: { person: 'Ann', decision: 'pin' } },
        { rule: 'fixed-by-decision', facts: { person: 'Ann', decision: 'veto' } },
      ],
      repairs: [
        { rules: ['fixed-by-decision'], limits: [{ facts: { person: 'Ann' }, excess: 1 }], people: 0, excess: 1 },
      ],
      complete: true,
    })
  })
})
