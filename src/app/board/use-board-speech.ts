import { ref, type Ref } from 'vue'
import type { Plan } from '../../domain'
import { useT } from '../i18n'
import type { OpenRound } from '../rounds/open-round'
import { useWords } from '../rounds/use-words'
import { bench, type Lift } from './lift'
import type { Step } from './plan-editor'
import { useVerdictWords } from './use-verdict-words'
import type { Verdict } from './verdicts'

/** What the board says aloud of what is done on it, for those who do not see it. */
export function useBoardSpeech(
  open: () => OpenRound,
  held: Ref<Lift | null>,
  verdict: Ref<Verdict | null>,
  plan: Ref<Plan>,
) {
  const { t } = useT()
  const words = useWords()
  const { brief } = useVerdictWords(() => open().goals)
  const spoken = ref('')

  const placeName = (place: string | null): string =>
    place === bench ? t('rounds.bench') : place === null ? '' : words.place(place)

  function say(what: 'lifted' | 'over' | 'moved' | 'cancelled' | 'stays', person: string): void {
    const name = words.person(person)
    const place = placeName(held.value?.over ?? null)
    if (what === 'lifted') spoken.value = t('board.say.lifted', { name, place })
    else if (what === 'cancelled') spoken.value = t('board.say.cancelled', { name })
    else if (what !== 'over')
      spoken.value = t(`board.say.${what}`, { name, place: words.seatName(plan.value.get(person) ?? null) })
    else if (verdict.value !== null)
      spoken.value = t('board.say.over', {
        place,
        standing: t(`board.standing.${verdict.value.standing}`),
        words: brief(verdict.value),
      })
  }
  function sayPinned(person: string, pinned: boolean): void {
    spoken.value = t(pinned ? 'board.say.pinned' : 'board.say.unpinned', { name: words.person(person) })
  }
  function sayBack(way: 'undo' | 'redo', { changes }: Step): void {
    const [first] = changes
    spoken.value =
      changes.length === 1
        ? t(`board.say.${way}`, { name: words.person(first!.person) })
        : t(`board.say.${way}All`, { count: changes.length })
  }
  return { spoken, say, sayPinned, sayBack }
}
