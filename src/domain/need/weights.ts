import { median, quantile } from 'simple-statistics'
import type { CalendarDate } from '../calendar'
import type { CaseType, PanelAnswer, WeightEvent } from '../cases/case-type'
import type { Court } from '../court'
import type { Role } from '../role'

/** Where a weight comes from, with the rows it was computed from. */
export type WeightSum =
  | { readonly source: 'table' }
  /** Sum of minutes x frequency. */
  | { readonly source: 'events'; readonly events: readonly WeightEvent[] }
  /** Median of the last round's answers, with the quartiles as spread. */
  | {
      readonly source: 'panel'
      readonly round: number
      readonly answers: readonly PanelAnswer[]
      readonly lowerQuartile: number
      readonly upperQuartile: number
    }

/** The weight in force: work of a role over the life of one case, in the court's unit, unrounded. */
export interface Weight {
  readonly value: number
  readonly sum: WeightSum
}
export type RoleWeights = Partial<Record<Role, Weight>>

/** The weights in force of every case type, by role; a role that has none takes no part in such a case. */
export function weightsOf(
  court: Pick<Court, 'caseTypes' | 'weightEvents' | 'panelAnswers'>,
): ReadonlyMap<string, RoleWeights> {
  const events = grouped(court.weightEvents)
  const answers = grouped(court.panelAnswers)
  return new Map(
    court.caseTypes.map((type) => {
      const from = {
        table: () => fromTable(type),
        events: () => eachRole(events.get(type.id) ?? [], weightFromEvents),
        panel: () => eachRole(answers.get(type.id) ?? [], weightFromPanel),
      }
      return [type.id, from[type.weightSource]()]
    }),
  )
}

const fromTable = ({ weights }: CaseType): RoleWeights =>
  Object.fromEntries(
    Object.entries(weights).map(([role, value]): [string, Weight] => [role, { value, sum: { source: 'table' } }]),
  )

/** Events of one case type and role: the sum of how long each takes times how often it happens. */
export const weightFromEvents = (events: readonly WeightEvent[]): Weight => ({
  value: events.reduce((sum, { minutes, frequency }) => sum + minutes * frequency, 0),
  sum: { source: 'events', events },
})

/**
 * Answers about one case type and role, at least one: the median of the last round, once the panel has seen the others.
 */
export function weightFromPanel(all: readonly PanelAnswer[]): Weight {
  const round = Math.max(...all.map((answer) => answer.round))
  const answers = all.filter((answer) => answer.round === round)
  const minutes = answers.map((answer) => answer.minutes)
  return {
    value: median(minutes),
    sum: {
      source: 'panel',
      round,
      answers,
      lowerQuartile: quantile(minutes, 0.25),
      upperQuartile: quantile(minutes, 0.75),
    },
  }
}

/** Whether the weights of a case type should have been reviewed by the date. */
export const reviewOverdue = ({ weightReviewDue }: CaseType, date: CalendarDate): boolean =>
  weightReviewDue !== null && weightReviewDue < date

function grouped<T extends { caseType: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.caseType, [...(groups.get(row.caseType) ?? []), row])
  return groups
}

function eachRole<T extends { role: Role }>(rows: readonly T[], weigh: (rows: readonly T[]) => Weight): RoleWeights {
  const roles = [...new Set(rows.map(({ role }) => role))]
  return Object.fromEntries(roles.map((role) => [role, weigh(rows.filter((row) => row.role === role))]))
}
