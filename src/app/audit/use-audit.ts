import { useQuery } from '@pinia/colada'
import { addDays, parseISO } from 'date-fns'
import { computed, ref, watch } from 'vue'
import { api, type AuditFilter } from '../api'
import { useQueryValue } from '../forecast/use-query-value'

/** Entries on a page. */
export const pageSize = 50

/** What is asked of the log, as the address holds it; days are those of whoever looks. */
export function useAudit() {
  const chosen = {
    from: useQueryValue('from', ''),
    until: useQueryValue('until', ''),
    action: useQueryValue('action', ''),
    /** `-` asks for what nobody signed in did. */
    actor: useQueryValue('actor', ''),
    court: useQueryValue('court', ''),
    person: useQueryValue('person', ''),
  }
  const filter = computed((): AuditFilter => {
    const { from, until, action, actor, court, person } = chosen
    return {
      ...(from.value !== '' && { from: parseISO(from.value).toISOString() }),
      ...(until.value !== '' && { until: addDays(parseISO(until.value), 1).toISOString() }),
      ...(action.value !== '' && { action: action.value }),
      ...(actor.value !== '' && { actor: actor.value === '-' ? '' : actor.value }),
      ...(court.value !== '' && { court: court.value }),
      ...(person.value !== '' && { person: person.value }),
    }
  })
  const isFiltered = computed(() => Object.keys(filter.value).length > 0)
  const clear = (): void => {
    for (const value of Object.values(chosen)) value.value = ''
  }

  const page = ref(1)
  watch(filter, () => (page.value = 1))
  const query = useQuery({
    key: () => ['audit', { ...filter.value }, page.value],
    query: () => api.audit(filter.value, page.value, pageSize),
    placeholderData: (previous) => previous,
    // What was done a moment ago stands in it.
    staleTime: 0,
  })
  const count = computed(() => query.data.value?.count ?? 0)
  const last = computed(() => Math.max(1, Math.ceil(count.value / pageSize)))
  return { chosen, filter, isFiltered, clear, page, last, count, query }
}
