import type { Cell, CellValue, ColumnDef, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { Court } from '../domain'
import { keepText, writeCell } from './cell'
import { fieldOf, isOptional, type Row, type Sheet } from './column'
import { asideStyle, formats, headerStyle, noteOn, widths } from './look'
import { letterOf, reach, ruleFor, type Lists } from './drop-downs'
import { asideMark } from './table'
import { say, type Locale, type Words } from './words'

/** Rows of an empty sheet that have the formats of their columns. */
const blankRows = 200
const namesBeside: Words = { zh: '名称', en: 'name' }

export interface Writing {
  readonly court: Court
  readonly locale: Locale
  readonly lists: Lists
  /** Names beside ids, for people to read; left out of an empty template. */
  readonly nameOf: ReadonlyMap<string, string> | null
}

export function writeSheet(sheet: Sheet, rows: readonly Row[], { court, locale, lists, nameOf }: Writing): WriteSheet {
  const places = sheet.columns.flatMap((column) =>
    column.refers !== undefined && nameOf !== null
      ? [
          { column, aside: false },
          { column, aside: true },
        ]
      : [{ column, aside: false }],
  )
  const header = places.map(({ column, aside }) =>
    aside ? `${asideMark} ${say(column.title, locale)} ${say(namesBeside, locale)}` : say(column.title, locale),
  )
  const body = rows.map((row) =>
    places.map(({ column, aside }): CellValue => {
      const value = fieldOf(row, column.field)
      if (!aside) return writeCell(column, value, locale)
      const name = nameOf?.get(value as string)
      return name === undefined ? null : keepText(name)
    }),
  )
  const cells = new Map<string, Partial<Cell>>()
  for (const [at, { column, aside }] of places.entries())
    cells.set(
      `0,${at}`,
      aside
        ? { style: asideStyle }
        : { style: headerStyle(!isOptional(sheet, column)), comment: { text: noteOn(sheet, column, locale) } },
    )
  for (let row = body.length + 1; row <= Math.max(body.length + 20, blankRows); row++)
    for (const [at, { column, aside }] of places.entries()) {
      const numFmt = aside ? undefined : formats[column.kind]
      if (numFmt !== undefined) cells.set(`${row},${at}`, { value: null, type: 'empty', style: { numFmt } })
    }
  const columns = places.map(({ column, aside }): ColumnDef => {
    const numFmt = aside ? undefined : formats[column.kind]
    return { width: aside ? 20 : widths[column.kind], ...(numFmt === undefined ? {} : { style: { numFmt } }) }
  })
  const dataValidations = places.flatMap(({ column, aside }, at): DataValidation[] => {
    const rule = aside ? null : ruleFor(column, court, locale, lists)
    const letter = letterOf(at)
    const range = `${letter}2:${letter}${Math.max(reach, rows.length + 500)}`
    return rule === null
      ? []
      : [
          {
            type: 'list',
            ...rule,
            range,
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: column.refers === undefined ? 'stop' : 'warning',
          },
        ]
  })
  return {
    name: say(sheet.title, locale),
    columns,
    rows: [header, ...body],
    cells,
    dataValidations,
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1, columns: 1 },
  }
}
