import { isEmpty } from '../../workbook/cell'
import { openWorkbook, type OpenSheet } from '../../workbook/open'
import { maxProblems, type Problems } from '../../workbook/problem'
import { maxColumns, scanSheet, type OddCell } from '../../workbook/scan'
import { guideTitle, listsTitle, planTitle, sheetOf, sheets } from '../../workbook/sheets'
import { importKinds, importSheet, type ImportKind } from '../../workbook/sheets-import'
import { asideMark } from '../../workbook/table'
import { names } from '../../workbook/words'
import { unpack } from '../../workbook/zip'
import { readSheetRows } from './sheet-rows'
import { importLimits, maxImportRows, type Source } from './source'

/** The sheet that holds the table: the one of that title, or the only one there is that might. */
function tableIn(open: readonly OpenSheet[], kind: ImportKind | null): OpenSheet | undefined {
  for (const each of kind === null ? importKinds : [kind]) {
    const named = open.find(({ name }) => names(importSheet(each).title, name))
    if (named !== undefined) return named
  }
  const aside = [guideTitle, listsTitle, planTitle, ...sheets.map(({ title }) => title)]
  const others = open.filter(
    ({ name, hidden }) => !hidden && !name.startsWith(asideMark) && !aside.some((title) => names(title, name)),
  )
  return others.length === 1 ? others[0] : undefined
}

/** Opens a workbook as rows of one sheet; null, with problems added, where it cannot be read or must not be. */
export async function openXlsx(
  bytes: Uint8Array,
  kind: ImportKind | null,
  problems: Problems,
): Promise<(Source & { kind: ImportKind | null }) | null> {
  const open = await openWorkbook(bytes, problems, importLimits)
  if (open === null) return null
  const table = tableIn(open.sheets, kind)
  if (table === undefined) {
    const titles = (kind === null ? importKinds : [kind]).map((each) => sheetOf(importSheet(each).list).title)
    problems.add('sheet-missing', { right: titles.flatMap(({ zh, en }) => [zh, en]).join(' / ') })
    return null
  }
  const reach = { rows: maxImportRows + 1, columns: maxColumns }
  const scan = await scanSheet(unpack(bytes, table.part), reach)
  if (scan.far !== null || scan.endless) {
    const code = scan.far !== null ? 'cell-out-of-reach' : 'too-many-rows'
    problems.add(code, { sheet: table.name, value: scan.far, right: String(maxImportRows) })
    return null
  }
  const oddIn = new Map<number, Map<number, OddCell['kind']>>()
  for (const { row, column, kind: oddity } of scan.odd)
    oddIn.set(row, (oddIn.get(row) ?? new Map<number, OddCell['kind']>()).set(column, oddity))
  const none: ReadonlyMap<number, OddCell['kind']> = new Map()
  return {
    format: 'xlsx',
    sheet: table.name,
    encoding: null,
    kind: importKinds.find((each) => names(importSheet(each).title, table.name)) ?? null,
    async read(take) {
      const all = await readSheetRows(bytes, open, table, (number, cells) => {
        const odd = oddIn.get(number - 1) ?? none
        return (cells.every(isEmpty) && odd.size === 0) || take({ number, cells, odd })
      })
      if (!all) return
      // A sheet so full of formulas was not read with all of them in mind.
      if (scan.oddTotal > maxProblems) problems.total += scan.oddTotal - scan.odd.length
    },
  }
}
