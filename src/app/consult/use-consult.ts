import { onScopeDispose, shallowRef } from 'vue'
import type { PlanData } from '../../domain'
import type { AskMessage, AskRequest, Question, Worth } from '../../planner/worker'
import { orderOf } from '../../rules'
import { plannerWorker } from '../board/use-replan'
import type { OpenRound } from '../rounds/open-round'
import { useErrors } from '../rounds/use-errors'
import { notify } from '../ui/notices'
import { useElapsed } from './use-elapsed'

/** What questions are about: a plan of a round, as it stands on the screen. */
export interface Matter {
  readonly open: OpenRound
  readonly plan: PlanData
}

/** The last word on a question. */
export type Final = Exclude<AskMessage, { readonly kind: 'worth' | 'failed' }>

/**
 * Asks the planner on this device about the plan at hand, one question at a time; a new one takes the place of one
 * that is not answered yet. The worker lives as long as the page, so that rules are written out once for a plan.
 */
export function useConsult(matter: () => Matter, startWorker: () => Worker = plannerWorker) {
  const { tell } = useErrors()
  /** The question in work. */
  const asking = shallowRef<Question | null>(null)
  const { elapsed, during } = useElapsed()
  let worker: Worker | null = null
  let known: { readonly open: OpenRound; readonly plan: string } | null = null
  let key = 0
  let end: ((last: Final | Error | null) => void) | null = null

  function keyOf({ open, plan }: Matter): string {
    const now = { open, plan: JSON.stringify(plan) }
    if (known?.open !== now.open || known.plan !== now.plan) key++
    known = now
    return String(key)
  }

  /**
   * The last word, or null where the question was cancelled or failed (then a notice says so). `hear` is told each
   * worth as it comes.
   */
  async function ask(question: Question, hear?: (worth: Worth) => void): Promise<Final | null> {
    cancel()
    const { open, plan } = matter()
    const mine = (worker ??= startWorker())
    asking.value = question
    const heard = new Promise<Final | Error | null>((resolve) => {
      end = resolve
      mine.onmessage = ({ data: message }: MessageEvent<AskMessage>) => {
        if (message.kind === 'worth') hear?.(message.worth)
        else resolve(message.kind === 'failed' ? new Error(message.message) : message)
      }
      mine.onerror = (event) => resolve(new Error(event.message))
      const key = keyOf({ open, plan })
      mine.postMessage({
        kind: 'ask',
        key,
        data: open.data,
        order: orderOf(open.round),
        plan,
        question,
      } satisfies AskRequest)
    })
    const last = await during(heard)
    if (asking.value === question) {
      asking.value = null
      end = null
    }
    if (!(last instanceof Error)) return last
    notify(tell(last), 'failed')
    return null
  }

  /** Gives up the question in work. The solver blocks its thread: only ending the worker stops it. */
  function cancel(): void {
    if (end === null) return
    worker?.terminate()
    worker = null
    end(null)
    end = null
    asking.value = null
  }
  onScopeDispose(() => {
    cancel()
    worker?.terminate()
    worker = null
  })
  return { asking, elapsed, ask, cancel }
}
export type Consult = ReturnType<typeof useConsult>
