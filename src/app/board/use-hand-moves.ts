import type { CalendarDate, Decision, Round, Seat } from '../../domain'
import { useT } from '../i18n'
import type { OpenRound } from '../rounds/open-round'
import { notify } from '../ui/notices'
import { decisionsOn, withDecisionsOn, withoutPosting, withPin } from './decisions'
import type { Step } from './plan-editor'
import type { usePlanEditor } from './use-plan-editor'

/**
 * Moves by hand, with what they decide: a temporary posting is a pin with a last day, and moving on takes it back. The
 * plan is a draft of this device, the decision the round's; one press of undo takes both back.
 */
export function useHandMoves(
  open: () => OpenRound,
  editing: ReturnType<typeof usePlanEditor>,
  update: (change: (round: Round) => Round) => Promise<boolean>,
) {
  const { t } = useT()

  /** False where it could not be saved: the step is then played `back`. */
  async function decide(person: string, own: readonly Decision[], back: 'undo' | 'redo'): Promise<boolean> {
    const saved = await update((round) => ({ ...round, decisions: withDecisionsOn(round.decisions, person, own) }))
    if (saved) return true
    editing[back]()
    notify(t('rounds.notSaved'), 'failed')
    return false
  }
  function settle(person: string, to: Seat | null, after: readonly Decision[]): Promise<boolean> {
    const before = decisionsOn(open().round.decisions, person)
    editing.move(person, to, { person, before, after })
    return decide(person, after, 'undo')
  }
  /** Moves the person for good. */
  function move(person: string, to: Seat | null): void {
    const own = decisionsOn(open().round.decisions, person)
    const after = withoutPosting(own, person)
    if (after.length === own.length) editing.move(person, to)
    else void settle(person, to, after)
  }
  /** Pins the person there until that day, or for good; false where that could not be saved. */
  const post = (person: string, to: Seat, until: CalendarDate | undefined): Promise<boolean> =>
    settle(person, to, withPin(decisionsOn(open().round.decisions, person), person, to.id, until))

  function takeBack(way: 'undo' | 'redo'): Step | null {
    const step = editing[way]()
    if (step?.decided === undefined) return step
    const { person, before, after } = step.decided
    if (way === 'undo') void decide(person, before, 'redo')
    else void decide(person, after, 'undo')
    return step
  }
  return { move, post, takeBack }
}
