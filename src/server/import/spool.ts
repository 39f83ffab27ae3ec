import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ApiError } from '../errors'
import { maxImportPacked } from './source'

/** The files of one import: what was sent, and what a commit will write. */
export interface ImportFiles {
  readonly file: string
  readonly cases: string
  readonly caseload: string
}

/** Keeps the files of imports in a folder until they are committed or given up. */
export class Spool {
  constructor(private readonly folder: string) {}

  filesOf(id: string): ImportFiles {
    const at = (what: string): string => join(this.folder, `${id}.${what}`)
    return { file: at('file'), cases: at('cases'), caseload: at('caseload') }
  }

  /**
   * Puts down what is sent, never the whole of it in memory. Throws ApiError where it is too large, empty or no table.
   */
  async receive(id: string, body: ReadableStream<Uint8Array> | null): Promise<'xlsx' | 'csv'> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    const handle = await open(this.filesOf(id).file, 'w', 0o600)
    let bytes = 0
    let format: 'xlsx' | 'csv' | null = null
    try {
      for await (const chunk of body ?? []) {
        bytes += chunk.length
        if (bytes > maxImportPacked)
          throw new ApiError(413, 'import-too-large', { megabytes: maxImportPacked / 2 ** 20 })
        format ??= formatOf(chunk)
        await handle.write(chunk)
      }
      if (format === null) throw new ApiError(415, 'import-empty')
      return format
    } catch (error) {
      this.remove(id)
      throw error
    } finally {
      await handle.close()
    }
  }

  /** Opened when the first line is asked for: lines that come before anybody listens are lost. */
  async *lines(file: string): AsyncGenerator<string> {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) yield line
  }

  remove(id: string): void {
    for (const file of Object.values(this.filesOf(id)) as string[]) rmSync(file, { force: true })
  }

  /** Takes away whatever is left of imports that are not among these. */
  sweep(kept: ReadonlySet<string>): void {
    try {
      for (const name of readdirSync(this.folder))
        if (!kept.has(name.split('.')[0]!)) rmSync(join(this.folder, name), { force: true })
    } catch {
      // There is no folder before the first import.
    }
  }
}

const begins = (chunk: Uint8Array, ...marks: number[]): boolean => marks.every((mark, at) => chunk[at] === mark)

/** A workbook or a text, as the first bytes tell; all else is refused. */
function formatOf(chunk: Uint8Array): 'xlsx' | 'csv' {
  if (begins(chunk, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  if (begins(chunk, 0xd0, 0xcf, 0x11, 0xe0)) throw new ApiError(415, 'import-old-or-locked')
  const isUtf16 = begins(chunk, 0xff, 0xfe)
  if ((chunk.includes(0) && !isUtf16) || begins(chunk, 0x25, 0x50, 0x44, 0x46) || /^\s*[{<]/.test(textOf(chunk)))
    throw new ApiError(415, 'import-type')
  return 'csv'
}

const textOf = (chunk: Uint8Array): string =>
  new TextDecoder('latin1').decode(chunk.subarray(0, 256)).replace(/^ï»¿/, '')
