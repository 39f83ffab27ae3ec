import type { PlanData } from '../../domain'
import { reasonsOf } from '../../rules'
import { readLeniently } from '../board/plan-editor'
import { download } from '../data/download'
import { planRows } from '../data/plan-rows'
import { useWorkbook } from '../data/use-workbook'
import { useT } from '../i18n'
import type { OpenRound } from './open-round'
import { useWords } from './use-words'

/** A plan as a workbook: the court with a sheet of who goes where and why. */
export function useExport() {
  const { locale } = useT()
  const workbook = useWorkbook()
  const { reasonSaid } = useWords()

  async function exportPlan({ court, round, problem, inForce }: OpenRound, data: PlanData): Promise<void> {
    const reasons = reasonsOf(problem, inForce, readLeniently(problem, data).plan)
    const rows = planRows(court, round, data).map((row) => ({
      ...row,
      reasons: (reasons.get(row.person) ?? []).map(reasonSaid).join('\n'),
    }))
    const bytes = await workbook.write(court, locale.value === 'en' ? 'en' : 'zh-CN', rows)
    if (bytes !== null) download(`${court.name} ${round.name}`, 'xlsx', bytes)
  }
  return { exportPlan }
}
