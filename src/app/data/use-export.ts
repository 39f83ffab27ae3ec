import type { PlanData, Round } from '../../domain'
import { api } from '../api'
import { useT } from '../i18n'
import { openRound } from '../rounds/open-round'
import { useWords } from '../rounds/use-words'
import { useCourt } from '../use-court'
import { download } from './download'
import { planRows } from './plan-rows'
import { useWorkbook } from './use-workbook'

/** The court as a workbook, with a sheet of who goes where and why where a plan is given. */
export function useExport() {
  const { locale } = useT()
  const { court } = useCourt()
  const workbook = useWorkbook()
  const { reasonSaid } = useWords()

  /** True when the file is there; false where the page was left meanwhile. */
  async function exportCourt(given?: { round: Round; plan: PlanData }): Promise<boolean> {
    const { court: whole } = await api.wholeCourt(court.value.id)
    const rows = given && planRows(openRound(court.value, given.round), given.plan, reasonSaid)
    const bytes = await workbook.write(whole, locale.value === 'en' ? 'en' : 'zh-CN', rows)
    if (bytes !== null) download(given ? `${whole.name} ${given.round.name}` : whole.name, 'xlsx', bytes)
    return bytes !== null
  }
  return { exportCourt }
}
