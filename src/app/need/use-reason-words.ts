import { useT } from '../i18n'
import { fte, number, percent } from '../ui/format'
import { useNames } from '../use-names'
import type { Reason } from './reasons'

/** What explains a gap in words, the same on every page that tells of it. */
export function useReasonWords() {
  const { t } = useT()
  const names = useNames()
  /** How filings went against the period before, where the cases are told beside it. */
  function change(reason: Reason): string {
    if (reason.code !== 'filings-up' && reason.code !== 'filings-down') return ''
    return t(`need.reasons.change.${reason.code}`, {
      change: percent(Math.abs(reason.filed / reason.before - 1)),
      months: reason.months,
    })
  }
  function said(reason: Reason): string {
    switch (reason.code) {
      case 'filings-up':
      case 'filings-down':
        return t(`need.reasons.${reason.code}`, { filed: number(reason.filed), change: change(reason) })
      case 'mostly':
        return t('need.reasons.mostly', { type: names.caseType(reason.caseType), share: percent(reason.share) })
      case 'away':
        return t('need.reasons.away', { fte: fte(reason.fte) })
      case 'nobody':
        return t('need.reasons.nobody')
    }
  }
  return { said, change }
}
