import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { Directive } from 'vue'

interface Sortable {
  readonly id: string
  readonly enabled: boolean
  /** A line was let go over another: it takes that place. */
  drop(source: string, target: string): void
}

const lines = new WeakMap<HTMLElement, { now: Sortable; off: () => void }>()

/** A line of a list that is put in order by dragging; `dragged` and `over` mark what happens. */
export const vSortable: Directive<HTMLElement, Sortable> = {
  mounted(element, { value }) {
    const line = { now: value, off: () => {} }
    const idOf = (data: Record<string | symbol, unknown>): string => String(data.line)
    line.off = combine(
      draggable({
        element,
        canDrag: () => line.now.enabled,
        getInitialData: () => ({ line: line.now.id }),
        onDragStart: () => element.classList.add('dragged'),
        onDrop: () => element.classList.remove('dragged'),
      }),
      dropTargetForElements({
        element,
        getData: () => ({ line: line.now.id }),
        canDrop: ({ source }) => line.now.enabled && 'line' in source.data && idOf(source.data) !== line.now.id,
        onDragEnter: () => element.classList.add('over'),
        onDragLeave: () => element.classList.remove('over'),
        onDrop: ({ source }) => {
          element.classList.remove('over')
          line.now.drop(idOf(source.data), line.now.id)
        },
      }),
    )
    lines.set(element, line)
  },
  updated(element, { value }) {
    const line = lines.get(element)
    if (line !== undefined) line.now = value
  },
  beforeUnmount: (element) => lines.get(element)?.off(),
}
