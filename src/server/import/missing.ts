import type { Caseload, Team, Told } from '../../domain'
import type { Locale } from '../../workbook/words'
import type { Findings } from './findings'

/**
 * Names the months that come in for some of the teams only: until the others follow, they are no months of the court.
 */
export function addMissing(
  next: readonly Caseload[],
  told: Told,
  teams: readonly Team[],
  locale: Locale,
  warnings: Findings,
): void {
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]))
  const months = new Set(next.map(({ month }) => month))
  for (const month of [...months].toSorted().toReversed()) {
    const missing = told.missing(month)
    if (missing.length === 0) continue
    const names = missing.map((id) => nameOf.get(id) ?? id).join(locale === 'zh-CN' ? '、' : ', ')
    warnings.addFirst(
      'teams-missing',
      { team: null, caseType: null, month },
      { value: String(missing.length), right: names },
    )
  }
}
