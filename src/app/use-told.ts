import { useQuery } from '@pinia/colada'
import { useAct } from './use-act'

/** What the server tells, and what is done about it there one thing at a time, after which it is told again. */
export function useTold<T>(key: () => string[], query: () => Promise<T>) {
  const { data: told, error, refetch } = useQuery({ key, query })
  return { told, error, retry: () => void refetch(), ...useAct(key) }
}
