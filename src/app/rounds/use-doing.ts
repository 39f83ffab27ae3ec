import type { Progress } from '../../domain'
import type { Goal } from '../../rules'
import { useT } from '../i18n'
import { useWords } from './use-words'

/**
 * What the planner is doing, in words: the goal in work and its place among those of the run. Before the first of them
 * it writes down rules and posts, then looks for a plan that keeps the rules.
 */
export function useDoing() {
  const { t } = useT()
  const { goalName } = useWords()
  return (progress: Pick<Progress, 'goal'> | null, goals: readonly Pick<Goal, 'id'>[]): string => {
    const goal = progress?.goal ?? null
    if (goal === null) return t('rounds.propose.writing')
    const at = goals.findIndex(({ id }) => id === goal)
    if (at < 0) return t('rounds.propose.searching')
    return t('rounds.propose.working', { goal: goalName(goal), place: at + 1, of: goals.length })
  }
}
