import { effectScope } from 'vue'
import { describe, expect, it } from 'vitest'
import { useReplan } from '../../../src/app/board/use-replan'
import type { Progress } from '../../../src/domain'
import type { RunMessage } from '../../../src/planner/worker'
import { board } from '../../board'

/** A worker that answers when it is told to. */
class Hand {
  onmessage: ((event: { data: RunMessage }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  ended = false
  asked: unknown
  postMessage(request: unknown): void {
    this.asked = request
  }
  terminate(): void {
    this.ended = true
  }
  say(data: RunMessage): void {
    this.onmessage?.({ data })
  }
}

const problem = board(`Office | Ann:A`)
const progress: Progress = { seconds: 2, goal: 'fit', goals: [], plan: { Ann: 'Ann@Office/assistant' } }
const begin = () => {
  const hand = new Hand()
  const planner = effectScope().run(() => useReplan(() => hand as unknown as Worker))!
  return { hand, planner, outcome: planner.run(problem, {}) }
}

describe('the planner on this device', () => {
  it('gives what came out, and keeps its thread for the next run', async () => {
    const { hand, planner, outcome } = begin()
    expect(planner.working.value).toBe(true)
    hand.say({ kind: 'outcome', outcome: { kind: 'nothing-yet', seconds: 1 } })
    expect(await outcome).toEqual({ kind: 'nothing-yet', seconds: 1 })
    expect(hand.ended).toBe(false)
    expect(planner.working.value).toBe(false)
  })
  it('plans ahead in the same thread, unless a run is at work there', async () => {
    const { hand, planner, outcome } = begin()
    planner.ready(problem, {}, {})
    expect(hand.asked).not.toMatchObject({ kind: 'ready' })
    hand.say({ kind: 'outcome', outcome: { kind: 'nothing-yet', seconds: 1 } })
    await outcome
    planner.ready(problem, {}, {})
    expect(hand.asked).toMatchObject({ kind: 'ready' })
    expect(planner.working.value).toBe(false)
  })
  it('keeps the best plan so far when it is stopped', async () => {
    const { hand, planner, outcome } = begin()
    hand.say({ kind: 'progress', progress })
    planner.stop()
    expect(await outcome).toMatchObject({ kind: 'proposal', status: 'stopped', plan: progress.plan })
    expect(hand.ended).toBe(true)
  })
  it('has nothing when it is stopped before any plan', async () => {
    const { planner, outcome } = begin()
    planner.stop()
    expect(await outcome).toMatchObject({ kind: 'nothing-yet' })
  })
  it('throws what the planner failed on', async () => {
    const { hand, outcome } = begin()
    hand.say({ kind: 'failed', message: 'no memory' })
    await expect(outcome).rejects.toThrow('no memory')
    expect(hand.ended).toBe(true)
  })
})
