import { createHash } from 'node:crypto'
import { and, eq, inArray, lt, ne, sql, type SQL } from 'drizzle-orm'
import type { CaseRecord } from '../../domain'
import type { Change } from '../audit/entry'
import type { ImportMode } from '../import/prepare'
import { rowsPerLine } from '../import/source'
import type { User } from '../permit'
import { note } from './audit'
import { insertRows, rowSqlOf } from './lists'
import type { Db } from './index'
import { cases, caseload, courts, imports } from './schema'

export type ImportRow = typeof imports.$inferSelect
export type ImportState = ImportRow['state']

const open: ImportState[] = ['working', 'ready']

export const addImport = (
  db: Db,
  row: Pick<ImportRow, 'id' | 'courtId' | 'name' | 'mode' | 'basedOn' | 'createdBy'>,
): Promise<unknown> => db.insert(imports).values({ ...row, state: 'working', stage: 'receiving' })

export async function readImport(db: Db, court: string, id: string): Promise<ImportRow | null> {
  const [row] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.courtId, court), eq(imports.id, id)))
  return row ?? null
}

/** Changes an import that has not ended; true when it had not. */
export async function noteImport(db: Db, id: string, change: Partial<ImportRow>): Promise<boolean> {
  const ends = change.state !== undefined && !open.includes(change.state)
  const changed = await db
    .update(imports)
    .set({ ...change, touchedAt: sql`now()`, ...(ends && { endedAt: sql`now()` }) })
    .where(and(eq(imports.id, id), inArray(imports.state, open)))
    .returning({ id: imports.id })
  return changed.length > 0
}

/** Says that this process still works on these. */
export const touchImports = (db: Db, ids: readonly string[]): Promise<unknown> =>
  db
    .update(imports)
    .set({ touchedAt: sql`now()` })
    .where(inArray(imports.id, [...ids]))

/** Ends what its process left behind: all that is open but for our own, silent for so many seconds. */
export async function sweepImports(db: Db, silentFor: number, own: readonly string[]): Promise<void> {
  const conditions: SQL[] = [
    inArray(imports.state, open),
    lt(imports.touchedAt, sql`now() - make_interval(secs => ${silentFor})`),
    ...own.map((id) => ne(imports.id, id)),
  ]
  await db
    .update(imports)
    .set({ state: 'failed', error: { code: 'import-interrupted', facts: {} }, endedAt: sql`now()` })
    .where(and(...conditions))
}

/** The cases that are there, in their order, so many at a time. */
export async function* caseListPages(db: Db, court: string, size = 5000): AsyncGenerator<readonly CaseRecord[]> {
  for (let after = -1; ;) {
    const [page] = await db
      .select({
        rows: sql<CaseRecord[]>`coalesce(json_agg(${rowSqlOf('cases').json} order by position), '[]')`,
        last: sql<number | null>`max(position)`,
      })
      .from(
        sql`(select * from ${cases} where court_id = ${court} and position > ${after} order by position limit ${size}) as page`,
      )
    if (page === undefined || page.last === null) return
    yield page.rows
    after = page.last
  }
}

/** The lines of a file of rows, each a JSON list, and how many rows they hold. */
export type Lines = AsyncIterable<string>

/**
 * Writes an import whole, if the court still has the version that its preview was made on; returns the new version,
 * null when it has another by now. `lines` are opened inside, one after the other.
 */
export async function commitImport(
  db: Db,
  row: ImportRow,
  lines: { cases: () => Lines; caseload: () => Lines },
  isList: boolean,
  by: User,
): Promise<number | null> {
  const { id, courtId, basedOn, mode } = row
  const version = await db.transaction(async (tx) => {
    const [saved] = await tx
      .update(courts)
      .set({ version: basedOn + 1, updatedAt: sql`now()` })
      .where(and(eq(courts.id, courtId), eq(courts.version, basedOn)))
      .returning({ version: courts.version })
    if (saved === undefined) return null
    const marks = { cases: new Mark(), caseload: new Mark() }
    if (isList) await writeCases(tx, courtId, mode, marks.cases.of(lines.cases()))
    await tx.delete(caseload).where(eq(caseload.courtId, courtId))
    let at = 0
    for await (const line of marks.caseload.of(lines.caseload())) {
      await insertRows(tx, courtId, 'caseload', line, at)
      at += rowsPerLine
    }
    if (!(await noteImport(tx, id, { state: 'done', stage: 'writing' }))) throw new ImportEnded()
    await note(tx, by, {
      action: 'import.commit',
      court: courtId,
      subject: { kind: 'import', id, name: row.name },
      people: [],
      changes: changesOf(row, marks),
      why: null,
    })
    return saved.version
  })
  // Until the database knows what the list looks like, it reads the whole of it for every question.
  if (version !== null && isList) await db.execute(sql`analyze ${cases}`)
  return version
}

/** What was written of a list: the SHA-256 of it as one JSON text, though it comes in lines of many rows each. */
class Mark {
  private readonly hash = createHash('sha256').update('[')
  async *of(lines: Lines): AsyncGenerator<string> {
    let first = true
    for await (const line of lines) {
      const rows = line.trim().slice(1, -1)
      if (rows !== '') this.hash.update(first ? rows : `,${rows}`)
      if (rows !== '') first = false
      yield line
    }
    this.hash.update(']')
  }
  get sha256(): string {
    return this.hash.copy().digest('hex')
  }
}

/** What an import did, by the counts of its preview; every row of it is in the file that was imported. */
function changesOf({ preview, mode }: ImportRow, marks: Record<'cases' | 'caseload', Mark>): Change[] {
  if (preview === null) return []
  const { cases: listed, months, period, rows } = preview
  const sum = (count: 'added' | 'replaced'): number => months.reduce((total, month) => total + month[count], 0)
  const counts = { ...period, added: sum('added'), changed: sum('replaced'), sha256: marks.caseload.sha256 }
  const whole = { key: null, before: null } as const
  return [
    ...(listed === null
      ? []
      : [{ list: 'cases', ...whole, after: { mode, taken: rows, ...listed, sha256: marks.cases.sha256 } }]),
    { list: 'caseload', ...whole, after: counts },
  ]
}

/** The import ended, by cancelling or otherwise, before it was written: nothing is written. */
export class ImportEnded extends Error {}

async function writeCases(tx: Db, court: string, mode: ImportMode, lines: Lines): Promise<void> {
  if (mode === 'replace') await tx.delete(cases).where(eq(cases.courtId, court))
  const [last] = await tx
    .select({ next: sql<number>`coalesce(max(position) + 1, 1)::int` })
    .from(cases)
    .where(eq(cases.courtId, court))
  let at = last!.next - 1
  const replace = sql`on conflict (court_id, id) do update set ${rowSqlOf('cases').replacing}`
  for await (const line of lines) {
    await insertRows(tx, court, 'cases', line, at, replace)
    at += rowsPerLine
  }
}
