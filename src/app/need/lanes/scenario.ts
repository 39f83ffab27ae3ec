import { ref, watch, type Ref } from 'vue'
import { z } from 'zod'
import type { Court, LaneShares } from '../../../domain'

/** Share of the simple cases of each category that goes to the fast track, 0 to 1; left out is 0. */
export type CategoryShares = Readonly<Record<string, number>>
const kept = z.record(z.string(), z.number().min(0).max(1))

/** The scenario that was tried last in this court, kept in this browser alone; nothing but a page reads it. */
export function rememberedScenario(court: string): Ref<CategoryShares> {
  const key = `frontline.lanes.${court}`
  let stored: CategoryShares = {}
  try {
    stored = kept.catch({}).parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    stored = {}
  }
  const shares = ref(stored)
  watch(shares, (chosen) => {
    try {
      localStorage.setItem(key, JSON.stringify(chosen))
    } catch {
      return
    }
  })
  return shares
}

/** Categories in which some case type has simple cases, in the court's order. */
export const categoriesOf = ({ caseTypes }: Pick<Court, 'caseTypes'>): string[] => [
  ...new Set(caseTypes.flatMap(({ category, simpleShare }) => (simpleShare > 0 ? [category] : []))),
]

/** The same shares by case type, as the domain asks for them. */
export const sharesOf = ({ caseTypes }: Pick<Court, 'caseTypes'>, shares: CategoryShares): LaneShares =>
  Object.fromEntries(caseTypes.map(({ id, category }) => [id, shares[category] ?? 0]))
