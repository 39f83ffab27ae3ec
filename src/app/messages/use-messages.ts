import { useQuery } from '@pinia/colada'
import { onScopeDispose } from 'vue'
import { api } from '../api'
import { useReadAgain } from '../use-court'

/** So often the bell asks whether there is anything new, in milliseconds. */
const every = 60_000

/** How many of the own messages are unread, asked again and again while the page is looked at. */
export function useUnread() {
  const { data, refetch } = useQuery({ key: ['messages', 'unread'], query: () => api.messages(1) })
  const ask = (): void => {
    // What fails now is asked again soon; the pages themselves tell that the server cannot be reached.
    if (document.visibilityState === 'visible') void refetch()
  }
  const timer = setInterval(ask, every)
  document.addEventListener('visibilitychange', ask)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', ask)
  })
  return data
}

/** The own messages, the newest first, so many. */
export function useMessages(size: () => number) {
  const readAgain = useReadAgain()
  const { data, error, refetch } = useQuery({
    key: () => ['messages', 'inbox', size()],
    query: () => api.messages(size()),
    placeholderData: (before) => before,
  })
  /** Marks one as read, or it and all before it. */
  async function read(id: string, andOlder = false): Promise<void> {
    await api.readMessage(id, andOlder)
    await readAgain({ key: ['messages'] })
  }
  return { inbox: data, error, read, retry: () => void refetch() }
}
