import { nextTick, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import type { Lift } from './lift'

interface Hands {
  readonly held: Ref<Lift | null>
  take(person: string, by: 'keys'): void
  step(by: number): void
  choose(by: number): void
  drop(): 'moved' | 'asked' | 'nothing'
  cancel(): void
}

interface Board {
  /** People in a place, as they are shown from the top. */
  cardsIn(place: string): readonly string[]
  readonly order: Ref<readonly string[]>
  /** Says where the held card is now. */
  say(what: 'lifted' | 'over' | 'moved' | 'cancelled' | 'stays', person: string): void
  menu(person: string): void
  pin(person: string): void
}

/**
 * The board by keys: arrows go from card to card; space lifts, arrows then carry the card from column to column and
 * through the posts of a column, space lets it go, Escape puts it back.
 */
export function useBoardKeys(hands: Hands, board: Board) {
  /** The card that the tab key comes to. */
  const entry = ref<{ person: string; place: string } | null>(null)

  async function focus(person: string, place?: string): Promise<void> {
    await nextTick()
    const cards = [...document.querySelectorAll<HTMLElement>(`[data-person="${CSS.escape(person)}"]`)]
    const card = cards.find(({ dataset }) => dataset.unit === place) ?? cards[0]
    card?.focus()
  }
  async function show(place: string | null): Promise<void> {
    await nextTick()
    if (place !== null)
      document
        .querySelector(`[data-place="${CSS.escape(place)}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  function walk(key: string, person: string, place: string): boolean {
    const cards = board.cardsIn(place)
    const at = cards.indexOf(person)
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      const next = cards[at + (key === 'ArrowUp' ? -1 : 1)]
      if (next !== undefined) void focus(next, place)
      return true
    }
    if (key === 'Home' || key === 'End') {
      const next = key === 'Home' ? cards[0] : cards.at(-1)
      if (next !== undefined) void focus(next, place)
      return true
    }
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
    const by = key === 'ArrowLeft' ? -1 : 1
    const places = board.order.value
    for (let column = places.indexOf(place) + by; column >= 0 && column < places.length; column += by) {
      const there = board.cardsIn(places[column]!)
      const next = there[Math.min(Math.max(at, 0), there.length - 1)]
      if (next === undefined) continue
      void focus(next, places[column])
      void show(places[column]!)
      break
    }
    return true
  }

  function carry(key: string): boolean {
    const held = hands.held.value!
    if (key === 'ArrowLeft' || key === 'ArrowRight') hands.step(key === 'ArrowLeft' ? -1 : 1)
    else if (key === 'Home' || key === 'End')
      hands.step(key === 'Home' ? -board.order.value.length : board.order.value.length)
    else if (key === 'ArrowUp' || key === 'ArrowDown') hands.choose(key === 'ArrowUp' ? -1 : 1)
    else return false
    void show(hands.held.value!.over)
    board.say('over', held.person)
    return true
  }

  function onKey(event: KeyboardEvent, person: string, place: string): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const held = hands.held.value
    let taken = true
    if (event.key === ' ' || event.key === 'Enter') {
      if (held === null) {
        hands.take(person, 'keys')
        board.say('lifted', person)
      } else {
        const result = hands.drop()
        if (result !== 'asked') board.say(result === 'moved' ? 'moved' : 'stays', held.person)
        void focus(held.person, held.over ?? undefined)
      }
    } else if (held !== null) taken = carry(event.key)
    else if (event.key === 'm') board.menu(person)
    else if (event.key === 'p') board.pin(person)
    else taken = walk(event.key, person, place)
    if (taken) event.preventDefault()
  }

  /** While a card is in the hand, Escape puts it back wherever the focus is by now, and does nothing else. */
  function onEscape(event: KeyboardEvent): void {
    const held = hands.held.value
    if (event.key !== 'Escape' || held?.by !== 'keys') return
    event.preventDefault()
    event.stopPropagation()
    const place = entry.value?.person === held.person ? entry.value.place : undefined
    hands.cancel()
    board.say('cancelled', held.person)
    void focus(held.person, place).then(() => show(place ?? null))
  }
  onMounted(() => addEventListener('keydown', onEscape, true))
  onBeforeUnmount(() => removeEventListener('keydown', onEscape, true))

  return { entry, onKey, focus, show }
}
