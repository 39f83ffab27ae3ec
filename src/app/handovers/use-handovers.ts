import { useQuery } from '@pinia/colada'
import { handoverDay, pointsDone, pointsOf, type Handover } from '../../domain'
import { mayNow } from '../account/session'
import { api } from '../api'
import { useT } from '../i18n'
import { useCourt } from '../use-court'
import { useNames } from '../use-names'

/** The hand-overs for moves of a round's kept plan that one may read; of no round there are none. */
export function useHandovers(round: () => string | null) {
  const { court } = useCourt()
  const {
    data: handovers,
    error,
    refetch,
  } = useQuery({
    // Beside the plan, with which it is read again.
    key: () => ['rounds', court.value.id, round() ?? '', 'handovers'],
    query: () => api.handovers(court.value.id, round()!),
    enabled: () => round() !== null && mayNow('handovers.read'),
  })
  return { handovers, error, retry: () => void refetch() }
}

/** What a hand-over says, in words. */
export function useHandoverWords() {
  const { t } = useT()
  const names = useNames()
  const posts = (ids: readonly string[]): string => ids.map(names.post).join(t('units.and')) || t('units.bench')
  const progress = (of: Pick<Handover, 'from' | 'draft'>): string => t('handovers.progress', pointsDone(of))
  /** When it is and how far, or since when it is done. */
  function line(of: Handover): string {
    const day = handoverDay(of)
    return of.confirmedOn === null
      ? t('handovers.line', { day, progress: progress(of) })
      : t('handovers.lineDone', { day, on: of.confirmedOn })
  }
  function toWhom({ to, toWords }: Handover['draft']): string {
    if (to === null) return toWords || t('handovers.toNobody')
    const name = names.person(to)
    return toWords === '' ? name : t('handovers.toBoth', { name, words: toWords })
  }
  /** The points of the list, those of everybody first. */
  const points = ({ from, draft }: Pick<Handover, 'from' | 'draft'>) => [
    ...pointsOf(from).map((point) => ({
      text: t(`handovers.points.${point}`),
      ticked: draft.ticked.includes(point),
    })),
    ...draft.own,
  ]
  return { posts, progress, line, toWhom, points }
}
