import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from '../../src/locales/en.json'
import zh from '../../src/locales/zh-CN.json'
import { labelOf, sheets, type Choices } from '../../src/workbook'

/** Every code that the reader, or the domain on its behalf, can give a problem. */
const codesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(
        /(?:add|refuse)\(\s*'([a-z-]+)'|(?:code|error): '([a-z-]+)'/g,
      ),
    ])
    .map((match) => match[1] ?? match[2]!)

describe('the words of a workbook', () => {
  const codes = [
    ...new Set([
      ...codesIn('src/workbook'),
      'duplicate',
      'department-unknown',
      'team-unknown',
      'unit-unknown',
      'person-unknown',
      'case-type-unknown',
      'ends-before-it-begins',
      'post-unknown',
      'own-relative',
      'pending-does-not-add-up',
      'year-value-without-year',
      'weight-source-empty',
      'ratio-without-post',
      'ratio-of-ratio',
      'least-over-ceiling',
      'id-has-marks',
      'fill-leads-to-judge',
      'date-impossible',
      'month-impossible',
      'formula',
      'cell-error',
      'cell-empty',
    ]),
  ]
  it('covers many codes', () => expect(codes.length).toBeGreaterThan(35))
  it.each(codes)('tell of %s in both languages', (code) => {
    for (const texts of [zh, en]) {
      const said = (texts.workbook.problems as Record<string, { wrong: string; right: string } | undefined>)[code]
      expect(said?.wrong, code).toBeTruthy()
      expect(said?.right, code).toBeTruthy()
      for (const [, word] of `${said!.wrong}${said!.right}`.matchAll(/\{(\w+)\}/g))
        expect(['value', 'right']).toContain(word)
    }
  })
  it('name each sheet, and each column of a sheet, once in each language', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(sheets.map(({ title }) => title[language])).size).toBe(sheets.length)
      for (const { columns } of sheets)
        expect(new Set(columns.map(({ title }) => title[language])).size).toBe(columns.length)
    }
  })
  it('give no two choices of a column the same label', () => {
    for (const choices of sheets.flatMap(({ columns }) =>
      columns.flatMap((column): Choices[] => (column.choices === undefined ? [] : [column.choices])),
    ))
      for (const locale of ['zh-CN', 'en'] as const)
        expect(new Set(Object.keys(choices).map((value) => labelOf(choices, value, locale))).size).toBe(
          Object.keys(choices).length,
        )
  })
  it('has a column for every field that the domain keeps of a row', () => {
    for (const sheet of sheets) {
      const written = new Set(sheet.columns.map(({ field }) => field.split('.')[0]))
      expect(
        Object.keys(sheet.row.shape).filter((field) => !written.has(field)),
        sheet.list,
      ).toEqual([])
    }
  })
})
