import { defineProblem, readPlan, type ProblemData } from '../../src/domain'
import { loadSolver } from '../../src/planner/highs'
import { Drawing } from '../../src/planner/drawing'
import { propose, proposeFor } from '../../src/planner/propose'
import { Watch } from '../../src/planner/watch'
import { WhatIf } from '../../src/planner/what-if'
import { putInForce } from '../../src/rules'
import { Dice } from '../planner/random'
import { benchCourt, benchOrder } from './courts'
import { timesOf, type Times } from './times'

/**
 * Milliseconds for "why not there" (a seat of the person's own role, everybody else planned anew) and for planning
 * again after a drag (that seat pinned, few changes to the rest), from a proven plan, over draws that are the same
 * every time.
 */
export async function questionTimes(
  people: number,
  teams: number,
  draws = 200,
): Promise<{ readonly whyNot: Times; readonly again: Times; readonly forbidden: number }> {
  const data = benchCourt(people, teams)
  const problem = defineProblem(data)
  const order = benchOrder(data)
  const outcome = await propose(problem, order)
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  const whatIf = new WhatIf(await loadSolver(), problem, putInForce(problem, order), readPlan(problem, outcome.plan))
  const dice = new Dice(7)
  const seats = Array.from({ length: draws }, () => {
    const person = dice.pick(problem.people)
    return dice.pick(problem.seatsOf(person.id).filter(({ parts }) => parts[0]!.post.endsWith(`/${person.role}`)))
  })
  const whyNot: number[] = []
  const again: number[] = []
  // As the planner's worker does: it has planned ahead since the first touch.
  const drawing = new Drawing()
  const ahead = drawing.draw(data, order)
  await proposeFor(ahead.problem, ahead.inForce, { ...ahead, start: readPlan(problem, outcome.plan) })
  let forbidden = 0
  for (const seat of seats) {
    let began = performance.now()
    const answer = await whatIf.taking(seat, new Watch(problem, {}))
    whyNot.push(performance.now() - began)
    if (answer.kind === 'forbidden') forbidden++
    const person = seat.person.id
    const touched: ProblemData = {
      ...data,
      decisions: [
        ...data.decisions.filter((each) => each.person !== person),
        { kind: 'pin', person, seat: seat.id, reason: '' },
      ],
    }
    began = performance.now()
    const keep = { ...outcome.plan, [person]: seat.id }
    const drawn = drawing.draw(touched, { ...order, keep })
    await proposeFor(drawn.problem, drawn.inForce, { ...drawn, start: readPlan(drawn.problem, keep) })
    again.push(performance.now() - began)
  }
  return { whyNot: timesOf(whyNot), again: timesOf(again), forbidden }
}
