import { randomUUID } from 'node:crypto'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { is, sql } from 'drizzle-orm'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { courtFile, emptyHandover, peopleSeen, type Account, type Court } from '../../src/domain'
import { openServer, type Db } from '../../src/server/db'
import { asReader, readable, seePeople } from '../../src/server/db/as-reader'
import { addCourt, readCourt, readCourtFor } from '../../src/server/db/courts'
import { addRound } from '../../src/server/db/rounds'
import * as schema from '../../src/server/db/schema'
import { server } from '../../src/server/permit'
import { onBothEngines } from './engines'
import { roundOn, smallCourt } from './small-court'

const people = ['ann', 'bo', 'cy']
const tables = Object.values(schema).filter((table) => is(table, PgTable))
const nameOf = (table: PgTable): string => getTableConfig(table).name

/** A table either has a rule on its rows or stands here, with the reason why a reader needs none of it. */
const unread: Record<string, string> = {
  reviews: 'When a draft was sent for review: read by HR and heads alone, of whole rounds.',
  review_answers: 'By division, not by person: the route gives heads those of their own.',
  runs: 'Read by HR alone.',
  imports: 'Read by HR alone.',
  audit: 'Read by administrators and HR alone, who are of every court; it can only grow.',
  users: 'Read by the server, which signs in and tells who is who; never by a request of others.',
  sessions: 'Read by the server itself.',
  credentials: 'Read by the server itself.',
  verifications: 'Read by the server itself.',
  sign_in_tries: 'Read by the server itself.',
  secrets: 'Read by the server itself.',
}

it('names every table: it has a rule on its rows, or there is a reason why it is read by nobody', () => {
  const named = [...readable.map(nameOf), ...Object.keys(unread)]
  expect(named.toSorted()).toEqual(tables.map(nameOf).toSorted())
})

const account = (given: Partial<Account>): Account =>
  ({ id: 'of-ann', role: 'staff', court: 'one', divisions: [], person: 'ann', ...given }) as Account
const ann = account({})
const head = account({ id: 'of-head', role: 'head', divisions: ['civil'], person: null })
const leader = account({ id: 'of-leader', role: 'leader', person: null })
const hr = account({ id: 'of-hr', role: 'hr', person: null })

const planted = (id: string): Court =>
  courtFile.parse({
    ...smallCourt(id),
    kinships: [
      { first: 'ann', second: 'bo', kind: 'spouse' },
      { first: 'bo', second: 'cy', kind: 'affinity' },
    ],
    leaves: people.map((person) => ({ person, kind: 'sick', from: '2026-05-01', until: null })),
    preferences: people.map((person) => ({ person, rank: 1, unit: 'team', role: 'clerk' })),
    wishAnswers: people.map((person) => ({
      ...{ round: 'earlier', person, date: '2025-01-01', unit: 'team', rank: 1, met: false },
    })),
  })

async function plant(db: Db, court: string): Promise<void> {
  await addCourt(db, planted(court), server)
  await addRound(db, court, { id: 'round', ...roundOn() }, server)
  const draft = { posts: [], categories: [], stay: 'because', together: null }
  for (const person of people) {
    const id = `${court}-${person}`
    await db.insert(schema.wishStatements).values({ courtId: court, person, draft })
    await db.insert(schema.objections).values({
      ...{ id, courtId: court, roundId: 'round', person, text: 'no' },
      ...{ filedOn: '2026-05-01', answerBy: '2026-05-09' },
    })
    const other = person === 'bo' ? 'cy' : 'bo'
    await db.insert(schema.swaps).values({
      ...{ id, courtId: court, roundId: 'round', person, other, text: 'swap' },
      ...{ plan: 1, askedOn: '2026-05-01' },
    })
    const ofRound = { courtId: court, roundId: 'round', person }
    await db.insert(schema.handovers).values({ ...ofRound, draft: { ...emptyHandover, toWords: 'words' } })
    const user = court === 'one' ? `of-${person}` : id
    await db.insert(schema.users).values({ id: user, name: id, username: id, email: id, court, person })
    const said = { kind: 'wishes-open', facts: { round: 'Round', until: '2027-01-01' } } as const
    await db.insert(schema.messages).values({ id, userId: user, said, courtId: court, person })
  }
}

type Row = Readonly<Record<string, unknown>>
const rowsIn = async (db: Db, table: PgTable): Promise<Row[]> =>
  (await db.select({ row: sql<Row>`to_json(${table})` }).from(table)).map(({ row }) => row)

onBothEngines('rules on rows', (opened) => {
  beforeAll(async () => {
    const { db } = opened().database
    await plant(db, 'one')
    await plant(db, 'two')
  })

  /** All that a reader is given of a table without any filter. */
  const all = (of: Account, table: PgTable, court: string | null = 'one'): Promise<Row[]> =>
    asReader(opened().database, of, court, async (tx) => {
      await seePeople(tx, peopleSeen(of, planted('one')))
      return rowsIn(tx, table)
    })
  const whose = async (of: Account, table: PgTable): Promise<unknown[]> =>
    (await all(of, table)).map(({ person }) => person)

  it('have a role that they apply to', () => expect(opened().database.reader).toBe('postgres_reader'))

  it('give rows of the court that was asked for alone, of every table', async () => {
    for (const of of [ann, head, leader, hr])
      for (const table of readable.filter((each) => each !== schema.messages))
        for (const row of await all(of, table)) expect(row.court_id ?? row.id, nameOf(table)).toBe('one')
    expect(await all(ann, schema.people)).toHaveLength(3)
    expect(await all(ann, schema.leaves)).toHaveLength(3)
    for (const table of readable.filter((each) => each !== schema.messages))
      expect(await all(hr, table, null), nameOf(table)).toEqual([])
  })

  it('give private rows of those people alone whose private facts are seen', async () => {
    const { preferences, wishAnswers, wishStatements, objections, kinships, handovers } = schema
    for (const table of [preferences, wishAnswers, objections, handovers]) {
      expect(await whose(ann, table)).toEqual(['ann'])
      expect(await whose(head, table)).toEqual(['cy'])
      expect(await whose(leader, table)).toEqual([])
      expect(await whose(hr, table)).toEqual(people)
    }
    expect(await whose(ann, wishStatements)).toEqual(['ann'])
    expect(await whose(head, wishStatements)).toEqual([])
    expect(await whose(hr, wishStatements)).toEqual(people)
    const pairs = async (of: Account) => (await all(of, kinships)).map(({ first, second }) => [first, second])
    expect(await pairs(ann)).toEqual([['ann', 'bo']])
    expect(await pairs(head)).toEqual([['bo', 'cy']])
    expect(await pairs(leader)).toEqual([])
  })

  it('give swaps to the two and to those who see everybody', async () => {
    expect(await whose(ann, schema.swaps)).toEqual(['ann'])
    expect(await whose({ ...ann, person: 'bo' }, schema.swaps)).toEqual(people)
    expect(await whose(head, schema.swaps)).toEqual([])
    expect(await whose(leader, schema.swaps)).toEqual([])
    expect(await whose(hr, schema.swaps)).toEqual(people)
  })

  it('give the own messages alone, and no more once the account is of somebody else', async () => {
    const ids = async (of: Account, court: string | null = 'one') =>
      (await all(of, schema.messages, court)).map(({ id }) => id)
    expect(await ids(ann)).toEqual(['one-ann'])
    expect(await ids(ann, 'two')).toEqual([])
    expect(await ids({ ...ann, person: 'bo' })).toEqual([])
    expect(await ids(hr)).toEqual([])
  })

  it('give nothing private before it is said whose', async () => {
    const { database } = opened()
    const open = await asReader(database, hr, 'one', (tx) => rowsIn(tx, schema.preferences))
    expect(open).toEqual([])
  })

  it('give the court as it stands to whoever sees all, and without what is private of others to others', async () => {
    const { database } = opened()
    const read = (of: Account) => asReader(database, of, 'one', (tx) => readCourtFor(tx, of, 'one', true))
    expect(await read(hr)).toEqual(await readCourt(database.db, 'one', true))
    const { court } = (await read(ann))!
    expect(court.people).toEqual(planted('one').people)
    expect(court.preferences).toEqual([{ person: 'ann', rank: 1, unit: 'team', role: 'clerk' }])
    expect(court.kinships).toEqual([{ first: 'ann', second: 'bo', kind: 'spouse' }])
    expect(await asReader(database, ann, 'one', (tx) => readCourtFor(tx, ann, 'two'))).toBeNull()
  })

  it('end with the transaction', async () => {
    const { database } = opened()
    await expect(
      asReader(database, ann, 'one', async (tx) => {
        await seePeople(tx, null)
        throw new Error('given up')
      }),
    ).rejects.toThrow('given up')
    const left = sql<string>`current_user || coalesce(current_setting('app.court', true), '') || coalesce(current_setting('app.people', true), '')`
    for (let each = 0; each < 12; each++)
      expect(await database.db.select({ left }).from(sql`(select) as nothing`)).toEqual([{ left: 'postgres' }])
  })

  it('let a reader write nothing and read no other table', async () => {
    const { db, reader } = opened().database
    const may = async (table: PgTable, what: string): Promise<boolean> => {
      const [row] = await db
        .select({ may: sql<boolean>`has_table_privilege(${reader}::text, ${nameOf(table)}, ${what})` })
        .from(sql`(select) as nothing`)
      return row!.may
    }
    for (const table of tables) {
      expect(await may(table, 'select'), nameOf(table)).toBe(readable.includes(table))
      for (const what of ['insert', 'update', 'delete', 'truncate', 'references', 'trigger'])
        expect(await may(table, what), `${nameOf(table)} ${what}`).toBe(false)
    }
    const refused = (work: (tx: Db) => Promise<unknown>) =>
      expect(asReader(opened().database, ann, 'one', work)).rejects.toThrow()
    await refused((tx) => tx.delete(schema.preferences))
    await refused((tx) => tx.insert(schema.teams).values({ courtId: 'one', position: 9 } as never))
    await refused((tx) => tx.execute(sql`update courts set name = 'mine'`))
    await refused((tx) => rowsIn(tx, schema.users))
  })
})

describe('a PostgreSQL user', () => {
  /** The reader of a server whose user is made with these rights; `before` is done by the owner of all. */
  async function readerOf(rights: string, before: (user: string) => string = () => 'select'): Promise<string | null> {
    const user = `user_${randomUUID().slice(0, 8)}`
    const owner = new pg.Client(`${inject('postgres')}postgres`)
    await owner.connect()
    await owner.query(`create role ${user} login ${rights}`)
    await owner.query(before(user))
    await owner.query(`create database ${user} owner ${user}`)
    await owner.end()
    const database = await openServer(inject('postgres').replace('postgres@', `${user}@`) + user)
    try {
      await plant(database.db, 'one')
      const read = await asReader(database, ann, 'one', (tx) => readCourtFor(tx, ann, 'one'))
      expect(read?.court.preferences).toHaveLength(database.reader === null ? 3 : 1)
      expect(database.reader ?? `${user}_reader`).toBe(`${user}_reader`)
      return database.reader
    } finally {
      await database.close()
    }
  }

  it('who may make roles makes the reader', async () => {
    expect(await readerOf('createrole')).not.toBeNull()
  })
  it('who may not goes on without, or with the role that was made for it', async () => {
    expect(await readerOf('')).toBeNull()
    const made = (user: string): string => `create role ${user}_reader nologin`
    expect(await readerOf('', made)).toBeNull()
    expect(await readerOf('', (user) => `${made(user)}; grant ${user}_reader to ${user}`)).not.toBeNull()
  })
  it('never reads as a role that somebody signs in with', async () => {
    expect(await readerOf('', (user) => `create role ${user}_reader login; grant ${user}_reader to ${user}`)).toBeNull()
  })
})
