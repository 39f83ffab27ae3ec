import { ref, type Ref } from 'vue'
import { postedUntil, type Decision, type Plan } from '../../domain'
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
    else if (what !== 'over') {
      const seat = plan.value.get(person) ?? null
      const date = postedUntil(open().round.decisions, person, seat?.id ?? null)
      const said = date !== null && what === 'moved' ? 'posted' : what
      spoken.value = t(`board.say.${said}`, { name, place: words.seatName(seat), date })
    } else if (verdict.value !== null)
      spoken.value = t('board.say.over', {
        place,
        standing: t(`board.standing.${verdict.value.standing}`),
        words: brief(verdict.value),
      })
  }
  /** `posted`: the pin that was there had a last day. */
  function sayPinned(person: string, pinned: boolean, posted: boolean): void {
    const said = pinned ? 'pinned' : posted ? 'unposted' : 'unpinned'
    spoken.value = t(`board.say.${said}`, { name: words.person(person) })
  }
  /** What a step has made of a temporary posting. */
  function postingSaid(own: readonly Decision[]): string {
    const date = own.find(({ until }) => until !== undefined)?.until
    return date === undefined ? t('board.say.forGoodNow') : t('board.say.postedNow', { date })
  }
  function sayBack(way: 'undo' | 'redo', { changes, decided }: Step): void {
    const [first] = changes
    const back =
      changes.length === 1
        ? t(`board.say.${way}`, { name: words.person(first!.person) })
        : t(`board.say.${way}All`, { count: changes.length })
    spoken.value = decided ? `${back} ${postingSaid(way === 'undo' ? decided.before : decided.after)}` : back
  }
  return { spoken, say, sayPinned, sayBack }
}
