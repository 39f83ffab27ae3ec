import { readonly, ref } from 'vue'

export interface Notice {
  readonly id: number
  readonly kind: 'done' | 'failed'
  readonly text: string
}

const list = ref<Notice[]>([])
let last = 0

/** Takes a notice away. */
export const dismiss = (id: number): void => {
  list.value = list.value.filter((notice) => notice.id !== id)
}

/** Says something at the edge of the page; what failed stays until it is dismissed. */
export function notify(text: string, kind: Notice['kind'] = 'done'): void {
  const id = ++last
  list.value = [...list.value.slice(-2), { id, kind, text }]
  if (kind === 'done') setTimeout(() => dismiss(id), 5000)
}

export const notices = readonly(list)
