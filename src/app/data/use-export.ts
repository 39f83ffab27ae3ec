import type { Court, PlanData, Round } from '../../domain'
import { api } from '../api'
import { useT } from '../i18n'
import { openRound } from '../rounds/open-round'
import { useUnitWords } from '../rounds/use-unit-words'
import { useWords } from '../rounds/use-words'
import { number } from '../ui/format'
import { notify } from '../ui/notices'
import { useCourt } from '../use-court'
import { download } from './download'
import { writtenPlan } from './written-plan'
import { useWorkbook } from './use-workbook'

/** With more cases than this a court would be too large a file to be imported again: the list becomes a file of its own. */
export const mostTogether = 20_000

/** The court as a workbook, with a sheet of who goes where and why where a plan is given, or as JSON. */
export function useExport(workbook: Pick<ReturnType<typeof useWorkbook>, 'write' | 'caseList'> = useWorkbook()) {
  const { t, locale } = useT()
  const { court } = useCourt()
  const { reasonSaid } = useWords()
  const { choiceSaid } = useUnitWords()
  const language = () => (locale.value === 'en' ? 'en' : 'zh-CN')

  /** The court as it is put in its own file, its case list saved beside it where it is long; null where the page was left. */
  async function together(whole: Court): Promise<Court | null> {
    const count = whole.cases?.length ?? 0
    if (count <= mostTogether) return whole
    const list = await workbook.caseList(whole, language())
    if (list === null) return null
    await download(`${whole.name} ${t('data.export.caseList')}`, 'xlsx', list, { court: whole.id, holds: 'cases' })
    notify(t('data.export.apart', { count: number(count) }))
    return { ...whole, cases: undefined }
  }

  /** True when the file is there; false where the page was left meanwhile. */
  async function exportCourt(given?: { round: Round; plan: PlanData }): Promise<boolean> {
    const { court: whole } = await api.wholeCourt(court.value.id)
    const plan =
      given && writtenPlan(openRound(court.value, given.round), given.plan, { reason: reasonSaid, choice: choiceSaid })
    const rest = await together(whole)
    const bytes = rest && (await workbook.write(rest, language(), plan))
    if (bytes === null) return false
    const holds = given ? 'plan' : 'court'
    await download(given ? `${whole.name} ${given.round.name}` : whole.name, 'xlsx', bytes, { court: whole.id, holds })
    return true
  }
  async function exportJson(): Promise<boolean> {
    const { court: whole } = await api.wholeCourt(court.value.id)
    const rest = await together(whole)
    if (rest === null) return false
    await download(whole.name, 'json', JSON.stringify(rest, null, 2), { court: whole.id, holds: 'court' })
    return true
  }
  return { exportCourt, exportJson }
}
