import { describe, expect, it } from 'vitest'
import { followRun } from '../../../src/app/rounds/follow-run'

const soon = (): Promise<void> => Promise.resolve()

describe('following a run', () => {
  it('shows every look and ends with the run', async () => {
    const states = ['queued', 'running', 'done', 'never seen']
    const shown: string[] = []
    const last = await followRun({
      get: async () => ({ state: states.shift()! }),
      show: ({ state }) => void shown.push(state),
      signal: new AbortController().signal,
      wait: soon,
    })
    expect(shown).toEqual(['queued', 'running', 'done'])
    expect(last?.state).toBe('done')
  })
  it('goes on through a server that is away, asking less often, and says when it is back', async () => {
    const answers = ['running', null, null, 'stopped']
    const waits: number[] = []
    const trouble: boolean[] = []
    const last = await followRun({
      get: async () => {
        const state = answers.shift()!
        if (state === null) throw new Error('away')
        return { state }
      },
      show: () => undefined,
      trouble: (error) => void trouble.push(error !== null),
      signal: new AbortController().signal,
      every: 100,
      wait: (milliseconds) => {
        waits.push(milliseconds)
        return soon()
      },
    })
    expect(last?.state).toBe('stopped')
    expect(waits).toEqual([100, 200, 400])
    expect(trouble).toEqual([true, true, false])
  })
  it('stops looking when told to', async () => {
    const stop = new AbortController()
    let looks = 0
    const last = await followRun({
      get: async () => ({ state: 'running', look: ++looks }),
      show: ({ look }) => {
        if (look === 2) stop.abort()
      },
      signal: stop.signal,
      wait: soon,
    })
    expect(looks).toBe(2)
    expect(last).toEqual({ state: 'running', look: 2 })
  })
})
