import { isCoded } from '../api'
import { useT } from '../i18n'

/** Says an error in one line: what happened, and what to do. */
export function useErrors() {
  const { t, has } = useT()
  function tell(error: unknown): string {
    const coded = isCoded(error) ? error : { code: 'unknown', facts: {} }
    const say = (part: 'what' | 'do'): string => {
      const key = `errors.${coded.code}.${part}`
      return t(has(key) ? key : `errors.unknown.${part}`, coded.facts)
    }
    return `${say('what')} ${say('do')}`
  }
  return { tell }
}
