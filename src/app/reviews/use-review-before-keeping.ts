import { reviewCounts, reviewItems, type PlanData } from '../../domain'
import { api } from '../api'
import { useT } from '../i18n'
import type { OpenRound } from '../rounds/open-round'
import { confirm } from '../ui/confirm'

/**
 * Says before a plan is kept what of its review is open or objected to; HR decides. Asks nothing where the draft was not
 * sent for review, or everybody accepted.
 */
export function useReviewBeforeKeeping(opened: () => OpenRound) {
  const { t } = useT()
  return async (plan: PlanData): Promise<boolean> => {
    const { court, round, problem } = opened()
    const { sent, answers } = await api.review(court.id, round.id)
    if (sent === null) return true
    const { object, open } = reviewCounts(reviewItems(problem, plan, answers))
    if (object === 0 && open === 0) return true
    const said = [
      ...(object > 0 ? [t('reviews.keep.object', { count: object })] : []),
      ...(open > 0 ? [t('reviews.keep.open', { count: open, until: sent.until })] : []),
      t('reviews.keep.then'),
    ]
    return confirm({
      title: t('reviews.keep.title'),
      text: said.join(t('reviews.keep.join')),
      verb: t('rounds.result.keep'),
    })
  }
}
