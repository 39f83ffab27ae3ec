import {
  readLeniently,
  writePlan,
  type Decision,
  type Plan,
  type PlanData,
  type Problem,
  type Seat,
} from '../../domain'
import type { InForce } from '../../rules'
import { Tally } from '../../rules/tally'

/** One person's seat before and after, by seat id; null is the bench. */
export interface Change {
  readonly person: string
  readonly from: string | null
  readonly to: string | null
}

/** What was decided on one person before and after a step. */
export interface Decided {
  readonly person: string
  readonly before: readonly Decision[]
  readonly after: readonly Decision[]
}

/** What one press of undo takes back: a move by hand, or everything a run of the planner changed. */
export interface Step {
  readonly by: 'hand' | 'planner'
  readonly changes: readonly Change[]
  /** Left out where the move decides nothing. The plan knows of it only to take it back: decisions are the round's. */
  readonly decided?: Decided
}

/** All that is needed to go on after a reload: the plan and both stacks, by ids. */
export interface Draft {
  readonly plan: PlanData
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

/**
 * The plan under work. Every change goes through the tally, so that rules and goals answer at once, and onto a
 * stack, so that it can be taken back. Knows nothing of screens.
 */
export class PlanEditor {
  private tally: Tally
  private done: Step[] = []
  private undone: Step[] = []
  /** People whose seat in the draft is no longer offered: they stand where they are now. */
  readonly lost: readonly string[]

  constructor(
    private problem: Problem,
    inForce: readonly InForce[],
    draft: Partial<Draft> = {},
  ) {
    const { plan, lost } = readLeniently(problem, draft.plan)
    this.lost = lost
    this.tally = new Tally(problem, inForce, plan)
    // A stack that names seats which are gone could not be played back.
    if (lost.length === 0) {
      this.done = [...(draft.done ?? [])]
      this.undone = [...(draft.undone ?? [])]
    }
  }

  get current(): Tally {
    return this.tally
  }
  get plan(): Plan {
    return this.tally.plan
  }
  get data(): PlanData {
    return writePlan(this.problem, this.plan)
  }
  get draft(): Draft {
    return { plan: this.data, done: this.done, undone: this.undone }
  }
  get canUndo(): boolean {
    return this.done.length > 0
  }
  get canRedo(): boolean {
    return this.undone.length > 0
  }

  /** Puts one person elsewhere by hand. False when the person sits there already, and nothing is decided along with it. */
  move(person: string, to: Seat | null, decided?: Decided): boolean {
    const change = { person, from: this.plan.get(person)?.id ?? null, to: to?.id ?? null }
    if (change.from === change.to && decided === undefined) return false
    this.push({ by: 'hand', changes: [change], ...(decided && { decided }) })
    return true
  }

  /** Takes over a whole plan as one step. False when nothing differs. */
  replace(data: PlanData, by: Step['by'] = 'planner'): boolean {
    const { plan } = readLeniently(this.problem, data)
    const changes = this.problem.people.flatMap(({ id: person }): Change[] => {
      const from = this.plan.get(person)?.id ?? null
      const to = plan.get(person)?.id ?? null
      return from === to ? [] : [{ person, from, to }]
    })
    if (changes.length === 0) return false
    this.push({ by, changes })
    return true
  }

  undo(): Step | null {
    const step = this.done.pop()
    if (step === undefined) return null
    this.undone.push(step)
    for (const { person, from } of step.changes) this.tally.move(person, this.seat(from))
    return step
  }

  redo(): Step | null {
    const step = this.undone.pop()
    if (step === undefined) return null
    this.done.push(step)
    for (const { person, to } of step.changes) this.tally.move(person, this.seat(to))
    return step
  }

  /** People whose last change, of those not taken back, was made by hand. */
  movedByHand(): Set<string> {
    const last = new Map<string, Step['by']>()
    for (const step of this.done) for (const { person } of step.changes) last.set(person, step.by)
    return new Set([...last].flatMap(([person, by]) => (by === 'hand' ? [person] : [])))
  }

  /** The same plan under other rules or decisions; the problem must offer the same seats. */
  underLaw(problem: Problem, inForce: readonly InForce[]): void {
    const { plan } = readLeniently(problem, this.data)
    this.problem = problem
    this.tally = new Tally(problem, inForce, plan)
  }

  private push(step: Step): void {
    for (const { person, to } of step.changes) this.tally.move(person, this.seat(to))
    this.done.push(step)
    this.undone = []
  }

  private seat(id: string | null): Seat | null {
    return id === null ? null : (this.problem.seat.get(id) ?? null)
  }
}
