import { addDays } from 'date-fns'
import { beforeAll, describe, expect, it } from 'vitest'
import { dateOf, emptyStatement, type Court, type Preference, type WishStatement } from '../../src/domain'
import type { StoredWishes } from '../../src/app/api-types'
import { ifMatch, onBothEngines } from './engines'
import { roundOn, smallCourt } from './small-court'

const said = (more: Partial<WishStatement>): WishStatement => ({ ...emptyStatement, ...more })
const toTeam = said({ posts: [{ unit: 'team', role: null }], stay: 'A reason' })

onBothEngines('wishes', (opened) => {
  let courts = 0
  let at = ''
  const path = (person: string): string => `${at}/people/${person}/wishes`
  const read = async (person: string): Promise<StoredWishes> =>
    (await opened().ask<StoredWishes>('GET', path(person))).body
  const save = (person: string, draft: unknown, version: number) =>
    opened().ask<{ version: number }>('PUT', path(person), draft, ifMatch(version))
  const confirm = (person: string, version: number) =>
    opened().ask<StoredWishes>('POST', `${path(person)}/confirm`, undefined, ifMatch(version))
  const say = async (person: string, draft: WishStatement): Promise<void> => {
    const { body } = await save(person, draft, (await read(person)).version)
    expect((await confirm(person, body.version)).status).toBe(200)
  }
  const court = async (): Promise<{ court: Court; version: number }> =>
    (await opened().ask<{ court: Court; version: number }>('GET', at)).body
  const wishesIn = async (): Promise<Preference[]> => (await court()).court.preferences

  beforeAll(() => expect(opened().database.engine).toBeTruthy())
  const begin = async (): Promise<void> => {
    const id = `wishes-${++courts}`
    at = `/courts/${id}`
    expect((await opened().ask('POST', '/courts', { source: 'file', court: smallCourt(id) })).status).toBe(201)
  }

  it('are a draft first, which no plan is made with, and wishes of the court once they are confirmed', async () => {
    await begin()
    expect(await read('ann')).toEqual({
      draft: emptyStatement,
      confirmed: null,
      confirmedAt: null,
      version: 0,
      window: { open: true, until: null, round: null },
    })
    expect(await save('ann', toTeam, 0)).toMatchObject({ status: 200, body: { version: 1 } })
    expect((await court()).version).toBe(1)
    expect(await wishesIn()).toEqual([])
    const done = await confirm('ann', 1)
    expect(done).toMatchObject({ status: 200, body: { confirmed: toTeam, version: 2 } })
    expect(await wishesIn()).toEqual([{ person: 'ann', rank: 1, unit: 'team', role: null }])
    expect((await court()).version).toBe(2)
  })

  it('replace those that were there of this person, and nobody else', async () => {
    await begin()
    await say('bo', toTeam)
    await say('ann', said({ posts: [{ unit: 'office', role: null }], categories: ['contract'] }))
    await say('ann', said({ posts: [{ unit: 'team', role: 'assistant' }] }))
    expect(await wishesIn()).toEqual([
      { person: 'bo', rank: 1, unit: 'team', role: null },
      { person: 'ann', rank: 1, unit: 'team', role: 'assistant' },
    ])
    await say('ann', emptyStatement)
    expect(await wishesIn()).toEqual([{ person: 'bo', rank: 1, unit: 'team', role: null }])
  })

  it('are saved on the version that was seen: what another window said is not lost', async () => {
    await begin()
    await save('ann', toTeam, 0)
    expect(await save('ann', said({ stay: 'other' }), 0)).toMatchObject({
      status: 412,
      body: { code: 'stale', current: { draft: toTeam, version: 1 } },
    })
    expect(await confirm('ann', 7)).toMatchObject({ status: 412, body: { current: { version: 1 } } })
    expect(await wishesIn()).toEqual([])
  })

  it('are not confirmed with a unit that is not there, with oneself, or where nothing was said', async () => {
    await begin()
    await save('ann', said({ posts: [{ unit: 'moon', role: null }], together: 'ann' }), 0)
    expect(await confirm('ann', 1)).toMatchObject({
      status: 422,
      body: { code: 'invalid', issues: [{ code: 'reference-missing' }, { code: 'together-with-oneself' }] },
    })
    expect(await save('ann', { ...emptyStatement, stay: 'x'.repeat(1001) }, 1)).toMatchObject({ status: 422 })
    expect(await confirm('bo', 0)).toMatchObject({ status: 412 })
    expect(await save('eve', toTeam, 0)).toMatchObject({ status: 404, body: { code: 'person-not-found' } })
  })

  it('are closed from the last day of a round until it takes effect; the draft can still be saved', async () => {
    await begin()
    const day = (from: number): string => dateOf(addDays(new Date(), from))
    const round = { ...roundOn(day(20)), wishesUntil: day(-1) }
    await opened().ask('POST', `${at}/rounds`, round)
    await save('ann', toTeam, 0)
    expect(await confirm('ann', 1)).toMatchObject({
      status: 409,
      body: { code: 'wishes-closed', facts: { until: day(-1), round: 'First round' } },
    })
    expect((await read('ann')).window).toEqual({ open: false, until: day(-1), round: 'First round' })
    await opened().ask('POST', `${at}/rounds`, { ...round, wishesUntil: day(0) })
    expect(await confirm('ann', 1)).toMatchObject({ status: 200 })
  })

  it('place two together once both name each other, and no longer when one names nobody', async () => {
    await begin()
    const pairs = async () =>
      (await court()).court.people.flatMap(({ id, worksWith }) => (worksWith === null ? [] : [`${id}+${worksWith}`]))
    await say('ann', said({ together: 'bo' }))
    expect(await pairs()).toEqual([])
    await say('bo', said({ together: 'ann' }))
    expect(await pairs()).toEqual(['bo+ann'])
    await say('ann', said({ together: 'cy' }))
    expect(await pairs()).toEqual([])
  })

  it('are told in the log: whose, from what to what, but not the reasons for HR alone', async () => {
    await begin()
    await say('ann', toTeam)
    const { body } = await opened().ask<{ entries: { action: string }[] }>(
      'GET',
      `/audit?court=${at.slice(8)}&person=ann`,
    )
    const entry = body.entries.find(({ action }) => action === 'wishes.confirm')
    expect(entry).toMatchObject({
      subject: { kind: 'person', id: 'ann', name: 'Ann' },
      people: ['ann'],
      changes: [{ list: 'preferences', before: null, after: { person: 'ann', unit: 'team', rank: 1 } }],
    })
    expect(JSON.stringify(entry)).not.toContain('A reason')
  })

  describe('demand', () => {
    it('tells no group smaller than five', async () => {
      await begin()
      await say('ann', toTeam)
      expect((await opened().ask('GET', `${at}/demand`)).body).toEqual([])
    })
  })
})
