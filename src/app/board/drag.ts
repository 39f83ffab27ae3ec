import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { Directive } from 'vue'

type Off = () => void
const kept = new WeakMap<Element, { id: string; off: Off }>()

/** A directive whose value is an id that may change while the element stays. */
const withId = (attach: (element: HTMLElement, id: () => string) => Off): Directive<HTMLElement, string> => ({
  mounted(element, { value }) {
    const entry = { id: value, off: () => {} }
    entry.off = attach(element, () => entry.id)
    kept.set(element, entry)
  },
  updated(element, { value }) {
    const entry = kept.get(element)
    if (entry !== undefined) entry.id = value
  },
  beforeUnmount: (element) => kept.get(element)?.off(),
})

/** A card that can be dragged; the value is the person. */
export const vCard = withId((element, id) =>
  draggable({
    element,
    getInitialData: () => ({ person: id() }),
    onDragStart: () => element.classList.add('dragged'),
    onDrop: () => element.classList.remove('dragged'),
  }),
)

/** A place where cards can be dropped; the value is the unit, or the bench. */
export const vPlace = withId((element, id) =>
  dropTargetForElements({
    element,
    getData: () => ({ place: id() }),
    canDrop: ({ source }) => 'person' in source.data,
  }),
)

/** Scrolls while a card is held near its edges. */
export const vScrolls: Directive<HTMLElement> = {
  mounted: (element) => kept.set(element, { id: '', off: autoScrollForElements({ element }) }),
  beforeUnmount: (element) => kept.get(element)?.off(),
}

interface Dragging {
  take: (person: string) => void
  over: (place: string | null) => void
  drop: () => void
  cancel: () => void
}

/** Tells of every drag of a card on the page, until the function it returns is called. */
export function followDrags({ take, over, drop, cancel }: Dragging): Off {
  const placeIn = (targets: readonly { data: Record<string | symbol, unknown> }[]): string | null => {
    const place = targets.find(({ data }) => 'place' in data)?.data.place
    return typeof place === 'string' ? place : null
  }
  return monitorForElements({
    canMonitor: ({ source }) => 'person' in source.data,
    onDragStart: ({ source }) => take(String(source.data.person)),
    onDropTargetChange: ({ location }) => over(placeIn(location.current.dropTargets)),
    onDrop: ({ location }) => (placeIn(location.current.dropTargets) === null ? cancel() : drop()),
  })
}
