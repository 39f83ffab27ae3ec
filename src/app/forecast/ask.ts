import type { Answers, Asked, Question, State, Told } from './questions'

/** The part of a worker that is used; tests give their own. */
export type Speaker = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>

const startWorker = (): Speaker => new Worker(new URL('./forecast.worker.ts', import.meta.url), { type: 'module' })

export interface Waiting {
  readonly done: (answer: Answers[keyof Answers]) => void
  readonly failed: (error: Error) => void
  readonly progress: (done: number, of: number) => void
}

/**
 * Speaks with the worker that works out forecasts. There is one for the page: it keeps what it has worked out while
 * the court stays the same. It is started with the first question; one that broke is started anew.
 */
export function worker(start: () => Speaker = startWorker) {
  let speaker: Speaker | null = null
  let sent: State | null = null
  let number = 0
  const waiting = new Map<number, Waiting>()

  function started(): Speaker {
    if (speaker !== null) return speaker
    const made = start()
    made.onmessage = ({ data }: MessageEvent<Told>) => {
      const asker = waiting.get(data.number)
      if (data.kind === 'progress') return asker?.progress(data.done, data.of)
      waiting.delete(data.number)
      if (data.kind === 'failed') asker?.failed(new Error(data.message))
      else asker?.done(data.answer)
    }
    made.onerror = (event) => {
      made.terminate()
      speaker = sent = null
      const all = [...waiting.values()]
      waiting.clear()
      for (const { failed } of all) failed(new Error(event.message))
    }
    return (speaker = made)
  }
  const say = (asked: Asked): void => started().postMessage(asked)

  return {
    /** Asks one question about a state of the court; the state travels only when it is another one. */
    ask(state: State, question: Question, asker: Waiting): void {
      const { court, date, plan } = state
      if (
        sent?.court !== court ||
        sent.date !== date ||
        sent.plan?.plan !== plan?.plan ||
        sent.plan?.data !== plan?.data
      )
        say({ kind: 'state', state })
      sent = state
      waiting.set(++number, asker)
      say({ kind: 'ask', number, question })
    },
  }
}
export type ForecastWorker = ReturnType<typeof worker>

/** The one of this page. */
export const forecastWorker = worker()
