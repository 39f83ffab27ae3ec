import { nextTick, ref } from 'vue'
import type { CaseFilter } from '../api'

/** The cases that a count in a sum was opened to; going back returns the focus to the count. */
export function useOpenedCases() {
  const opened = ref<{ readonly title: string; readonly filter: CaseFilter } | null>(null)
  let opener: HTMLElement | null = null
  const open = (event: Event, title: string, filter: CaseFilter): void => {
    opener = event.currentTarget as HTMLElement
    opened.value = { title, filter }
  }
  const back = async (): Promise<void> => {
    opened.value = null
    await nextTick()
    opener?.focus()
  }
  return { opened, open, back }
}
