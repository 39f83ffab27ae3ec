import type { WorkbookProblem } from '@/workbook'
import { useT } from '../i18n'

/** A problem of a workbook in words: what is wrong, and what would be right. */
export function useProblemWords() {
  const { t, has } = useT()
  const say = ({ code, value, right }: WorkbookProblem, part: 'wrong' | 'right'): string => {
    const key = `workbook.problems.${code}.${part}`
    const words = { value: value ?? '', right: right ?? t('workbook.none') }
    return t(has(key) ? key : `workbook.problems.value-refused.${part}`, words)
  }
  return {
    wrong: (problem: WorkbookProblem) => say(problem, 'wrong'),
    right: (problem: WorkbookProblem) => say(problem, 'right'),
  }
}
