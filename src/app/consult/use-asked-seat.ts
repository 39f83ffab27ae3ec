import { onScopeDispose, ref, shallowRef } from 'vue'
import { api, type ToldAnswer } from '../api'
import { useElapsed } from './use-elapsed'

/**
 * Asks the server what it would cost if a person took another seat in a round's plan, as the device has not all of the
 * court: one question at a time, a new one takes the place of the one before.
 */
export function useAskedSeat(of: () => { readonly court: string; readonly round: string }) {
  const { elapsed, during } = useElapsed()
  /** The seat that was asked about last. */
  const seat = ref<string | null>(null)
  const asking = ref(false)
  const answer = shallowRef<ToldAnswer | null>(null)
  const failed = shallowRef<unknown>(null)
  let giveUp: AbortController | null = null

  async function ask(person: string, asked: string): Promise<void> {
    cancel()
    const mine = (giveUp = new AbortController())
    seat.value = asked
    asking.value = true
    answer.value = failed.value = null
    try {
      const { court, round } = of()
      const said = await during(api.askSeat(court, round, { person, seat: asked }, mine.signal))
      if (giveUp === mine) answer.value = said
    } catch (error) {
      if (giveUp === mine) failed.value = error
    } finally {
      if (giveUp === mine) asking.value = false
    }
  }
  /** Gives up the question in work, and puts away the answer. */
  function cancel(): void {
    giveUp?.abort()
    giveUp = null
    seat.value = null
    asking.value = false
    answer.value = failed.value = null
  }
  onScopeDispose(cancel)
  return { seat, asking, elapsed, answer, failed, ask, cancel }
}
