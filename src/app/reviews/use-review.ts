import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import type { ReviewReply } from '../../domain'
import { mayNow } from '../account/session'
import { api, type Review } from '../api'
import { useAct } from '../use-act'
import { useCourts, useReadAgain, useRounds } from '../use-court'

interface OfRound {
  readonly court: string
  readonly round: string
}

/** Sends drafts for review, calls them back, and answers moves; what everybody said is read again either way. */
export function useReviewing(of: () => OfRound) {
  const readAgain = useReadAgain()
  const { busy, failed, act: actAlone } = useAct(() => ['reviews', of().court])

  /** True when the server did as asked. Where it did not, somebody may have changed the plan meanwhile. */
  async function act(send: (court: string, round: string) => Promise<Review>): Promise<boolean> {
    const { court, round } = of()
    const done = await actAlone(() => send(court, round))
    if (!done) void readAgain({ key: ['rounds', court] })
    return done
  }
  return {
    busy,
    failed,
    send: (until: string) => act((court, round) => api.sendReview(court, round, until)),
    callBack: () => act((court, round) => api.callBackReview(court, round)),
    answer: (division: string, replies: ReviewReply[]) =>
      act((court, round) => api.answerReview(court, round, division, replies)),
  }
}

/** What division heads say to the draft plan of one round, for those who may read it. */
export function useReview(of: () => OfRound) {
  const query = useQuery({
    key: () => ['reviews', of().court, of().round],
    query: () => api.review(of().court, of().round),
    enabled: () => mayNow('reviews.read'),
  })
  return { ...query, review: query.data }
}

/** The rounds whose draft was sent for review, the newest first: those still open, and the last that is settled. */
export function useReviews() {
  const { current } = useCourts()
  const rounds = useRounds()
  const asked = computed(() => {
    const all = rounds.rounds.value ?? []
    const settled = all.find(({ kept }) => kept)
    return all.filter((each) => !each.kept || each === settled)
  })
  const query = useQuery({
    key: () => ['reviews', current.value ?? '', 'all', ...asked.value.map(({ round }) => round.id)],
    query: () =>
      Promise.all(
        asked.value.map(async ({ round, kept }) => ({
          round,
          kept,
          review: await api.review(current.value!, round.id),
        })),
      ),
    enabled: () => current.value !== null && rounds.rounds.value !== undefined,
  })
  return {
    sent: computed(() => query.data.value?.filter(({ review }) => review.sent !== null)),
    error: computed(() => rounds.error.value ?? query.error.value),
    retry: () => void Promise.all([rounds.refetch(), query.refetch()]),
  }
}
