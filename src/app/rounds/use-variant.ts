import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { withRepair, type Repair, type Round } from '../../domain'
import { api } from '../api'
import { useT } from '../i18n'
import { notify } from '../ui/notices'
import { useCourt, useRefresh } from '../use-court'
import { useErrors } from './use-errors'
import { variantName } from './variant-name'

/** Tries a repair in one step: a variant of the round in which it is applied, with a plan being proposed; undo removes it. */
export function useVariant() {
  const { t } = useT()
  const { tell } = useErrors()
  const { court } = useCourt()
  const refresh = useRefresh()
  const router = useRouter()
  const making = ref(false)

  const show = (round: string): Promise<unknown> =>
    router.push({ name: 'round', params: { round }, query: { step: 'propose' } })

  async function undo(variant: string, of: string): Promise<void> {
    try {
      await api.removeRound(court.value.id, variant)
      await refresh()
      await show(of)
    } catch (thrown) {
      notify(tell(thrown), 'failed')
    }
  }

  /** `timeLimit` in seconds; none: until it is proven. */
  async function tryRepair({ id, ...settings }: Round, repair: Repair, timeLimit?: number): Promise<void> {
    making.value = true
    try {
      const names = (await api.rounds(court.value.id)).map((each) => each.round.name)
      const name = variantName(settings.name, names, (number) => t('rounds.clash.variant', { number }))
      const { round: variant } = await api.createRound(court.value.id, { ...withRepair(settings, repair), name })
      await refresh()
      notify(t('rounds.clash.made', { name }), 'done', {
        verb: t('rounds.clash.undo'),
        act: () => void undo(variant.id, id),
      })
      try {
        await api.startRun(court.value.id, variant.id, timeLimit === undefined ? {} : { timeLimit })
      } finally {
        await show(variant.id)
      }
    } catch (thrown) {
      notify(tell(thrown), 'failed')
    } finally {
      making.value = false
    }
  }
  return { making, tryRepair }
}
