import { courtFile } from '../domain'
import type { ListName } from './column'
import { Problems, type ReadResult } from './problem'
import { refusal } from './rows'
import { sheets } from './sheets'

/** Reads a court file in JSON; a problem's sheet is the list, its row the place in the list counted from 1, its column the field. */
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
  if (court.success) return { court: court.data, problems: [], total: 0 }
  for (const issue of court.error.issues) {
    const [head = '', index, ...rest] = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    const list = sheets.find((sheet) => sheet.list === head)?.list ?? ('court' satisfies ListName)
    const value = issue.path.reduce<unknown>(
      (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
      data,
    )
    const inRow = typeof index === 'number'
    problems.add(refusal(issue).code, {
      list,
      sheet: String(head),
      row: inRow ? index + 1 : null,
      column: (inRow ? rest : [index, ...rest]).filter((step) => step !== undefined).join('.') || null,
      value: ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null,
      right: refusal(issue).right,
    })
  }
  return problems.refused()
}
