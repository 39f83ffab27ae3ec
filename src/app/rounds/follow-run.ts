/** What is needed of a run to follow it. */
interface Followed {
  readonly state: string
}

export const hasEnded = ({ state }: Followed): boolean => state !== 'queued' && state !== 'running'

interface Following<R extends Followed> {
  get: () => Promise<R>
  show: (run: R) => void
  /** A request failed; following goes on. Null when one succeeded again. */
  trouble?: (error: unknown) => void
  signal: AbortSignal
  /** Milliseconds between looks; doubled up to eight times while requests fail. */
  every?: number
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/**
 * Looks at a run again and again until it has ended or the signal falls; returns it as it was seen last, null when
 * it was never seen. A server that does not answer for a while does not end it: runs survive a restart.
 */
export async function followRun<R extends Followed>({
  get,
  show,
  trouble,
  signal,
  every = 700,
  wait = sleep,
}: Following<R>): Promise<R | null> {
  let seen: R | null = null
  let failures = 0
  while (!signal.aborted) {
    try {
      seen = await get()
      if (signal.aborted) return seen
      if (failures > 0) trouble?.(null)
      failures = 0
      show(seen)
      if (hasEnded(seen)) return seen
    } catch (error) {
      failures = Math.min(failures + 1, 3)
      trouble?.(error)
    }
    await wait(every * 2 ** failures, signal)
  }
  return seen
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
