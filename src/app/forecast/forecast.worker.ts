import init, { MSTL } from '@bsull/augurs/mstl'
import { z } from 'zod'
import { seasonalEts } from '../../domain/forecast/seasonal-ets'
import { answerer, type Answerer } from './answers'
import type { Asked, Told } from './questions'

// Under a strict content policy zod may not compile its checks.
z.config({ jitless: true })

const tell = (told: Told): void => self.postMessage(told)
/** Without its WebAssembly the seasonal ETS takes no part, and the choice of method says so. */
const ets = init().then(
  () => seasonalEts(MSTL),
  () => undefined,
)
let answers: Promise<Answerer> | null = null

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'state') {
    answers = ets.then((ready) => answerer(data.state, ready))
    return
  }
  const { number, question } = data
  try {
    const ask = await answers!
    if (question.kind === 'filings') return tell({ kind: 'answer', number, answer: ask.filings(question) })
    if (question.kind === 'year') return tell({ kind: 'answer', number, answer: ask.year() })
    const of = question.teams.length
    const answer = ask.outlook(question, (done) => tell({ kind: 'progress', number, done, of }))
    tell({ kind: 'answer', number, answer })
  } catch (error) {
    tell({ kind: 'failed', number, message: String(error) })
  }
}
