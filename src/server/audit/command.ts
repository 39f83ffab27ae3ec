import { createReadStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { notedHead } from '../audit'
import { readConfig } from '../config'
import { openEmbedded, openServer, type Database } from '../db'
import { auditEntries } from '../db/audit'
import { systemLanguage, wordsFor } from '../propose-words'
import { linesOf, verifyChain, type Verification } from './chain'
import type { Head } from './entry'

/** Exit codes: the chain is whole, an entry does not fit, there is nothing that could be verified. */
const exit = { whole: 0, broken: 1, badInput: 2 } as const
const tell = (line: string): void => void process.stdout.write(`${line}\n`)

/** There is no database where one was looked for: none is made. */
class NoFolder extends Error {
  constructor(readonly folder: string) {
    super()
  }
}

async function openDatabase(): Promise<Database> {
  const { databaseUrl, dataDir } = readConfig()
  if (databaseUrl !== null) return openServer(databaseUrl)
  const folder = join(dataDir, 'database')
  if (!existsSync(join(folder, 'PG_VERSION'))) throw new NoFolder(folder)
  return openEmbedded(folder)
}

async function verifyDatabase(noted: Head | undefined): Promise<Verification> {
  const database = await openDatabase()
  try {
    return await verifyChain(auditEntries(database.db), noted)
  } finally {
    await database.close()
  }
}

/** `verify [file] [--head NUMBER:HASH]`; null where it is asked for in another way. */
function asked(given: readonly string[]): { file: string | undefined; noted: Head | undefined } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...given],
      options: { head: { type: 'string' } },
      allowPositionals: true,
    })
    const [verb, file, ...more] = positionals
    const noted = notedHead.optional().safeParse(values.head)
    return verb === 'verify' && more.length === 0 && noted.success ? { file, noted: noted.data } : null
  } catch {
    return null
  }
}

/**
 * `npm run audit -- verify`: checks the log of the data folder (DATA_DIR) or of DATABASE_URL, or an exported file, from
 * what that holds alone.
 */
export async function main(given: readonly string[]): Promise<number> {
  const { text, refusal } = wordsFor(systemLanguage())
  const order = asked(given)
  if (order === null) {
    tell(text('audit.command.usage'))
    return exit.badInput
  }
  const { file, noted } = order
  try {
    if (file !== undefined && !statSync(file).isFile()) throw new Error('EISDIR')
    const { head, fault } = await (file === undefined
      ? verifyDatabase(noted)
      : verifyChain(linesOf(createReadStream(file)), noted))
    if (fault === null && head.number === 0 && file !== undefined) {
      tell(text('audit.command.empty', { file }))
      return exit.badInput
    }
    const facts = { count: head.number, head: `${head.number}:${head.hash}` }
    if (fault === null) tell(text(head.number === 0 ? 'audit.nothing' : 'audit.whole', facts))
    else tell(text('audit.broken', { number: fault.number, why: text(`audit.faults.${fault.code}`, fault.facts) }))
    if (fault === null && noted !== undefined) tell(text('audit.headIsIn', { number: noted.number }))
    return fault === null ? exit.whole : exit.broken
  } catch (error) {
    const { code, facts } = error as { code?: string; facts?: Record<string, unknown> }
    const what = file ?? 'DATABASE_URL'
    if (error instanceof NoFolder) tell(text('audit.command.noFolder', { folder: error.folder }))
    else if (code !== undefined && facts !== undefined) tell(refusal(code, facts))
    else tell(text('audit.command.unreadable', { what, detail: code ?? (error as Error).message }))
    return exit.badInput
  }
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1])
  process.exitCode = await main(process.argv.slice(2))
