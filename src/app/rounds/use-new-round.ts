import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { blankRound, dateOf, suggestedRoundDate } from '../../domain'
import { api } from '../api'
import { useT } from '../i18n'
import { notify } from '../ui/notices'
import { useCourt, useRefresh, useRounds } from '../use-court'
import { nextNumber } from './next-number'
import { useErrors } from './use-errors'

/** Makes a round with sensible settings and opens its set-up; `making` is true until it is there. */
export function useNewRound() {
  const { t } = useT()
  const { tell } = useErrors()
  const router = useRouter()
  const { court } = useCourt()
  const { rounds } = useRounds()
  const refresh = useRefresh()
  const making = ref(false)

  async function create(): Promise<void> {
    making.value = true
    try {
      const number = nextNumber((rounds.value ?? []).map(({ round }) => round.name))
      const { round } = await api.createRound(court.value.id, {
        ...blankRound,
        name: t('rounds.list.name', { number }),
        date: suggestedRoundDate(court.value, dateOf(new Date())),
      })
      await refresh()
      await router.push({ name: 'round', params: { round: round.id }, query: { step: 'set-up' } })
    } catch (thrown) {
      notify(tell(thrown), 'failed')
    } finally {
      making.value = false
    }
  }
  return { making, create }
}
