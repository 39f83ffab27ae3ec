import fc from 'fast-check'
import { streamXlsxRows, writeXlsx, type CellValue } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { readSheetRows } from '../../../src/server/import/sheet-rows'
import { openWorkbook } from '../../../src/workbook/open'
import { Problems } from '../../../src/workbook/problem'
import { rawWorkbook, worksheet } from '../../workbook/make'

type Rows = [number, readonly CellValue[]][]

async function read(bytes: Uint8Array, until = Infinity): Promise<Rows> {
  const book = (await openWorkbook(bytes, new Problems()))!
  const rows: Rows = []
  await readSheetRows(bytes, book, book.sheets[0]!, (number, cells) => rows.push([number, cells]) < until)
  return rows
}

const cell = fc.oneof(
  fc.constant(null),
  fc.string({ unit: fc.constantFrom('a', '案', '<', '&', '"', ']]>', '_x000D_', '\n', '𠮷', ' ') }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.date({ min: new Date('1950-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
)

it('reads every row as a reader of whole workbooks does', async () => {
  const sheet = fc.array(fc.array(cell, { maxLength: 30 }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(sheet, async (rows) => {
      const bytes = await writeXlsx({ sheets: [{ name: 'Sheet', rows }] })
      const theirs: Rows = []
      for await (const { index, values } of streamXlsxRows(bytes)) theirs.push([index + 1, values])
      expect(await read(bytes)).toEqual(theirs)
    }),
    { numRuns: 60 },
  )
})

it('reads what other programs write: runs, readings, cells without a place, names of a space', async () => {
  const rows = `
    <x:row><x:c t="inlineStr"><x:is><x:r><x:t>民</x:t></x:r><x:r><x:t xml:space="preserve">初 </x:t></x:r></x:is></x:c>
      <x:c t='str'><x:v><![CDATA[a<b>&]]></x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row>
    <x:row r="5" spans="1:4"><x:c r="B5" t="inlineStr"><x:is><x:t>東京</x:t><x:rPh><x:t>トウ</x:t></x:rPh></x:is></x:c>
      <x:c r="AA5"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>`
  expect(await read(rawWorkbook(worksheet(rows), 'Sheet'))).toEqual([
    [1, ['民初 ', 'a<b>&', true]],
    [5, [null, '東京', ...Array.from({ length: 24 }, () => null), 2]],
  ])
})

it('stops when it is told to', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'Sheet', rows: Array.from({ length: 9000 }, (_, at) => [at]) }] })
  expect(await read(bytes, 3)).toHaveLength(3)
})
