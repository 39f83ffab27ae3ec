import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import {
  courtFile,
  emptyHandover,
  type Court,
  type Due,
  type PlanData,
  type Round,
  type Settings,
} from '../../src/domain'
import { handovers, objections, swaps, wishStatements } from '../../src/server/db/schema'
import { deleteDue } from '../../src/server/retention'
import { ifMatch, onBothEngines } from './engines'
import { roundOn, smallCourt } from './small-court'

const planted = (id: string, given: Partial<Settings>): Court => {
  const court = smallCourt(id)
  return courtFile.parse({
    ...court,
    settings: { ...court.settings, ...given },
    people: [...court.people, { id: 'di', name: 'Di', role: 'clerk', joined: '2012-05-01', left: '2020-06-30' }],
    leaves: [{ person: 'bo', kind: 'sick', from: '2020-03-02', until: '2020-03-06' }],
    cases: [],
  })
}
const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }

onBothEngines('what is kept longer than the court says', (opened) => {
  let at = ''
  let courts = 0
  const ask = <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    opened().ask<T>(method, `${at}${path}`, body, headers)
  const read = async () => (await ask<{ court: Court; version: number }>('GET', '')).body
  const due = async () =>
    (await ask<Due[]>('GET', '/retention')).body.map(({ kind, person, rows }) => [kind, person, rows])

  /** Somebody who left long ago, an old leave, wishes and an objection that the database says are old. */
  async function begin(given: Partial<Settings> = {}): Promise<string> {
    const court = `retention-${++courts}`
    at = `/courts/${court}`
    const { db } = opened().database
    expect((await opened().ask('POST', '/courts', { source: 'file', court: planted(court, given) })).status).toBe(201)
    const rules = [{ id: 'release-to-front-line', weight: 'off' as const }]
    const { body } = await ask<{ round: Round }>('POST', '/rounds', { ...roundOn(), rules })
    const round = `/rounds/${body.round.id}`
    expect((await ask('PUT', `${round}/plan`, { plan: here, status: 'kept', origin: 'hand' }, ifMatch(0))).status).toBe(
      200,
    )
    const said = { posts: [{ unit: 'team', role: null }], categories: [], stay: 'Near my father', together: null }
    for (const person of ['ann', 'cy']) {
      await ask('PUT', `/people/${person}/wishes`, said, ifMatch(0))
      await ask('POST', `/people/${person}/wishes/confirm`, undefined, ifMatch(1))
    }
    const { id } = (await ask<{ id: string }>('POST', `${round}/objections`, { person: 'cy', text: 'My illness' })).body
    await ask('POST', `${round}/objections/${id}/answer`, { state: 'upheld', answer: 'Illness weighed' })
    await db
      .update(wishStatements)
      .set({ savedAt: '2021-01-01T00:00:00Z' })
      .where(sql`${wishStatements.courtId} = ${court} and ${wishStatements.person} = 'ann'`)
    await db.update(objections).set({ settledOn: '2021-01-01' }).where(eq(objections.id, id))
    const words = { text: 'My illness', answer: 'Illness weighed', state: 'refused' } as const
    const two = { id: court, courtId: court, roundId: body.round.id, person: 'bo', other: 'cy', plan: 1 }
    await db.insert(swaps).values({ ...two, ...words, askedOn: '2020-12-01', settledOn: '2021-01-01' })
    const draft = { ...emptyHandover, ticked: ['access' as const], own: [{ text: 'Keys', ticked: true }], to: 'cy' }
    const row = { courtId: court, roundId: body.round.id, person: 'ann', draft, confirmedOn: '2021-01-01' }
    await db.insert(handovers).values({ ...row, savedAt: '2021-01-01T00:00:00Z' })
    return `${round}/objections`
  }
  const all = [
    ['people', 'di', 1],
    ['leaves', 'bo', 1],
    ['wishes', 'ann', 2],
    ['objections', 'cy', 1],
    ['objections', 'bo', 1],
    ['objections', 'ann', 1],
  ]

  it('is told beforehand, goes at once, and is then gone', async () => {
    const objected = await begin()
    expect(await due()).toEqual(all)
    const { version } = await read()
    expect(await ask('POST', '/retention', undefined, ifMatch(version - 1))).toMatchObject({ status: 412 })
    expect(await due()).toEqual(all)
    expect(await ask('POST', '/retention', undefined, ifMatch(version))).toMatchObject({ status: 200 })
    expect(await due()).toEqual([])
    const { court, version: next } = await read()
    expect(court.people.map(({ id }) => id)).toEqual(['ann', 'bo', 'cy', 'former-1'])
    expect(court.leaves).toEqual([])
    expect(court.preferences.map(({ person }) => person)).toEqual(['cy'])
    expect((await ask('GET', '/people/ann/wishes')).body).toMatchObject({ version: 0, confirmed: null })
    expect((await ask('GET', objected)).body).toMatchObject({
      objections: [{ person: 'cy', state: 'upheld', text: '', answer: '' }],
    })
    expect((await ask('GET', objected.replace('objections', 'swaps'))).body).toMatchObject({
      swaps: [{ person: 'bo', other: 'cy', state: 'refused', text: '', answer: '' }],
    })
    const [handed] = await opened().database.db.select().from(handovers).where(eq(handovers.courtId, court.id))
    expect(handed).toMatchObject({ draft: { ...emptyHandover, ticked: ['access'] }, confirmedOn: '2021-01-01' })
    const { body } = await opened().ask<{ entries: object[] }>('GET', `/audit?action=retention.apply&court=${court.id}`)
    expect(body.entries).toMatchObject([
      {
        actor: { name: 'Hana' },
        people: ['di', 'bo', 'ann', 'cy'],
        changes: ['people', 'leaves', 'wishes', 'objections'].map((list) => ({ list, after: null })),
      },
    ])
    // Once more there is nothing to do, and nothing changes.
    expect(await ask('POST', '/retention', undefined, ifMatch(next))).toMatchObject({
      status: 200,
      body: { version: next },
    })
  })

  it('goes by the months that the court says', async () => {
    await begin({ keepLeftMonths: 1200, keepWishesMonths: 1200, keepLeavesMonths: 1200, keepObjectionsMonths: 1200 })
    expect(await due()).toEqual([])
  })

  it('goes by itself where the court says so, and there alone', async () => {
    await begin({ deleteDaily: true })
    const nightly = at
    await begin()
    await deleteDue(opened().database.db, opened().log)
    expect(await due()).toEqual(all)
    at = nightly
    expect(await due()).toEqual([])
    const { body } = await opened().ask<{ entries: object[] }>(
      'GET',
      `/audit?action=retention.apply&court=${nightly.split('/')[2]!}`,
    )
    expect(body.entries).toMatchObject([{ actor: null }])
  })
})
