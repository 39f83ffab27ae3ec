import { onBeforeUnmount, onMounted } from 'vue'
import { followDrags } from './drag'
import type { useLift } from './use-lift'

/** Lets the mouse take cards and let them go while the board is on the screen; `moved` is told who was moved. */
export function useDrags(hands: ReturnType<typeof useLift>, moved: (person: string) => void): void {
  let off: (() => void) | undefined
  onMounted(() => {
    off = followDrags({
      take: (person) => hands.take(person, 'mouse'),
      over: hands.over,
      drop: () => {
        const person = hands.held.value?.person
        if (hands.drop() === 'moved' && person !== undefined) moved(person)
      },
      cancel: hands.cancel,
    })
  })
  onBeforeUnmount(() => off?.())
}
