import { lift } from '../../src/app/board/lift'
import { PlanEditor } from '../../src/app/board/plan-editor'
import { strengthOf } from '../../src/app/board/strength'
import { cardsByUnit, columnsOf, marksOf } from '../../src/app/board/columns'
import { defineProblem } from '../../src/domain'
import { putInForce } from '../../src/rules'
import { benchCourt, benchOrder } from './courts'
import { timesOf } from './times'

/** Milliseconds that the board needs at this size, over so many drops: medians and 95th percentiles. */
export function boardSpeed(people = 400, teams = 72, drops = 200) {
  const data = benchCourt(people, teams)
  const problem = defineProblem(data)
  const began = performance.now()
  const inForce = putInForce(problem, benchOrder(data))
  const editor = new PlanEditor(problem, inForce)
  const opened = performance.now() - began
  const lifts: number[] = []
  const answers: number[] = []
  for (let at = 0; at < drops; at++) {
    const person = problem.people[(at * 37) % problem.people.length]!.id
    let from = performance.now()
    const held = lift(problem, editor.current, person, 'mouse')
    lifts.push(performance.now() - from)
    const places = [...held.verdicts.values()].flatMap(({ choices }) => choices)
    const { to } = places[(at * 11) % places.length]!
    from = performance.now()
    editor.move(person, to)
    const plan = editor.plan
    columnsOf(problem, cardsByUnit(problem, plan, (a, b) => (a < b ? -1 : 1)).units)
    strengthOf(problem, plan)
    marksOf(problem, plan, editor.current.violations())
    lift(problem, editor.current, person, 'mouse')
    answers.push(performance.now() - from)
  }
  return {
    seats: problem.seats.length,
    limits: inForce.reduce((sum, { limits }) => sum + limits.length, 0),
    opened,
    lift: timesOf(lifts),
    drop: timesOf(answers),
  }
}
