import type { HeldFunds } from '../../domain'
import { useT } from '../i18n'
import { number } from '../ui/format'

/** What is held: payments overdue for paying out, and payments of which nobody knows whose they are. */
export const fundKinds = ['overdue', 'unidentified'] as const
export type FundKind = (typeof fundKinds)[number]

export const fundCount = (row: HeldFunds, kind: FundKind): number =>
  kind === 'overdue' ? row.overdueCount : row.unidentifiedCount
export const fundAmount = (row: HeldFunds, kind: FundKind): number =>
  kind === 'overdue' ? row.overdueAmount : row.unidentifiedAmount

/** Sums of money and of what is held, in words. */
export function useFundsWords() {
  const { t } = useT()
  const yuan = (amount: number): string =>
    t('enforcement.yuan', { wan: number(amount / 1e4), million: number(amount / 1e6) })
  const said = (row: HeldFunds, kind: FundKind): string =>
    t('enforcement.funds.held', { count: number(fundCount(row, kind)), amount: yuan(fundAmount(row, kind)) })
  return { yuan, said }
}
