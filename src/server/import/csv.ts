import { Readable } from 'node:stream'
import Papa from 'papaparse'
import type { Problems } from '../../workbook/problem'
import type { OddCell } from '../../workbook/scan'
import type { Source, SourceRow } from './source'

/** Opens the file from its beginning; it is read twice, to tell its encoding and to read its rows. */
export type OpenFile = () => AsyncIterable<Uint8Array>

/** Excel writes UTF-8 with a mark, UTF-16 as "Unicode text", and in a Chinese Windows GB18030 as plain CSV. */
const encodings = ['utf-8', 'gb18030'] as const

async function decodes(open: OpenFile, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of open()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function encodingOf(open: OpenFile): Promise<string | null> {
  for await (const first of open()) {
    if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
    break
  }
  for (const encoding of encodings) if (await decodes(open, encoding)) return encoding
  return null
}

async function* textIn(open: OpenFile, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of open()) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  yield decoder.decode()
}

/** A cell that a spreadsheet wrote as `="0012"` to keep it a text. */
const keptText = /^="([^"]*)"$/
const none: ReadonlyMap<number, OddCell['kind']> = new Map()

function rowOf(number: number, written: readonly string[]): SourceRow {
  const cells = written.map((text) => keptText.exec(text)?.[1] ?? text)
  const formulas = cells.flatMap((text, at) => (text.startsWith('=') ? [[at, 'formula' as const] as const] : []))
  return { number, cells, odd: formulas.length === 0 ? none : new Map(formulas) }
}

/** What stands for the sheet where there is none: a problem without one is about the file as a whole. */
const sheet = 'CSV'

/** Opens a text file as rows, parted by comma, semicolon or tab; null, with a problem added, where it is no text. */
export async function openCsv(open: OpenFile, problems: Problems): Promise<Source | null> {
  const encoding = await encodingOf(open)
  if (encoding === null) {
    problems.add('csv-encoding')
    return null
  }
  return {
    format: 'csv',
    sheet,
    encoding,
    read: (take) =>
      new Promise((resolve, reject) => {
        let number = 0
        const text = Readable.from(textIn(open, encoding))
        Papa.parse<string[]>(text, {
          delimitersToGuess: [',', ';', '\t'],
          chunk: ({ data, errors }, parser) => {
            const broken = errors.find(({ type }) => type === 'Quotes')
            if (broken !== undefined) {
              problems.add('quote-open', { sheet, row: number + (broken.row ?? 0) + 1 })
              return parser.abort()
            }
            for (const written of data) {
              number++
              if (written.every((cell) => cell.trim() === '')) continue
              if (written.some((cell) => cell.includes('\0'))) {
                problems.add('file-type', { sheet, row: number })
                return parser.abort()
              }
              if (!take(rowOf(number, written))) return parser.abort()
            }
          },
          complete: () => {
            text.destroy()
            resolve()
          },
          error: reject,
        })
      }),
  }
}
