import { computed } from 'vue'
import type { ObjectionAnswer } from '../../domain'
import { api } from '../api'
import { useCourt } from '../use-court'
import { useTold } from '../use-told'

/** The objections to a round's kept plan that one may see, the open ones first, and what can be done about them. */
export function useObjections(round: () => string) {
  const { court } = useCourt()
  const of = () => [court.value.id, round()] as const
  const { act, ...told } = useTold(
    () => ['objections', ...of()],
    () => api.objections(...of()),
  )
  const isOpen = ({ state }: { state: string }): number => Number(state === 'open')
  return {
    ...told,
    objections: computed(() => (told.told.value?.objections ?? []).toSorted((a, b) => isOpen(b) - isOpen(a))),
    file: (person: string, text: string) => act(() => api.fileObjection(...of(), { person, text })),
    answer: (id: string, given: ObjectionAnswer) => act(() => api.answerObjection(...of(), id, given)),
    withdraw: (id: string) => act(() => api.withdrawObjection(...of(), id)),
  }
}
