import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import type { Round } from '../../src/domain'
import { randomFrom } from '../../src/domain/random'
import { linesOf, verifyChain, type Verification } from '../../src/server/audit/chain'
import { genesis, lineOf, sha256, type Entry, type Noted } from '../../src/server/audit/entry'
import { auditEntries, auditPage, headOf, note, noteLook } from '../../src/server/db/audit'
import { readCourt } from '../../src/server/db/courts'
import { courts } from '../../src/server/db/schema'
import { server } from '../../src/server/permit'
import { ifMatch, onBothEngines, type Opened } from './engines'
import { roundOn, smallCourt } from './small-court'

const folder = mkdtempSync(join(tmpdir(), 'frontline-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Shown = Entry & { hash: string }
const newest = async ({ ask }: Pick<Opened, 'ask'>, query = ''): Promise<Shown[]> =>
  (await ask<{ entries: Shown[] }>('GET', `/audit?${query}`)).body.entries

async function exported({ fetch }: Pick<Opened, 'fetch'>, query = ''): Promise<Buffer> {
  const response = await fetch(new Request(`http://localhost/api/audit/export?${query}`))
  expect(response.headers.get('content-type')).toMatch('application/jsonl')
  return Buffer.from(await response.arrayBuffer())
}
const verifyFile = (bytes: Buffer): Promise<Verification> =>
  verifyChain(
    linesOf(
      (async function* () {
        await Promise.resolve()
        // In parts that end anywhere.
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
      })(),
    ),
  )

onBothEngines('the audit log', (opened) => {
  const verifyDatabase = () => verifyChain(auditEntries(opened().database.db))
  const look: Noted = {
    action: 'court.read',
    court: 'x',
    subject: { kind: 'court', id: 'x', name: null },
    people: [],
    changes: [],
    why: null,
  }

  it('tells of every change who, when, what before and after, and why', async () => {
    const { ask, database } = opened()
    const court = smallCourt()
    await ask('POST', '/courts', { source: 'file', court })
    const people = court.people.map((person) => (person.id === 'ann' ? { ...person, name: 'Anna' } : person))
    await ask('PATCH', '/courts/small', { people }, ifMatch(1))
    const mark = { unit: null, by: null, on: '2027-01-02', month: '2026-03', mark: 'outlier', reason: 'Moved house' }
    expect((await ask('PATCH', '/courts/small', { forecastMarks: [mark] }, ifMatch(2))).status).toBe(200)
    const { body } = await ask<{ round: Round }>('POST', '/courts/small/rounds', roundOn())
    const veto = { kind: 'veto', person: 'ann', seat: 'ann@team/assistant', reason: 'Asked to stay' } as const
    const decided = { ...body.round, name: 'Second round', decisions: [veto] }
    await ask('PUT', `/courts/small/rounds/${body.round.id}`, decided, ifMatch(1))
    await ask('DELETE', '/courts/small')
    const log = (await newest(opened(), 'court=small')).toReversed()
    expect(log.map(({ action }) => action)).toEqual([
      'court.add',
      'court.change',
      'court.change',
      'round.add',
      'round.change',
      'court.remove',
    ])
    const [added, renamed, marked, , changed, removed] = log as [Shown, Shown, Shown, Shown, Shown, Shown]
    expect(added).toMatchObject({
      actor: { name: 'Hana' },
      people: 'all',
      subject: { kind: 'court', name: 'Small court' },
    })
    expect(added.changes).toContainEqual({
      list: 'people',
      key: null,
      before: null,
      after: { rows: 3, sha256: sha256(JSON.stringify(court.people)) },
    })
    expect(renamed).toMatchObject({
      people: ['ann'],
      changes: [{ list: 'people', key: 'ann', before: { name: 'Ann' }, after: { name: 'Anna' } }],
    })
    expect(Math.abs(Date.now() - Date.parse(renamed.at))).toBeLessThan(60_000)
    expect(marked).toMatchObject({
      why: 'Moved house',
      changes: [{ list: 'forecastMarks', before: null, after: mark }],
    })
    expect(changed).toMatchObject({
      people: ['ann'],
      why: 'Asked to stay',
      changes: [
        { list: 'rounds', key: body.round.id, before: { name: 'First round' }, after: { name: 'Second round' } },
        { list: 'decisions', before: null, after: veto },
      ],
    })
    expect(removed.changes).toContainEqual({ list: 'cases', key: null, before: { rows: 0 }, after: null })
    // The court is gone, and what was recorded of it is not.
    expect(await readCourt(database.db, 'small')).toBeNull()
    expect(await verifyDatabase()).toMatchObject({ fault: null })
  })

  it('tells of a long list by counts and hashes', async () => {
    const { ask } = opened()
    const court = smallCourt('long')
    const qualifications = Array.from({ length: 501 }, (_, at) => ({
      person: 'ann',
      kind: 'skill',
      code: `skill-${at}`,
      level: null,
      since: null,
      until: null,
    }))
    await ask('POST', '/courts', { source: 'file', court })
    expect((await ask('PUT', '/courts/long', { ...court, qualifications }, ifMatch(1))).status).toBe(200)
    expect((await newest(opened(), 'court=long&action=court.change'))[0]!.changes).toEqual([
      {
        list: 'qualifications',
        key: null,
        before: { rows: 0, sha256: sha256('[]') },
        after: { rows: 501, sha256: sha256(JSON.stringify(qualifications)), added: 501, changed: 0, removed: 0 },
      },
    ])
  })

  it('is written with the change or not at all', async () => {
    const { db } = opened().database
    const before = await headOf(db)
    const change = db.transaction(async (tx) => {
      await tx.insert(courts).values({ id: 'never', name: 'Never', example: false, settings: {} as never })
      await note(tx, server, look)
      throw new Error('It fails at the end.')
    })
    await expect(change).rejects.toThrow('It fails at the end.')
    expect(await headOf(db)).toEqual(before)
    expect(await readCourt(db, 'never')).toBeNull()
    // And the other way round: where the log cannot be written, nothing is changed.
    const unnoted = db.transaction(async (tx) => {
      await tx.insert(courts).values({ id: 'never', name: 'Never', example: false, settings: {} as never })
      await note(tx, server, { ...look, action: 'not an action' as never })
    })
    await expect(unnoted).rejects.toThrow()
    expect(await readCourt(db, 'never')).toBeNull()
  })

  it('never forks and has no gaps, however many append at once', async () => {
    const { db } = opened().database
    const before = await headOf(db)
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        db.transaction(async (tx) => {
          await note(tx, { id: `u${at}`, name: `User ${at}` }, look)
          if (at % 8 === 0) throw new Error('taken back')
        }),
      ).map((each) => each.catch(() => null)),
    )
    expect((await headOf(db)).number).toBe(before.number + 35)
    expect(await verifyDatabase()).toEqual({ head: await headOf(db), fault: null })
  })

  it('records a look once an hour for each user and court', async () => {
    const { db } = opened().database
    const by = { id: 'reader', name: 'Reader' }
    const count = async (): Promise<number> => (await auditPage(db, { actor: 'reader' }, 1, 1)).count
    await Promise.all([1, 2, 3].map(() => noteLook(db, by, 'seen')))
    expect(await count()).toBe(1)
    await noteLook(db, by, 'seen')
    expect(await count()).toBe(1)
    await noteLook(db, by, 'other')
    await noteLook(db, { id: 'another', name: 'Another' }, 'seen')
    expect(await count()).toBe(2)
  })

  it('refuses to be changed, shortened or emptied', async () => {
    const { db } = opened().database
    const head = await headOf(db)
    for (const statement of [
      sql`update audit set hash = hash where number = 1`,
      sql`update audit set entry = entry`,
      sql`delete from audit where number = ${head.number}`,
      sql`truncate audit`,
    ])
      await expect(db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('only grows') as string },
      })
    expect(await headOf(db)).toEqual(head)
  })

  it('finds entries by time, actor, action, court, subject and person', async () => {
    const all = await newest(opened(), 'size=200')
    const expectFound = async (query: string, wanted: (entry: Shown) => boolean): Promise<void> => {
      const found = await newest(opened(), `size=200&${query}`)
      expect(found.length, query).toBeGreaterThan(0)
      expect(found.length, query).toBeLessThan(all.length)
      expect(found, query).toEqual(all.filter(wanted))
    }
    await expectFound('actor=u3', ({ actor }) => actor?.id === 'u3')
    const nobody = await newest(opened(), 'size=200&actor=')
    expect(nobody).toEqual(all.filter(({ actor }) => actor === null))
    await expectFound('action=court.change', ({ action }) => action === 'court.change')
    await expectFound('court=small', ({ court }) => court === 'small')
    await expectFound('subjectKind=round', ({ subject: { kind } }) => kind === 'round')
    await expectFound('subject=small', ({ subject: { id } }) => id === 'small')
    await expectFound('person=ann', ({ people }) => people === 'all' || people.includes('ann'))
    const { at } = all[Math.floor(all.length / 2)]!
    await expectFound(`from=${at}`, (entry) => entry.at >= at)
    await expectFound(`until=${at}`, (entry) => entry.at < at)
    const paged = [1, 2, 3].map((page) => newest(opened(), `size=5&page=${page}`))
    expect((await Promise.all(paged)).flat()).toEqual(all.slice(0, 15))
    expect(await opened().ask('GET', '/audit?from=yesterday')).toMatchObject({ status: 422 })
  })

  it('is verified by the API, against a head that was noted too', async () => {
    const { ask, database } = opened()
    const head = await headOf(database.db)
    expect((await ask('GET', '/audit/verification')).body).toEqual({ head, fault: null })
    const asked = (number: number, hash: string) => ask('GET', `/audit/verification?head=${number}:${hash}`)
    expect((await asked(head.number, head.hash)).body).toEqual({ head, fault: null })
    expect((await asked(3, head.hash)).body).toMatchObject({ fault: { number: 3, code: 'head-differs' } })
    expect((await asked(head.number + 1, head.hash)).body).toMatchObject({
      fault: { number: head.number + 1, code: 'head-missing', facts: { last: head.number } },
    })
    expect(await ask('GET', '/audit/verification?head=12')).toMatchObject({ status: 422 })
  })

  it('is handed out whole, with the note of that as its last entry, and in parts', async () => {
    const { database } = opened()
    const bytes = await exported(opened())
    const head = await headOf(database.db)
    expect(await verifyFile(bytes)).toEqual({ head, fault: null })
    const lines = bytes.toString().split('\n').slice(0, -1)
    expect(lines).toHaveLength(head.number)
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ action: 'audit.export', previous: expect.any(String) as string })
    const part = (await exported(opened(), 'action=court.add')).toString().split('\n').slice(0, -1)
    expect(part.map((line) => (JSON.parse(line) as Entry).action)).toEqual(['court.add', 'court.add'])
  })

  it('shows 1,000 random changes of one byte in an exported file, every one', async () => {
    const bytes = await exported(opened())
    expect(await verifyFile(bytes)).toMatchObject({ fault: null })
    const random = randomFrom(7)
    for (let n = 0; n < 1000; n++) {
      const at = Math.floor(random() * bytes.length)
      const was = bytes[at]!
      bytes[at] = (was + 1 + Math.floor(random() * 255)) % 256
      expect((await verifyFile(bytes)).fault, `byte ${at}: ${was} is ${bytes[at]}`).not.toBeNull()
      bytes[at] = was
    }
    expect(await verifyFile(bytes)).toMatchObject({ fault: null })
  })

  it('shows bytes put in or taken out, and lines swapped, doubled and taken away', async () => {
    const bytes = await exported(opened())
    const lines = bytes.toString().split('\n').slice(0, -1)
    const file = (parts: string[]): Buffer => Buffer.from(parts.map((line) => `${line}\n`).join(''))
    const random = randomFrom(8)
    for (let n = 0; n < 100; n++) {
      const at = Math.floor(random() * bytes.length)
      const space = Buffer.from([' ', '\n', '\r'][n % 3]!)
      const longer = Buffer.concat([bytes.subarray(0, at), space, bytes.subarray(at)])
      expect((await verifyFile(longer)).fault, `put in at ${at}`).not.toBeNull()
      const shorter = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
      expect((await verifyFile(shorter)).fault, `taken out at ${at}`).not.toBeNull()
    }
    const at = 4
    expect((await verifyFile(file(lines.toSpliced(at, 1)))).fault).toEqual({
      number: at + 1,
      code: 'out-of-turn',
      facts: { found: at + 2 },
    })
    expect((await verifyFile(file(lines.toSpliced(at, 0, lines[at]!)))).fault).toMatchObject({ code: 'out-of-turn' })
    expect((await verifyFile(file(lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!)))).fault).not.toBeNull()
    // Entries at the end that are gone are seen by a head that was noted, and by nothing else.
    expect((await verifyFile(file(lines.slice(0, -1)))).fault).toBeNull()
  })

  it('shows in the database what somebody changed who took the guard away', async () => {
    const { db } = opened().database
    const head = await headOf(db)
    await db.execute(sql`alter table audit disable trigger audit_only_grows`)
    const random = randomFrom(9)
    const expectFault = async (statement: ReturnType<typeof sql>, number: number | null): Promise<void> => {
      const done = db.transaction(async (tx) => {
        await tx.execute(statement)
        const { fault } = await verifyChain(auditEntries(tx))
        expect(fault).not.toBeNull()
        if (number !== null) expect(fault!.number).toBe(number)
        tx.rollback()
      })
      await expect(done).rejects.toThrow('Rollback')
    }
    for (let n = 0; n < 30; n++) {
      const number = 1 + Math.floor(random() * (head.number - 1))
      const digit = sql`case when substr(hash, 9, 1) = '0' then '1' else '0' end`
      await expectFault(
        sql`update audit set hash = overlay(hash placing ${digit} from 9) where number = ${number}`,
        number,
      )
      await expectFault(
        sql`update audit set entry = replace(entry, '"why":', '"why": ') where number = ${number}`,
        number,
      )
      await expectFault(
        sql`update audit set entry = replace(entry, '"at":"20', '"at":"19') where number = ${number}`,
        number,
      )
      await expectFault(sql`delete from audit where number = ${number}`, number)
      await expectFault(
        sql`update audit as one set (entry, hash) = (select other.entry, other.hash from audit as other
          where other.number = ${2 * number + 1}::bigint - one.number) where number in (${number}, ${number + 1})`,
        number,
      )
    }
    // An entry written anew with a hash that is right fits no more into the chain.
    const [kept] = (await auditPage(db, {}, head.number - 4, 1)).entries
    const forged = kept!.text.replace(/"why":(null|"[^"]*")/, '"why":"forged"')
    expect(forged).not.toBe(kept!.text)
    await expectFault(sql`update audit set entry = ${forged}, hash = ${sha256(forged)} where number = 5`, 6)
    await db.execute(sql`alter table audit enable trigger audit_only_grows`)
    expect(await verifyDatabase()).toEqual({ head, fault: null })
  })
})

describe('a line of an exported file', () => {
  const text = (fields: object): string =>
    JSON.stringify({
      number: 1,
      at: '2027-01-04T08:00:00.000Z',
      actor: null,
      action: 'court.read',
      court: 'x',
      subject: { kind: 'court', id: 'x', name: null },
      people: [],
      changes: [],
      why: null,
      previous: genesis.hash,
      ...fields,
    })
  const faultOf = async (given: string): Promise<string | undefined> =>
    (await verifyFile(Buffer.from(lineOf(given, sha256(given))))).fault?.code

  it('fits only in the one form of an entry, though its hash be right', async () => {
    expect(genesis.hash).toBe(sha256('frontline-audit/1'))
    expect(await faultOf(text({}))).toBeUndefined()
    // A later version may know more actions.
    expect(await faultOf(text({ action: 'something.new' }))).toBeUndefined()
    expect(await faultOf(text({}).replace('"why":null', '"why": null'))).toBe('malformed')
    expect(await faultOf(text({}).replace('"why":null', '"why":"a","why":null'))).toBe('malformed')
    expect(await faultOf(text({ more: 1 }))).toBe('malformed')
    expect(await faultOf(text({ number: 2 }))).toBe('out-of-turn')
    expect(await faultOf(text({ previous: 'a'.repeat(64) }))).toBe('unlinked')
  })

  it('is read from a file on disk as well', async () => {
    const path = join(folder, 'one.jsonl')
    writeFileSync(path, lineOf(text({}), sha256(text({}))))
    expect(await verifyChain(linesOf(createReadStream(path)))).toMatchObject({ head: { number: 1 }, fault: null })
  })
})
