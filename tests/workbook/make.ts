import { crc32, deflateRawSync } from 'node:zlib'
import { writeXlsx, type Cell, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { sheets, say, type ListName, type Locale } from '../../src/workbook'

/** One part of a zip file made by hand; `claims` is the unpacked size its directory tells, where that is a lie. */
export interface Part {
  name: string
  data: Uint8Array | string
  claims?: number
}

const packedBefore = new WeakMap<Buffer, { packed: Buffer; sum: number }>()

/** Packs parts into a zip file, so that tests can make files no spreadsheet program would. */
export function zip(parts: Part[]): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, claims } of parts) {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data as Uint8Array)
    const known = packedBefore.get(bytes) ?? { packed: deflateRawSync(bytes), sum: crc32(bytes) }
    packedBefore.set(bytes, known)
    const { packed, sum } = known
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(sum, 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(claims ?? bytes.length, 8)
    const label = Buffer.from(name)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(label.length, 0)
    const head = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    local.push(Buffer.from('PK\u0003\u0004'), head, sizes, lengths, label, packed)
    const where = Buffer.alloc(4)
    where.writeUInt32LE(offset, 0)
    directory.push(
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      head,
      sizes,
      lengths,
      Buffer.alloc(10),
      where,
      label,
    )
    offset += 30 + label.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, list, end]))
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook whose one sheet is this XML. */
export const rawWorkbook = (sheetXml: Uint8Array | string, name = 'People', claims?: number): Uint8Array =>
  zip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheetXml, claims },
  ])

export const worksheet = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`

type Line = Record<string, CellValue>

/** A small right court in rows by field; a test changes what it is about. */
export const rightRows = (): Record<ListName, Line[]> => ({
  court: [{ id: 'c1', name: 'Court' }],
  fills: [],
  yearValues: [],
  templates: [],
  departments: [
    { id: 'office', name: 'Office', kind: 'Administrative' },
    { id: 'civil', name: 'Civil division', kind: 'trial' },
  ],
  teams: [{ id: 'team-1', name: 'Team 1', department: 'civil', track: '速裁' }],
  posts: [
    { unit: 'team-1', role: 'Judge' },
    { unit: 'office', role: 'Clerk', fixed: 0.5 },
  ],
  people: [
    { id: 'p1', name: 'Ann', role: 'Judge', joined: '2015-07-01' },
    { id: 'p2', name: 'Bo', role: 'Clerk', joined: new Date(Date.UTC(2016, 1, 29)), leader: true },
  ],
  assignments: [{ person: 'p1', unit: 'team-1', role: 'Judge', from: '2020-01-01' }],
  qualifications: [],
  kinships: [],
  leaves: [],
  preferences: [],
  wishAnswers: [],
  caseTypes: [{ id: 'loan', name: 'Loan', category: 'civil', 'weights.judge': 600 }],
  weightEvents: [],
  panelAnswers: [],
  caseload: [{ team: 'team-1', caseType: 'loan', month: '2026-10', carried: 10, filed: 20, closed: 15, pending: 15 }],
  cases: [],
  payments: [],
  heldFunds: [],
  surveys: [],
  campaigns: [],
  indicators: [],
  forecastMarks: [],
  forecastOverrides: [],
  // No sheet of a court.
  accounts: [],
})

export interface Made {
  locale?: Locale
  /** Changes rows, by field, before they are written. */
  rows?: (rows: Record<ListName, Line[]>) => void
  /** Changes the sheets themselves, headers and all. */
  sheets?: (made: WriteSheet[]) => WriteSheet[]
  /** Cells put over the rows: `people` and `A2`-like places as `row,column` counted from 0. */
  cells?: Partial<Record<ListName, Record<string, Partial<Cell>>>>
}

/** Writes a workbook from bare rows, as a person would have made it. */
export async function workbook({
  locale = 'en',
  rows: change,
  sheets: changeSheets,
  cells = {},
}: Made = {}): Promise<Uint8Array> {
  const rows = rightRows()
  change?.(rows)
  const made = sheets.map((sheet): WriteSheet => ({
    name: say(sheet.title, locale),
    rows: [
      sheet.columns.map(({ title }) => say(title, locale)),
      ...rows[sheet.list].map((row) => sheet.columns.map(({ field }) => row[field] ?? null)),
    ],
    cells: new Map(Object.entries(cells[sheet.list] ?? {})),
  }))
  return writeXlsx({ sheets: changeSheets?.(made) ?? made })
}
