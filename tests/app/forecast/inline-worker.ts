import { answerer, type Answerer } from '@/app/forecast/answers'
import { worker, type ForecastWorker, type Speaker } from '@/app/forecast/ask'
import type { Asked, Told } from '@/app/forecast/questions'

/** The worker without a thread of its own; `questions` is what it was asked. `broken` fails every question. */
export function inlineWorker(broken = false): { speaker: ForecastWorker; questions: Asked[] } {
  const questions: Asked[] = []
  const speaker = worker(() => {
    let answers: Answerer | undefined
    const made: Speaker = {
      onmessage: null,
      onerror: null,
      terminate: () => {},
      postMessage: (asked: Asked) => {
        if (asked.kind === 'state') {
          answers = answerer(asked.state)
          return
        }
        questions.push(asked)
        const { number, question } = asked
        const told = (): Told =>
          broken
            ? { kind: 'failed', number, message: 'no memory' }
            : {
                kind: 'answer',
                number,
                answer:
                  question.kind === 'filings'
                    ? answers!.filings(question)
                    : question.kind === 'year'
                      ? answers!.year()
                      : answers!.outlook(question),
              }
        queueMicrotask(() => made.onmessage!.call(made as Worker, { data: told() } as MessageEvent<Told>))
      },
    }
    return made
  })
  return { speaker, questions }
}
