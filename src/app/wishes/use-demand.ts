import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { smallestGroup } from '../../domain'
import { api } from '../api'
import { useT } from '../i18n'
import { useCourt } from '../use-court'

/** How sought a unit is, in words; small groups are not told, and nothing while it is not known. */
export function useDemand() {
  const { t } = useT()
  const { court, version } = useCourt()
  const { data } = useQuery({
    key: () => ['demand', court.value.id, version.value],
    query: () => api.demand(court.value.id),
  })
  const wishes = computed(() => new Map(data.value?.map((row) => [row.unit, row.wishes])))
  function demandFor(unit: string): string {
    if (data.value === undefined) return ''
    const count = wishes.value.get(unit)
    return count === undefined ? t('wishes.demand.few', { least: smallestGroup }) : t('wishes.demand.some', { count })
  }
  return { demandFor }
}
