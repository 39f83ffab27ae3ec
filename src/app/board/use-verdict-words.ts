import type { Goal } from '../../rules'
import { useT } from '../i18n'
import { sameFigure } from '../rounds/goal-values'
import { useWords } from '../rounds/use-words'
import type { Verdict } from './verdicts'

/** What a verdict says in words: why it is forbidden or warned of, and what the goals gain or lose. */
export function useVerdictWords(goals: () => readonly Pick<Goal, 'id' | 'unit'>[]) {
  const { t } = useT()
  const { broken, goalName, goalAmount } = useWords()

  const said = (violations: Verdict['broken']): string[] => [
    ...new Set(violations.map(({ rule, limit }) => broken(rule.id, limit.facts))),
  ]
  /** Each sentence once: what forbids first, then what only warns. */
  const sentences = (verdict: Verdict): { readonly words: string; readonly forbids: boolean }[] => {
    const forbidding = said(verdict.broken)
    return [
      ...forbidding.map((words) => ({ words, forbids: true })),
      ...said(verdict.warned).flatMap((words) => (forbidding.includes(words) ? [] : [{ words, forbids: false }])),
    ]
  }
  /** Goals that change by so much that it shows, in their order; every goal is better when smaller. */
  const changes = (verdict: Verdict): { goal: string; better: boolean; words: string }[] =>
    goals().flatMap(({ id, unit }, level) => {
      const change = verdict.change[level] ?? 0
      if (unit === 'price' || sameFigure(unit, change, 0)) return []
      const amount = goalAmount(unit, Math.abs(change))
      return [
        {
          goal: id,
          better: change < 0,
          words: t(change < 0 ? 'board.change.less' : 'board.change.more', { goal: goalName(id), amount }),
        },
      ]
    })
  /** One line: the first reason, or else what the goals gain. */
  const brief = (verdict: Verdict): string => {
    if (verdict.standing === 'here') return t('board.hereNow')
    const [first, ...rest] = sentences(verdict)
    if (first !== undefined)
      return rest.length === 0 ? first.words : t('board.andMore', { first: first.words, count: rest.length })
    const gained = changes(verdict).slice(0, 2)
    return gained.length === 0 ? t('board.change.none') : gained.map(({ words }) => words).join(t('ui.comma'))
  }
  return { sentences, changes, brief }
}
