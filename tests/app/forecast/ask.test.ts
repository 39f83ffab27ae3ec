import { describe, expect, it, vi } from 'vitest'
import { worker, type Speaker } from '@/app/forecast/ask'
import type { Asked, FilingsAnswer, Told } from '@/app/forecast/questions'
import { forecastCourt } from './court'

const court = forecastCourt()
const state = { court, date: '2022-01-01', plan: null }
const question = { kind: 'filings', unit: null, until: '2022-12' } as const

function pair() {
  const heard: Asked[] = []
  const speakers: Speaker[] = []
  const speaking = worker(() => {
    const speaker: Speaker = {
      postMessage: (asked: Asked) => void heard.push(asked),
      onmessage: null,
      onerror: null,
      terminate: vi.fn(),
    }
    speakers.push(speaker)
    return speaker
  })
  const tell = (data: Told): void =>
    speakers.at(-1)!.onmessage!.call(speakers.at(-1)! as Worker, { data } as MessageEvent<Told>)
  return { heard, speakers, speaking, tell }
}
const asker = () => ({ done: vi.fn(), failed: vi.fn(), progress: vi.fn() })

describe('speaking with the worker', () => {
  it('sends the court once, and each question after it', () => {
    const { heard, speaking } = pair()
    speaking.ask(state, question, asker())
    speaking.ask({ ...state }, question, asker())
    speaking.ask({ ...state, date: '2022-02-01' }, question, asker())
    expect(heard.map(({ kind }) => kind)).toEqual(['state', 'ask', 'ask', 'state', 'ask'])
  })
  it('gives each its own answer, progress or failure', () => {
    const { speaking, tell } = pair()
    const [first, second] = [asker(), asker()]
    speaking.ask(state, question, first)
    speaking.ask(state, question, second)
    const answer = { filed: {} } as FilingsAnswer
    tell({ kind: 'progress', number: 1, done: 1, of: 3 })
    tell({ kind: 'answer', number: 2, answer })
    tell({ kind: 'failed', number: 1, message: 'no memory' })
    expect(first.progress.mock.calls).toEqual([[1, 3]])
    expect(first.failed.mock.calls[0]![0]).toMatchObject({ message: 'no memory' })
    expect(first.done).not.toHaveBeenCalled()
    expect(second.done.mock.calls).toEqual([[answer]])
  })
  it('starts anew after the worker broke, and tells all who waited', () => {
    const { heard, speakers, speaking } = pair()
    const waiting = asker()
    speaking.ask(state, question, waiting)
    speakers[0]!.onerror!.call(speakers[0]! as Worker, { message: 'gone' } as ErrorEvent)
    expect(waiting.failed).toHaveBeenCalledOnce()
    expect(speakers[0]!.terminate).toHaveBeenCalledOnce()
    speaking.ask(state, question, asker())
    expect(speakers.length).toBe(2)
    expect(heard.map(({ kind }) => kind)).toEqual(['state', 'ask', 'state', 'ask'])
  })
})
