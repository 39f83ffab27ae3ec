import { isDateFormat, serialToDate } from 'hucre'
import type { CellValue } from 'hucre/xlsx'
import type { OpenBook, OpenSheet } from '../../workbook/open'
import { ownCopy } from '../../workbook/own-copy'
import { columnOf } from '../../workbook/scan'
import { attribute, plainText, walkTags } from '../../workbook/tags'
import { unpack, type ZipPart } from '../../workbook/zip'

const refOf = attribute('r')
const typeOf = attribute('t')
const styleOf = attribute('s')
const formatOf = attribute('numFmtId')
const codeOf = attribute('formatCode')

/**
 * Puts together the text of a cell, in as many runs as it is written in; readings of characters beside it are left out.
 */
function textTaker(): { begin(): void; take(tag: string, text: string): void; text(): string } {
  let text = ''
  let aside = false
  return {
    begin: () => {
      text = ''
      aside = false
    },
    take: (tag, before) => {
      if (tag === 'rPh' || tag === '/rPh') aside = tag === 'rPh'
      else if ((tag === '/t' && !aside) || tag === '/v') text += plainText(before)
    },
    text: () => text,
  }
}

/** The texts that cells share, by number. */
async function sharedTexts(bytes: Uint8Array, part: ZipPart | null): Promise<string[]> {
  const texts: string[] = []
  const taker = textTaker()
  if (part !== null)
    await walkTags(unpack(bytes, part), (tag, _, before) => {
      if (tag === 'si' || tag === 'si/') taker.begin()
      taker.take(tag, before)
      if (tag === '/si' || tag === 'si/') texts.push(ownCopy(taker.text()))
      return true
    })
  return texts
}

/** Numbers of the styles that show a number as a date. */
async function dateStyles(bytes: Uint8Array, part: ZipPart | null): Promise<Set<number>> {
  const formats = new Map<string, string>()
  const found = new Set<number>()
  let at = -1
  if (part !== null)
    await walkTags(unpack(bytes, part), (tag, attributes) => {
      const id = formatOf(attributes) ?? '0'
      if (tag === 'numFmt' || tag === 'numFmt/') formats.set(id, plainText(codeOf(attributes) ?? ''))
      else if (tag === 'cellXfs') at = 0
      else if (tag === '/cellXfs') return false
      else if (at >= 0 && (tag === 'xf' || tag === 'xf/')) {
        if (isDateFormat(formats.get(id) ?? id)) found.add(at)
        at++
      }
      return true
    })
  return found
}

/**
 * Hands over the rows of a sheet one by one, until `take` returns false; true when it never did. Rows are counted from
 * 1. A reader of whole workbooks keeps a tree of all texts that cells share: for a list in which each case has a number
 * of its own that alone takes more memory than an import may.
 */
export async function readSheetRows(
  bytes: Uint8Array,
  book: OpenBook,
  { part }: OpenSheet,
  take: (number: number, cells: readonly CellValue[]) => boolean,
): Promise<boolean> {
  const texts = await sharedTexts(bytes, book.texts)
  const dates = await dateStyles(bytes, book.styles)
  const valueOf = (type: string | undefined, style: string | undefined, text: string): CellValue => {
    if (type === 's') return texts[Number(text)] ?? null
    if (type === 'b') return text === '1' || text === 'true'
    if (text === '') return null
    const number = type === undefined || type === 'n' ? Number(text) : NaN
    if (Number.isNaN(number)) return text
    return style !== undefined && dates.has(Number(style)) ? serialToDate(number, book.from1904) : number
  }
  const taker = textTaker()
  let row = 0
  let cells: CellValue[] = []
  let column = -1
  let type: string | undefined
  let style: string | undefined
  let all = true
  await walkTags(unpack(bytes, part), (tag, attributes, before) => {
    if (tag === 'row') {
      row = Number(refOf(attributes) ?? row + 1)
      cells = []
      column = -1
    } else if (tag === 'c' || tag === 'c/') {
      const ref = refOf(attributes)
      column = ref === undefined ? column + 1 : columnOf(ref.replace(/\d+$/, ''))
      type = typeOf(attributes)
      style = styleOf(attributes)
      taker.begin()
    } else if (tag === '/c') {
      while (cells.length < column) cells.push(null)
      cells[column] = valueOf(type, style, taker.text())
    } else if (tag === '/row') all = take(row, cells)
    else taker.take(tag, before)
    return all
  })
  return all
}
