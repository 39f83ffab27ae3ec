import { useReadAgain } from './use-court'
import { useSending } from './use-sending'

/** Does things on the server, one at a time, after which a query is read again: somebody else may have been faster. */
export function useAct(key: () => string[]) {
  const readAgain = useReadAgain()
  const { busy, failed, send } = useSending()

  /** True when the server did as asked; what it refused stays in `failed`. */
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    const done = await send(work)
    await readAgain({ key: key() })
    return done
  }
  return { busy, failed, act }
}
