import { onScopeDispose, watch } from 'vue'

/** Has the browser ask before it closes the page, for as long as something on it would be lost. */
export function useCloseWarning(wouldLose: () => boolean): void {
  const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
  watch(wouldLose, (lost) => (lost ? addEventListener : removeEventListener)('beforeunload', warn))
  onScopeDispose(() => removeEventListener('beforeunload', warn))
}
