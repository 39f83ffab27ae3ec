import { onScopeDispose, ref, shallowRef } from 'vue'
import { api, type Run } from '../api'
import { followRun, hasEnded } from './follow-run'

/** The round's latest run: found again after a reload, followed while it works. */
export function useRun(court: string, round: string) {
  const run = shallowRef<Run | null>(null)
  /** What the last request threw while following; null when the server answers. */
  const trouble = shallowRef<unknown>(null)
  const starting = ref(false)
  const stopping = ref(false)
  /** Seconds since the run began, by this device's clock. */
  const elapsed = ref(0)
  let following: AbortController | null = null
  let tick: ReturnType<typeof setInterval> | undefined

  function show(next: Run): void {
    run.value = next
    count()
    if (hasEnded(next)) clearInterval(tick)
  }
  function count(): void {
    const now = run.value
    if (now === null) return
    const from = Date.parse(now.startedAt ?? '')
    const until = now.endedAt === null ? Date.now() : Date.parse(now.endedAt)
    elapsed.value = Number.isNaN(from) ? 0 : Math.max(0, Math.round((until - from) / 1000))
  }
  async function follow(id: string): Promise<Run | null> {
    following?.abort()
    const mine = (following = new AbortController())
    clearInterval(tick)
    tick = setInterval(count, 1000)
    const last = await followRun({
      get: () => api.run(id),
      show,
      trouble: (error) => (trouble.value = error),
      signal: mine.signal,
    })
    if (following === mine) {
      clearInterval(tick)
      stopping.value = false
    }
    return last
  }
  /** Shows the latest run of the round and goes on following it while it works. */
  async function find(): Promise<void> {
    const latest = await api.latestRun(court, round)
    if (latest === null) return
    show(latest)
    if (!hasEnded(latest)) void follow(latest.id)
  }
  /** Starts a run, `timeLimit` in seconds (none: until it is proven), and follows it to its end. */
  async function start(timeLimit?: number): Promise<Run | null> {
    starting.value = true
    try {
      const { id } = await api.startRun(court, round, timeLimit === undefined ? {} : { timeLimit })
      run.value = null
      elapsed.value = 0
      return await follow(id)
    } finally {
      starting.value = false
    }
  }
  /** Stops the run; the best plan so far stays. */
  async function stop(): Promise<void> {
    if (run.value === null) return
    stopping.value = true
    try {
      await api.stopRun(run.value.id)
    } catch (error) {
      stopping.value = false
      throw error
    }
  }
  onScopeDispose(() => {
    following?.abort()
    clearInterval(tick)
  })
  return { run, trouble, starting, stopping, elapsed, find, start, stop }
}
