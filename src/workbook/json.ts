import type { z } from 'zod'
import { courtFile, courtWarnings, type Court } from '../domain'
import type { ListName } from './column'
import { Problems, taken, type ReadResult, type WorkbookProblem } from './problem'
import { refusal } from './rows'
import { sheets } from './sheets'

function warningsIn(court: Court): Problems {
  const warnings = new Problems()
  for (const { code, path, facts } of courtWarnings(court)) {
    const [list = '', index, field] = path
    warnings.add(code, {
      list: 'caseload',
      sheet: String(list),
      row: Number(index) + 1,
      column: String(field),
      value: String(facts.value),
      right: String(facts.right),
    })
  }
  return warnings
}

/** What is wrong with a field of the file, where no header's note tells what it holds. */
function fieldRefusal(issue: z.core.$ZodIssue, value: unknown): Pick<WorkbookProblem, 'code' | 'right'> {
  if (issue.code === 'unrecognized_keys') return { code: 'field-unknown', right: issue.keys.join(', ') }
  const right =
    issue.code === 'invalid_value'
      ? issue.values.map((each) => JSON.stringify(each)).join(' | ')
      : issue.code === 'invalid_type'
        ? issue.expected
        : null
  if (right === null) return refusal(issue)
  return value === undefined ? { code: 'field-missing', right } : { code: 'field-type', right }
}

/**
 * Reads a court file in JSON; a problem's sheet is the list, its row the place in the list counted from 1, its column
 * the field.
 */
export function readCourtFile(bytes: Uint8Array): ReadResult {
  const problems = new Problems()
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    problems.add('file-type')
    return problems.refused()
  }
  const court = courtFile.safeParse(data)
  if (court.success) return taken(court.data, warningsIn(court.data))
  for (const issue of court.error.issues) {
    const [head = '', index, ...rest] = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    const list = sheets.find((sheet) => sheet.list === head)?.list ?? ('court' satisfies ListName)
    const value = issue.path.reduce<unknown>(
      (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
      data,
    )
    const inRow = typeof index === 'number'
    const { code, right } = fieldRefusal(issue, value)
    problems.add(code, {
      list,
      sheet: String(head),
      row: inRow ? index + 1 : null,
      column: (inRow ? rest : [index, ...rest]).filter((step) => step !== undefined).join('.') || null,
      value: ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null,
      right,
    })
  }
  return problems.refused()
}
