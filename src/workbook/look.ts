import type { Cell } from 'hucre/xlsx'
import { labelOf } from './choices'
import { isOptional, type Column, type Sheet } from './column'
import { say, type Locale, type Words } from './words'

const ink = { rgb: '1F2733' }
export const headerStyle = (needed: boolean): Cell['style'] => ({
  font: { bold: true, color: needed ? { rgb: 'FFFFFF' } : ink },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: needed ? '1A56A8' : 'DCE6F4' } },
  alignment: { vertical: 'center', wrapText: true },
})
export const asideStyle: Cell['style'] = { font: { italic: true, color: { rgb: '6B7280' } } }

export const widths: Record<Column['kind'], number> = {
  text: 22,
  id: 16,
  number: 13,
  integer: 11,
  date: 13,
  month: 11,
  choice: 16,
  boolean: 11,
  list: 28,
}
export const formats: Partial<Record<Column['kind'], string>> = {
  text: '@',
  id: '@',
  month: '@',
  list: '@',
  date: 'yyyy-mm-dd',
}

const optionalWords: Words = { zh: '可空', en: 'may be empty' }
const neededWords: Words = { zh: '必填', en: 'required' }
const chooseWords: Words = { zh: '可填：', en: 'One of: ' }

/** What stands in the note on a column's header: the meaning, the values there are, whether it may be empty. */
export function noteOn(sheet: Sheet, column: Column, locale: Locale): string {
  const choices = Object.keys(column.choices ?? {}).map((value) => labelOf(column.choices ?? {}, value, locale))
  const lines = [say(column.note, locale)]
  if (choices.length > 0) lines.push(say(chooseWords, locale) + choices.join(' / '))
  lines.push(`(${say(isOptional(sheet, column) ? optionalWords : neededWords, locale)})`)
  return lines.join('\n')
}
