import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyCourt, type Court } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { addCourt, readCourt, removeCourt, saveCourt } from '../../src/server/db/courts'
import { CasesLeftBehind } from '../../src/server/db/refusals'
import { server } from '../../src/server/permit'
import { indicators } from '../../src/server/db/schema'
import { storableCourt } from './storable'
import { onBothEngines } from './engines'

onBothEngines('storage', (opened) => {
  it('gives every court back as it was, row for row and in the same order', async () => {
    const { db } = opened().database
    await addCourt(db, emptyCourt('any', 'Any'), server)
    let version = 1
    const filled = new Set<string>()
    await fc.assert(
      fc.asyncProperty(storableCourt, async (court) => {
        for (const [name, rows] of Object.entries(court)) if (Array.isArray(rows) && rows.length > 0) filled.add(name)
        // Versions of indicators would rightly be kept.
        await db.delete(indicators)
        version = (await saveCourt(db, court, version, server))!
        expect(await readCourt(db, 'any', true)).toEqual({ court, version })
      }),
      { numRuns: process.env.FULL ? 500 : 60 },
    )
    const lists = Object.entries(emptyCourt('any', 'Any')).filter(([, rows]) => Array.isArray(rows))
    expect([...filled].toSorted()).toEqual(lists.map(([name]) => name).toSorted())
  })

  it('keeps the example court whole', async () => {
    const { db } = opened().database
    const court = exampleCourt()
    expect(await addCourt(db, court, server)).toBe(true)
    expect(await readCourt(db, court.id, true)).toEqual({ court, version: 1 })
    expect(await removeCourt(db, court.id, server)).toBe(true)
    expect(await readCourt(db, court.id)).toBeNull()
  })

  it('gives settings that were kept before a field was added with its default', async () => {
    const { db } = opened().database
    const court = emptyCourt('old', 'Old')
    await addCourt(db, court, server)
    await db.execute(sql`update courts set settings = '{"filingsMonths": 6}' where id = 'old'`)
    expect((await readCourt(db, 'old'))!.court.settings).toEqual({ ...court.settings, filingsMonths: 6 })
    await removeCourt(db, 'old', server)
  })

  it('keeps two courts apart', async () => {
    const { db } = opened().database
    const small: Court = { ...emptyCourt('one', 'One'), payments: [{ id: 'p', date: '2021-11-10', amount: 0.1 + 0.2 }] }
    await addCourt(db, small, server)
    await addCourt(db, { ...small, id: 'two', payments: [] }, server)
    await saveCourt(db, { ...small, id: 'two', name: 'Two' }, 1, server)
    expect(await readCourt(db, 'one', true)).toEqual({ court: small, version: 1 })
  })

  it('leaves the case list as it is where a court travels without it, and keeps what its cases name', async () => {
    const { db } = opened().database
    const court = exampleCourt()
    await addCourt(db, court, server)
    const { court: light } = (await readCourt(db, court.id))!
    expect(light.cases).toBeUndefined()
    expect(await saveCourt(db, { ...light, name: 'Renamed' }, 1, server)).toBe(2)
    expect((await readCourt(db, court.id, true))!.court.cases).toEqual(court.cases)
    const teams = light.teams.filter(({ id }) => id !== court.cases![0]!.team)
    await expect(saveCourt(db, { ...light, teams }, 2, server)).rejects.toThrow(CasesLeftBehind)
    expect((await readCourt(db, court.id))!.court.teams).toEqual(court.teams)
    await removeCourt(db, court.id, server)
  })

  it('writes nothing when one row cannot be written', async () => {
    const { db } = opened().database
    const before = await readCourt(db, 'one')
    const broken = structuredClone(before!.court)
    broken.surveys.push({ id: 'x', date: 'no date', phase: 'after', satisfied: true, subject: null })
    broken.payments = []
    await expect(saveCourt(db, broken, before!.version, server)).rejects.toThrow()
    expect(await readCourt(db, 'one')).toEqual(before)
  })

  it('takes a transaction handle only', async () => {
    const { database } = opened()
    if (database.engine !== 'embedded') return
    await expect(database.db.transaction(async () => readCourt(database.db, 'one'))).rejects.toThrow()
    expect(await readCourt(database.db, 'one')).not.toBeNull()
  })
})
