import { writePlan, type GoalResult, type Plan, type Problem, type Progress } from '../domain'

export interface Limits {
  /** Seconds from now; none means until proof. */
  readonly timeLimit?: number
  /** Seconds beyond it to name what clashes; as long again where left out, and ten at the least. */
  readonly grace?: number
  readonly signal?: AbortSignal
  onProgress?(progress: Progress): void
}

/** The run was ended by clock or by hand. */
export class Stopped extends Error {}

/** For work that may be ended without harm: null where it was. */
export function nullWhenStopped(error: unknown): null {
  if (!(error instanceof Stopped)) throw error
  return null
}

/** Seconds: naming what clashes is most often a matter of one or two. */
const leastGrace = 10

/** Milliseconds between two words of progress, and between two looks at messages. */
const pause = 200
const breath = 20

/** The clock of a run: how long it has gone, whether it must end, and what it tells while it works. */
export class Watch {
  private told = -Infinity
  private paused = -Infinity

  constructor(
    private readonly problem: Problem,
    private readonly limits: Limits,
    private readonly began = performance.now(),
  ) {}

  seconds(): number {
    return (performance.now() - this.began) / 1000
  }

  left(): number {
    return this.limits.timeLimit === undefined ? Infinity : this.limits.timeLimit - this.seconds()
  }

  stopped(): boolean {
    return this.limits.signal?.aborted === true || this.left() <= 0
  }

  /** The same clock with the time that is given beyond the limit. */
  graced(): Watch {
    const { timeLimit, grace, signal } = this.limits
    const more = timeLimit === undefined ? {} : { timeLimit: timeLimit + (grace ?? Math.max(timeLimit, leastGrace)) }
    return new Watch(this.problem, { ...more, ...(signal && { signal }) }, this.began)
  }

  /** A hand ended the run, not the clock. */
  byHand(): boolean {
    return this.limits.signal?.aborted === true
  }

  /** Lets messages in. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve))
    this.paused = performance.now()
  }

  /** Lets messages in, where none were for a while, then throws when one of them, or the clock, ended the run. */
  async breathe(): Promise<void> {
    if (performance.now() - this.paused > breath) await this.pause()
    if (this.stopped()) throw new Stopped()
  }

  /** Tells of progress, five times a second at most; `always` when a goal is done. */
  tell(goal: string | null, goals: readonly GoalResult[], plan: Plan | null, always = false): void {
    const now = performance.now()
    if (this.limits.onProgress === undefined || (!always && now - this.told < pause)) return
    this.told = now
    this.limits.onProgress({
      seconds: this.seconds(),
      goal,
      goals: [...goals],
      plan: plan === null ? null : writePlan(this.problem, plan),
    })
  }
}
