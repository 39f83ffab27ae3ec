import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineProblem, presentPlan, writePlan, type Decision, type ProblemData } from '../../src/domain'
import { Drawing } from '../../src/planner/drawing'
import { propose, proposeFor } from '../../src/planner/propose'
import { lawsByHand } from '../../src/planner/solve'
import type { Order } from '../../src/rules'
import { benchCourt } from '../bench/courts'
import { board } from '../board'
import { arbitraryProblemData } from '../problems'
import { Dice } from './random'

const full = process.env['FULL'] !== undefined

const drawn = fc.sample(arbitraryProblemData({ people: 6, units: 4 }), { numRuns: 61, seed: 7 })

describe('planning again after a human touch', () => {
  it('comes to the plan, or the clash, of a run from the start', { timeout: 600_000 }, async () => {
    const seen = { proposals: 0, clashes: 0, again: 0, grounds: 0 }
    for (let seed = 1; seed <= (full ? 60 : 8); seed++) {
      const dice = new Dice(seed)
      // Every other court has offices, units to open and all that rules look at.
      const [data, order]: [ProblemData, Order] = seed % 2 ? [benchCourt(24, 5, seed), {}] : [drawn[seed]!, {}]
      const problem = defineProblem(data)
      const drawing = new Drawing()
      let decisions: readonly Decision[] = data.decisions
      let plan = writePlan(problem, presentPlan(problem))
      for (let touch = 0; touch < 4; touch++) {
        const person = dice.pick(problem.people).id
        const kind = dice.pick(['pin', 'pin', 'veto', 'free'])
        const seat = dice.chance(0.1) ? null : dice.pick(problem.seatsOf(person)).id
        const others = decisions.filter((each) => each.person !== person)
        decisions =
          kind === 'free' ? others : [...others, { kind: kind === 'veto' ? 'veto' : 'pin', person, seat, reason: '' }]
        const touched = { ...data, decisions }
        const asked = dice.chance(0.7) ? { ...order, keep: plan } : order
        const before = drawing.draw(touched, asked)
        seen.grounds += Number(before.grounds.under(before.model.costs, lawsByHand(before.inForce)) !== undefined)
        const drawn = await proposeFor(before.problem, before.inForce, before)
        const anew = await propose(defineProblem(touched), asked)
        const title = `court ${seed}, touch ${touch}: ${kind} ${seat}`
        expect(drawn.kind, title).toBe(anew.kind)
        if (drawn.kind === 'proposal' && anew.kind === 'proposal') {
          expect(drawn.plan, title).toEqual(anew.plan)
          expect(drawn.goals, title).toEqual(anew.goals)
          plan = drawn.plan
          seen.proposals++
        } else if (drawn.kind === 'clash' && anew.kind === 'clash') {
          expect(drawn.rules, title).toEqual(anew.rules)
          seen.clashes++
        }
        seen.again += Number(before.model.indices === drawing.draw(data, order).model.indices)
        drawing.draw(touched, asked)
      }
    }
    expect(Math.min(seen.proposals, seen.clashes, seen.again, seen.grounds)).toBeGreaterThan(3)
  })

  it('keeps a temporary posting with its day, and asks the rules anew what they say of another day', async () => {
    const posted = (until: string) =>
      board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 | Cy:A', {
        posts: { 'Team1/assistant': { need: 3000 } },
        decisions: [{ kind: 'pin', person: 'Ann', seat: 'Ann@Team2/assistant', reason: '', until }],
      })
    const drawing = new Drawing()
    const again = async (until: string) => {
      const { problem, inForce, ...drawn } = drawing.draw(posted(until), {})
      return proposeFor(problem, inForce, { ...drawn })
    }
    const first = await again('2027-06-30')
    expect(first).toMatchObject({ kind: 'proposal', plan: { Ann: 'Ann@Team2/assistant' } })
    expect(await again('2029-01-01')).toMatchObject({ kind: 'clash' })
    expect(await again('2027-07-31')).toMatchObject({ kind: 'proposal', plan: { Ann: 'Ann@Team2/assistant' } })
  })
  it('gives later goals what a goal may give away now, not what it might before the touch', async () => {
    const data = benchCourt(14, 3, 144)
    const order: Order = { slack: { 'front-line-shortage': 200, evenness: 500 } }
    const drawing = new Drawing()
    const first = drawing.draw(data, order)
    const before = await proposeFor(first.problem, first.inForce, first)
    if (before.kind !== 'proposal') throw new Error(before.kind)
    const touched: ProblemData = {
      ...data,
      decisions: [...data.decisions, { kind: 'pin', person: 'p0001', seat: 'p0001@t0/judge', reason: '' }],
    }
    const asked = { ...order, keep: before.plan }
    const drawn = drawing.draw(touched, asked)
    const again = await proposeFor(drawn.problem, drawn.inForce, drawn)
    const anew = await propose(defineProblem(touched), asked)
    expect(again).toMatchObject({ kind: 'proposal', plan: anew.kind === 'proposal' && anew.plan })
  })
})
