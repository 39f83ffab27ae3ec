import { computed, ref, shallowRef, type Ref } from 'vue'
import type { Plan, Problem, Seat } from '../../domain'
import { withMove } from '../../domain'
import type { Tally } from '../../rules/tally'
import { heldOver, heldVerdict, lift, otherChoice, steppedTo, type Lift } from './lift'
import { dropOn } from './verdicts'

interface Table {
  readonly problem: () => Problem
  /** What moves of a person are weighed by. */
  readonly tally: (person: string) => Tally
  readonly plan: Ref<Plan | null>
  /** Places in the order in which keys step through them, the bench last. */
  readonly order: Ref<readonly string[]>
  move: (person: string, to: Seat | null) => void
}

/** A question that a drop raises: which post of the unit, or whether to place somebody against a rule. */
export interface Asked {
  readonly person: string
  /** Null: every unit is offered. */
  readonly unit: string | null
}

/** Taking up a card, holding it over places, letting it go: the same for mouse and keys. */
export function useLift({ problem, tally, plan, order, move }: Table) {
  const held = shallowRef<Lift | null>(null)
  const asked = shallowRef<Asked | null>(null)
  /** Milliseconds the last lift took to reach its verdicts, for the record of speed. */
  const took = ref(0)

  const verdict = computed(() => (held.value === null ? null : heldVerdict(held.value)))
  /** The plan as it would be if the card were let go here. */
  const shown = computed(() => {
    if (plan.value === null || held.value === null || verdict.value === null || verdict.value.standing === 'here')
      return plan.value
    return withMove(plan.value, held.value.person, verdict.value.to)
  })

  function take(person: string, by: Lift['by']): void {
    const began = performance.now()
    held.value = lift(problem(), tally(person), person, by)
    took.value = performance.now() - began
  }
  const over = (place: string | null): void => {
    if (held.value !== null && held.value.over !== place) held.value = heldOver(held.value, place)
  }
  const step = (by: number): void => {
    if (held.value !== null) held.value = steppedTo(held.value, order.value, by)
  }
  const choose = (by: number): void => {
    if (held.value !== null) held.value = otherChoice(held.value, by)
  }
  const cancel = (): void => {
    held.value = null
  }

  /** Lets the card go where it is held. `moved`, `asked` (the question is on the screen), or `nothing`. */
  function drop(): 'moved' | 'asked' | 'nothing' {
    const now = held.value
    if (now === null) return 'nothing'
    const place = now.over === null ? undefined : now.verdicts.get(now.over)
    const chosen = heldVerdict(now)
    held.value = null
    if (place === undefined || chosen === null || chosen.standing === 'here') return 'nothing'
    // Keys have stepped through the posts already; a drop by mouse may still mean several.
    const result =
      now.by === 'keys' && chosen.standing !== 'forbidden' ? { kind: 'move' as const, verdict: chosen } : dropOn(place)
    if (result.kind === 'nothing') return 'nothing'
    if (result.kind === 'move') {
      move(now.person, result.verdict.to)
      return 'moved'
    }
    asked.value = { person: now.person, unit: place.unit }
    return 'asked'
  }

  return { held, asked, took, verdict, shown, take, over, step, choose, cancel, drop }
}
