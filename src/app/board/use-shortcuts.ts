import { onBeforeUnmount, onMounted } from 'vue'

/** Ctrl or Cmd with Z takes a step back, with Shift it is done again; in a text field the keys are the field's own. */
export function useShortcuts(takeBack: (way: 'undo' | 'redo') => void): void {
  function shortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
    if ((event.target as HTMLElement | null)?.closest('input, textarea, [contenteditable]')) return
    event.preventDefault()
    takeBack(event.shiftKey ? 'redo' : 'undo')
  }
  onMounted(() => addEventListener('keydown', shortcut))
  onBeforeUnmount(() => removeEventListener('keydown', shortcut))
}
