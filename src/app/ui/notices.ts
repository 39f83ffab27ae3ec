import { readonly, shallowRef } from 'vue'

/** A verb on a notice, for example to undo what it tells of. */
export interface NoticeAction {
  readonly verb: string
  readonly act: () => void
}

export interface Notice {
  readonly id: number
  readonly kind: 'done' | 'failed'
  readonly text: string
  readonly action?: NoticeAction
}

const list = shallowRef<readonly Notice[]>([])
let last = 0

/** Takes a notice away. */
export const dismiss = (id: number): void => {
  list.value = list.value.filter((notice) => notice.id !== id)
}

/** Says something at the edge of the page; what failed stays until it is dismissed, what offers an action stays longer. */
export function notify(text: string, kind: Notice['kind'] = 'done', action?: NoticeAction): void {
  const id = ++last
  // Only the last step can be undone: an action takes the place of the one before.
  const rest = action === undefined ? list.value : list.value.filter((notice) => notice.action === undefined)
  list.value = [...rest.slice(-2), { id, kind, text, action }]
  if (kind === 'done') setTimeout(() => dismiss(id), action === undefined ? 5000 : 15_000)
}

export const notices = readonly(list)
