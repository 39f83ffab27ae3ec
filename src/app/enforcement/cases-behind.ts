import type { Days } from '../../domain'
import type { CaseFilter } from '../api'
import { dayBefore } from './figures'

/** What a sum of enforcement counts, in the order it is shown. */
export const counts = ['carried', 'filed', 'accepted', 'closed', 'full', 'fullDays'] as const
export type Count = (typeof counts)[number]

/** Which cases a count of a span is made of; null for what was accepted, which is two counts added up. */
export function casesBehind(count: Count, { from, until }: Days): CaseFilter | null {
  if (count === 'accepted') return null
  if (count === 'carried') return { pendingOn: dayBefore(from) }
  if (count === 'filed') return { filedFrom: from, filedUntil: until }
  const closed: CaseFilter = { closedFrom: from, closedUntil: until }
  return count === 'closed' ? closed : { ...closed, outcome: ['full'] }
}
