import { expect, it } from 'vitest'
import type { Court } from '../../src/domain'
import { ifMatch, onBothEngines } from './engines'
import { smallCourt } from './small-court'

onBothEngines('courts', (opened) => {
  const court = smallCourt()

  it('takes a court from a file and gives it back as it was', async () => {
    const { ask } = opened()
    expect(await ask('POST', '/courts', { source: 'file', court })).toMatchObject({
      status: 201,
      body: { id: 'small', version: 1 },
    })
    const stored = await ask<{ court: Court; version: number }>('GET', '/courts/small')
    expect(stored.body).toEqual({ court, version: 1 })
    expect(stored.headers.get('etag')).toBe('"1"')
    expect((await ask('GET', '/courts')).body).toEqual([
      { id: 'small', name: 'Small court', example: false, version: 1, people: 3, teams: 1 },
    ])
  })

  it('refuses a second court of the same id', async () => {
    expect(await opened().ask('POST', '/courts', { source: 'file', court })).toMatchObject({
      status: 409,
      body: { code: 'court-exists', facts: { court: 'small' } },
    })
  })

  it('makes an empty court', async () => {
    const { ask } = opened()
    const made = await ask<{ id: string }>('POST', '/courts', { source: 'empty', name: 'New court' })
    expect(made.status).toBe(201)
    const stored = await ask<{ court: Court }>('GET', `/courts/${made.body.id}`)
    expect(stored.body.court).toMatchObject({ name: 'New court', people: [], example: false })
    expect((await ask('DELETE', `/courts/${made.body.id}`)).status).toBe(204)
    expect(await ask('GET', `/courts/${made.body.id}`)).toMatchObject({
      status: 404,
      body: { code: 'court-not-found' },
    })
  })

  it('saves a court on the version it was read from, and refuses a stale save with the current court', async () => {
    const { ask } = opened()
    const renamed = { ...court, name: 'Renamed court', people: court.people.toReversed() }
    expect(await ask('PUT', '/courts/small', renamed, ifMatch(1))).toMatchObject({ status: 200, body: { version: 2 } })
    const refused = await ask<{ current: unknown }>('PUT', '/courts/small', court, ifMatch(1))
    expect(refused).toMatchObject({ status: 412, body: { code: 'stale', facts: { given: 1, version: 2 } } })
    expect(refused.body.current).toEqual({ court: renamed, version: 2 })
    expect((await ask('PUT', '/courts/small', court, ifMatch(2))).body).toEqual({ version: 3 })
  })

  it('lets only one of two saves on the same version through', async () => {
    const { ask } = opened()
    const saves = await Promise.all(
      [1, 2, 3, 4].map((n) => ask('PUT', '/courts/small', { ...court, name: `Court ${n}` }, ifMatch(3))),
    )
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
    expect((await ask('PUT', '/courts/small', court, ifMatch(4))).status).toBe(200)
  })

  it('refuses a change that names no version, and one about another court', async () => {
    const { ask } = opened()
    expect(await ask('PUT', '/courts/small', court)).toMatchObject({ status: 428, body: { code: 'version-missing' } })
    expect(await ask('PUT', '/courts/other', court, ifMatch(5))).toMatchObject({
      status: 422,
      body: { code: 'id-differs', facts: { id: 'other', given: 'small' } },
    })
  })

  it('changes nothing on bad input and tells every place that is wrong', async () => {
    const { ask } = opened()
    const bad = structuredClone(court)
    bad.people[1]!.name = ''
    bad.assignments[0]!.unit = 'nowhere'
    bad.assignments[2]!.from = '2026-02-30'
    const refused = await ask<{ issues: { path: (string | number)[]; code: string }[] }>(
      'PUT',
      '/courts/small',
      bad,
      ifMatch(5),
    )
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(refused.body.issues).toContainEqual(expect.objectContaining({ path: ['people', 1, 'name'] }))
    expect(refused.body.issues).toContainEqual(
      expect.objectContaining({ path: ['assignments', 2, 'from'], code: 'date-impossible' }),
    )
    const dangling = structuredClone(court)
    dangling.assignments[0]!.unit = 'nowhere'
    expect((await ask('PUT', '/courts/small', dangling, ifMatch(5))).body).toMatchObject({
      issues: [{ path: ['assignments', 0, 'unit'], code: 'unit-unknown', facts: { value: 'nowhere' } }],
    })
    expect((await ask('GET', '/courts/small')).body).toEqual({ court, version: 5 })
  })

  it('refuses text that no database can keep', async () => {
    const { ask } = opened()
    for (const name of ['nul\0byte', 'half \ud800 character'])
      expect(await ask('PUT', '/courts/small', { ...court, name }, ifMatch(5))).toMatchObject({
        status: 422,
        body: { code: 'text-unstorable', facts: { where: 'name' } },
      })
  })

  it('changes the lists given and no other, all or none of them', async () => {
    const { ask } = opened()
    const dee = { id: 'dee', name: 'Dee', role: 'clerk', joined: '2020-01-01' }
    const post = { unit: 'team', role: 'bailiff', fixed: 0.5, ceiling: 2, least: null, ratioTo: null, duty: null }
    const seat = { person: 'dee', unit: 'team', role: 'bailiff', from: '2024-01-01' }
    const lists = {
      people: [...court.people, dee],
      posts: [...court.posts, post],
      assignments: [seat, ...court.assignments],
    }
    expect(await ask('PATCH', '/courts/small', lists, ifMatch(5))).toMatchObject({ status: 200, body: { version: 6 } })
    const { body } = await ask<{ court: Court; version: number }>('GET', '/courts/small')
    expect(body.court).toEqual({
      ...court,
      people: [...court.people, expect.objectContaining({ id: 'dee', share: 1, employment: 'civil-servant' })],
      posts: [...court.posts, post],
      assignments: [expect.objectContaining({ ...seat, until: null, share: 1 }), ...court.assignments],
    })
    const without = { people: court.people, posts: court.posts }
    expect(await ask('PATCH', '/courts/small', without, ifMatch(6))).toMatchObject({
      status: 422,
      body: { code: 'invalid', issues: [{ path: ['assignments', 0, 'person'], code: 'person-unknown' }, {}] },
    })
    expect((await ask<{ version: number }>('GET', '/courts/small')).body).toEqual(body)
    const back = { ...without, assignments: court.assignments }
    expect((await ask('PATCH', '/courts/small', back, ifMatch(6))).body).toEqual({ version: 7 })
    expect((await ask('GET', '/courts/small')).body).toEqual({ court, version: 7 })
  })

  it('refuses a change of lists on an old version, of one that is not kept by hand, and of a court that is not there', async () => {
    const { ask } = opened()
    const refused = await ask<{ current: unknown }>('PATCH', '/courts/small', { teams: [] }, ifMatch(6))
    expect(refused).toMatchObject({ status: 412, body: { code: 'stale', current: { version: 7 } } })
    expect(await ask('PATCH', '/courts/small', { teams: [] })).toMatchObject({ status: 428 })
    expect(await ask('PATCH', '/courts/small', { caseload: [] }, ifMatch(7))).toMatchObject({ status: 422 })
    expect(await ask('PATCH', '/courts/small', { departments: [{ id: 'civil' }] }, ifMatch(7))).toMatchObject({
      status: 422,
      body: { code: 'invalid', issues: [{ path: ['departments', 0, 'name'] }, { path: ['departments', 0, 'kind'] }] },
    })
    expect(await ask('PATCH', '/courts/nowhere', { teams: [] }, ifMatch(7))).toMatchObject({ status: 404 })
  })

  it('lets only one of two changes of lists on the same version through', async () => {
    const { ask } = opened()
    const changes = [1, 2, 3].map((ceiling) => ({ posts: court.posts.map((post) => ({ ...post, ceiling })) }))
    const answers = await Promise.all(changes.map((lists) => ask('PATCH', '/courts/small', lists, ifMatch(7))))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
  })

  it('changes name and settings with the lists that depend on them, and refuses settings that do not hold', async () => {
    const { ask } = opened()
    const { body: was } = await ask<{ court: Court; version: number }>('GET', '/courts/small')
    const settings = { ...was.court.settings, longLeaveDays: 60, templates: [] }
    const changed = await ask('PATCH', '/courts/small', { name: 'Renamed', settings }, ifMatch(was.version))
    expect(changed).toMatchObject({ status: 200, body: { version: was.version + 1 } })
    const { body } = await ask<{ court: Court }>('GET', '/courts/small')
    expect(body.court).toEqual({ ...was.court, name: 'Renamed', settings })
    const wrong = { settings: { ...settings, fills: [{ role: 'clerk', post: 'judge', requires: [] }] } }
    expect(await ask('PATCH', '/courts/small', wrong, ifMatch(was.version + 1))).toMatchObject({ status: 422 })
  })

  it('keeps every version of an indicator that was in force, whichever way a court is saved', async () => {
    const { ask } = opened()
    const of = { id: 'closing-rate', numerator: ['closed'], denominator: ['filed'], unit: 'percent', low: 0.1 }
    const past = { ...of, version: 2, since: '2020-01-01' }
    const coming = { ...of, version: 3, since: '2999-01-01' }
    const kept = smallCourt('kept')
    expect((await ask('POST', '/courts', { source: 'file', court: kept })).status).toBe(201)
    const patch = (indicators: object[], version: number) =>
      ask('PATCH', '/courts/kept', { indicators }, ifMatch(version))
    const put = (indicators: object[], version: number) =>
      ask('PUT', '/courts/kept', { ...kept, indicators }, ifMatch(version))
    expect((await patch([past, coming], 1)).status).toBe(200)
    const refusal = {
      status: 409,
      body: { code: 'versions-lost', facts: { indicator: 'closing-rate', version: 2, since: '2020-01-01', count: 1 } },
    }
    for (const save of [patch, put])
      for (const indicators of [[], [coming], [{ ...past, low: 0.2 }, coming]])
        expect(await save(indicators, 2)).toMatchObject(refusal)
    const { body } = await ask<{ court: Court; version: number }>('GET', '/courts/kept')
    expect(body).toMatchObject({ version: 2, court: { indicators: [past, coming] } })
    // What is there comes back as it was given; another is added, and one that has not begun is taken back.
    expect(await put(body.court.indicators, 2)).toMatchObject({ status: 200, body: { version: 3 } })
    expect(await patch([{ ...coming, low: 0.3 }, past], 3)).toMatchObject({ status: 200, body: { version: 4 } })
    expect(await patch([past], 4)).toMatchObject({ status: 200, body: { version: 5 } })
    // Other lists may change as before, and a court that is removed takes its versions with it.
    expect(await ask('PATCH', '/courts/kept', { qualifications: [] }, ifMatch(5))).toMatchObject({ status: 200 })
    expect((await ask('DELETE', '/courts/kept')).status).toBe(204)
    expect((await ask('POST', '/courts', { source: 'file', court: kept })).status).toBe(201)
    expect((await ask('DELETE', '/courts/kept')).status).toBe(204)
  })
})
