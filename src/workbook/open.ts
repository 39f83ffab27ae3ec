import { readXml } from 'hucre/xml'
import { Problems, type ReadResult } from './problem'
import { unpackText, zipDirectory, type ZipPart } from './zip'

/** Packed and unpacked size that a workbook may have; a part that is no sheet may unpack to `maxPart`. In bytes. */
export const maxPacked = 10 * 2 ** 20
export const maxUnpacked = 100 * 2 ** 20
const maxPart = 32 * 2 ** 20

/** Sizes that a workbook may unpack to, in bytes: in all, and a part that is no sheet. */
export interface UnpackLimits {
  readonly unpacked: number
  readonly part: number
}
const workbookLimits: UnpackLimits = { unpacked: maxUnpacked, part: maxPart }

export interface OpenSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: ZipPart
}

/** What a workbook holds and where it lies. */
export interface OpenBook {
  readonly sheets: readonly OpenSheet[]
  /** Texts that cells share, and how numbers are shown. */
  readonly texts: ZipPart | null
  readonly styles: ZipPart | null
  /** Days are counted from 1904 on, as old spreadsheets of a Macintosh do. */
  readonly from1904: boolean
}

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`

const begins = (bytes: Uint8Array, ...marks: number[]): boolean => marks.every((mark, i) => bytes[i] === mark)

/** The refusal of a file of so many bytes, where that is too many; a file need not be loaded to be refused for it. */
export function tooLarge(bytes: number): ReadResult | null {
  if (bytes <= maxPacked) return null
  const problems = new Problems()
  problems.add('file-too-large', { value: megabytes(bytes), right: megabytes(maxPacked) })
  return problems.refused()
}

/** Whether the file is a workbook that may safely be unpacked, judged by its first bytes and its directory alone. */
function trustedParts(bytes: Uint8Array, problems: Problems, limits: UnpackLimits): ZipPart[] | null {
  const refuse = (code: string, value: string | null = null, right: string | null = null): null => {
    problems.add(code, { value, right })
    return null
  }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse('file-old-or-locked')
  if (!begins(bytes, 0x50, 0x4b)) return refuse('file-type')
  const parts = zipDirectory(bytes)
  if (parts === null) return refuse('file-damaged')
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0)
  if (unpacked > limits.unpacked)
    return refuse('file-unpacks-too-large', megabytes(unpacked), megabytes(limits.unpacked))
  const large = parts.find(({ name, unpacked }) => unpacked > limits.part && !name.startsWith('xl/worksheets/'))
  if (large !== undefined) return refuse('part-unpacks-too-large', megabytes(large.unpacked), megabytes(limits.part))
  if (parts.some(({ packed, unpacked, method }) => (packed > 2 && unpacked === 0) || (method !== 0 && method !== 8)))
    return refuse('file-damaged')
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) return refuse('file-type')
  return parts
}

/** Opens a workbook; null, with a problem added, where the file is refused as a whole. */
export async function openWorkbook(
  bytes: Uint8Array,
  problems: Problems,
  limits: UnpackLimits = workbookLimits,
): Promise<OpenBook | null> {
  const parts = trustedParts(bytes, problems, limits)
  if (parts === null) return null
  const part = new Map(parts.map((each) => [each.name, each]))
  const xml = async (name: string, rowTag: string): Promise<Record<string, unknown>[]> => {
    const at = part.get(name)
    return at === undefined ? [] : readXml(await unpackText(bytes, at), { rowTag, stripNamespaces: true }).data
  }
  const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  const targets = (await xml('xl/_rels/workbook.xml.rels', 'Relationship')).map((row) => {
    const target = text(row['@Target'])
    return {
      id: text(row['@Id']),
      type: text(row['@Type']),
      part: part.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`),
    }
  })
  const ofType = (type: string): ZipPart | null => targets.find((each) => each.type.endsWith(`/${type}`))?.part ?? null
  const sheets = (await xml('xl/workbook.xml', 'sheet')).flatMap((row) => {
    const at = targets.find(({ id }) => id === text(row['@r:id'] ?? row['@id']))?.part
    const hidden = ['hidden', 'veryHidden'].includes(text(row['@state']))
    return at === undefined ? [] : [{ name: text(row['@name']), hidden, part: at }]
  })
  const [settings] = await xml('xl/workbook.xml', 'workbookPr')
  const from1904 = ['1', 'true'].includes(text(settings?.['@date1904']))
  return { sheets, texts: ofType('sharedStrings'), styles: ofType('styles'), from1904 }
}
