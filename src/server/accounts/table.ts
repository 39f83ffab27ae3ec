import { accountFacts, type Account, type AccountFacts, type Court } from '../../domain'
import { accountSheet } from '../../workbook'
import { shown } from '../../workbook/cell'
import { idsByName } from '../../workbook/links'
import { openWorkbook } from '../../workbook/open'
import type { Problems } from '../../workbook/problem'
import { readRows, type ReadRow, type ReadSheet } from '../../workbook/rows'
import { asideMark, findColumns, readTable, type Table } from '../../workbook/table'
import { names } from '../../workbook/words'
import { openCsv } from '../import/csv'
import type { SourceRow } from '../import/source'

/** More accounts than this are not made at once. */
export const mostAccounts = 2000

/** What a table names: the courts there are, with their divisions and people, and the accounts. */
export interface Known {
  readonly courts: readonly Pick<Court, 'id' | 'name' | 'departments' | 'people'>[]
  readonly accounts: readonly Pick<Account, 'username' | 'court' | 'person'>[]
}

/** Reads a table of accounts, a workbook or a text; null, with problems added, where there is none to go by. */
export async function readAccountTable(bytes: Uint8Array, problems: Problems): Promise<ReadSheet | null> {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf
  try {
    const table = isPacked || isOld ? await tableOf(bytes, problems) : await textOf(bytes, problems)
    if (table === null || problems.total > 0) return null
    if (table.rows.length > mostAccounts) {
      problems.add('too-many-rows', { list: 'accounts', sheet: table.title, right: String(mostAccounts) })
      return null
    }
    return readRows(table, problems)
  } catch {
    problems.add('file-damaged')
    return null
  }
}

/** The sheet of that title, or the only one there is. */
async function tableOf(bytes: Uint8Array, problems: Problems): Promise<Table | null> {
  const book = await openWorkbook(bytes, problems)
  if (book === null) return null
  const open = book.sheets.filter(({ hidden, name }) => !hidden && !name.startsWith(asideMark))
  const sheet = open.find(({ name }) => names(accountSheet.title, name)) ?? (open.length === 1 ? open[0] : undefined)
  if (sheet !== undefined) return readTable(bytes, sheet, accountSheet, problems)
  const { zh, en } = accountSheet.title
  problems.add('sheet-missing', { list: 'accounts', right: `${zh} / ${en}` })
  return null
}

async function textOf(bytes: Uint8Array, problems: Problems): Promise<Table | null> {
  const source = await openCsv(async function* () {
    yield bytes
  }, problems)
  if (source === null) return null
  const rows: SourceRow[] = []
  await source.read((row) => rows.push(row) <= mostAccounts + 1)
  const [header, ...rest] = rows
  const titles = header?.cells.map((cell) => shown(cell).trim()) ?? []
  const isEnglish = accountSheet.columns.some(({ title }) => titles.includes(title.en))
  const locale = isEnglish ? 'en' : 'zh-CN'
  const place = { sheet: source.sheet, title: source.sheet, locale } as const
  if (header === undefined) {
    const right = accountSheet.columns.map(({ title }) => (isEnglish ? title.en : title.zh)).join(' / ')
    problems.add('header-missing', { list: 'accounts', sheet: source.sheet, right })
    return null
  }
  const head = { row: header.number, cells: header.cells }
  const columns = findColumns(accountSheet, source.sheet, locale, head, problems)
  return { ...place, sheet: accountSheet, columns, rows: rest }
}

export interface PlannedAccount {
  readonly row: number
  readonly facts: AccountFacts
}

/** A fault of an account that is to be made: at a field, with what stands there and what would be right. */
interface Fault {
  readonly field: keyof AccountFacts
  readonly code: string
  readonly value?: string
  readonly right?: string
}

/**
 * What is wrong with accounts that are to be made, by their place: with each for itself, with what there is, and with
 * those before. The same for a table that is read and for one that is taken in.
 */
export function faultsOf(given: readonly AccountFacts[], known: Known): Fault[][] {
  const courts = new Map(known.courts.map((court) => [court.id, court]))
  const taken = new Set(known.accounts.map(({ username }) => username))
  const personOf = ({ court, person }: Pick<Account, 'court' | 'person'>): string => JSON.stringify([court, person])
  const ofPerson = new Map(known.accounts.map((each) => [personOf(each), each.username]))
  const usernames = new Set<string>()
  const people = new Map<string, string>()
  return given.map((facts) => {
    const faults: Fault[] = []
    const parsed = accountFacts.safeParse(facts)
    for (const { path, message } of parsed.error?.issues ?? [])
      faults.push({ field: path[0] as keyof AccountFacts, code: message })
    const court = facts.court === null ? undefined : courts.get(facts.court)
    if (facts.court !== null && court === undefined)
      faults.push({ field: 'court', code: 'court-unknown', value: facts.court, right: listed(known.courts) })
    for (const division of facts.divisions)
      if (court !== undefined && !court.departments.some(({ id }) => id === division)) {
        const right = listed(court.departments)
        faults.push({ field: 'divisions', code: 'division-unknown', value: division, right })
      }
    if (court !== undefined && facts.person !== null) {
      const own = personOf(facts)
      if (!court.people.some(({ id }) => id === facts.person))
        faults.push({ field: 'person', code: 'account-person-unknown', value: facts.person })
      else if (ofPerson.has(own))
        faults.push({ field: 'person', code: 'person-has-account', value: facts.person, right: ofPerson.get(own)! })
      else if (people.has(own))
        faults.push({ field: 'person', code: 'person-twice', value: facts.person, right: people.get(own)! })
      else people.set(own, facts.username)
    }
    if (taken.has(facts.username)) faults.push({ field: 'username', code: 'user-name-taken', value: facts.username })
    else if (usernames.has(facts.username))
      faults.push({ field: 'username', code: 'user-name-twice', value: facts.username })
    usernames.add(facts.username)
    return faults
  })
}

const listed = (rows: readonly { readonly id: string; readonly name: string }[]): string =>
  rows.length > 12 ? `${listed(rows.slice(0, 12))} …` : rows.map(({ id, name }) => `${name} (${id})`).join(' / ')

/** The accounts that a table makes, in its order; whatever stands in their way is added to the problems. */
export function plannedAccounts(read: ReadSheet, known: Known, problems: Problems): PlannedAccount[] {
  const courtNamed = idsByName(known.courts)
  const refuse = (
    { number, shown: cells }: ReadRow,
    { field, code, value, right = null }: Omit<Fault, 'right'> & { right?: string | null },
  ): void =>
    problems.add(code, {
      ...{ list: 'accounts', sheet: read.title, row: number, column: read.titleOf(field) },
      ...{ value: cells[field] || value || null, right },
    })
  /** The id that is meant by a text, or the text itself where it is none; one of several is refused. */
  const meant = (row: ReadRow, field: Fault['field'], text: string, ids: readonly string[]): string => {
    if (ids.length > 1) refuse(row, { field, code: 'name-ambiguous', value: text, right: ids.slice(0, 8).join(' / ') })
    return ids[0] ?? text
  }
  const ready = read.rows.filter(({ bad }) => bad.size === 0)
  const facts = ready.map((row) => {
    const written = row.value as unknown as AccountFacts
    const court = written.court === null ? null : meant(row, 'court', written.court, courtNamed(written.court))
    const of = known.courts.find(({ id }) => id === court)
    const divisions = idsByName(of?.departments ?? [])
    const people = idsByName(of?.people ?? [])
    return {
      ...written,
      court,
      divisions: written.divisions.map((text) => meant(row, 'divisions', text, divisions(text))),
      person: written.person === null ? null : meant(row, 'person', written.person, people(written.person)),
    }
  })
  for (const [at, faults] of faultsOf(facts, known).entries()) for (const fault of faults) refuse(ready[at]!, fault)
  return facts.map((each, at) => ({ row: ready[at]!.number, facts: each }))
}
