import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import {
  courtFile,
  emptyHandover,
  haveOn,
  type Court,
  type Handover,
  type PlanData,
  type Round,
} from '../../src/domain'
import * as schema from '../../src/server/db/schema'
import { hashOf, type DecisionFile } from '../../src/server/decision-file'
import { verifyDecision } from '../../src/server/verify-decision'
import { ifMatch, onBothEngines } from './engines'
import { cookieOf } from './sign-in'
import { roundOn, smallCourt } from './small-court'

/** Two who have left, and two who are there; each has something private wherever there is a place for it. */
const people = ['gone', 'away', 'ann', 'cy']
const nameOf = (person: string): string => `Zelda ${person}son`
const planted = (id: string): Court => {
  const court = smallCourt(id)
  const has = (person: string): boolean => person === 'gone' || person === 'away'
  return courtFile.parse({
    ...court,
    people: people.map((person) => ({
      ...{ id: person, name: nameOf(person), role: person === 'cy' ? 'judge' : 'assistant', joined: '2012-05-01' },
      ...(has(person) && { left: '2026-06-30' }),
      leader: person === 'gone',
      underReview: person === 'gone',
      lawyerRelative: person === 'gone',
      mentor: person === 'ann' ? 'gone' : null,
      worksWith: person === 'ann' ? 'gone' : null,
      conflictUnits: person === 'gone' ? ['civil'] : [],
    })),
    assignments: people.flatMap((person) => {
      const role = person === 'cy' ? 'judge' : 'assistant'
      const [from, until] = ['2018-01-01', has(person) ? '2026-06-30' : null]
      return [{ person, unit: person === 'cy' ? 'team' : 'office', role, from, until }]
    }),
    qualifications: [{ person: 'gone', kind: 'skill', code: 'gone-skill', level: 3 }],
    kinships: [
      { first: 'ann', second: 'gone', kind: 'spouse' },
      { first: 'gone', second: 'cy', kind: 'affinity' },
    ],
    leaves: [
      { person: 'gone', kind: 'sick', from: '2023-03-03', until: '2023-03-13' },
      { person: 'gone', kind: 'maternity', from: '2024-01-01', until: '2024-06-30' },
      { person: 'gone', kind: 'nursing', from: '2024-07-11', until: '2024-12-31' },
      { person: 'ann', kind: 'annual', from: '2026-01-05', until: '2026-01-09' },
    ],
    preferences: [{ person: 'gone', rank: 7, unit: 'team', role: 'clerk' }],
    wishAnswers: [{ round: 'old', person: 'gone', date: '2025-05-05', unit: 'team', rank: 8, met: false }],
    cases: [],
  })
}

onBothEngines('deleting the facts of somebody who has left', (opened) => {
  let at = ''
  let court = ''
  let round = ''
  const ask = <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    opened().ask<T>(method, `${at}${path}`, body, headers)
  const read = async () => (await ask<{ court: Court; version: number }>('GET', '')).body
  const forget = async (person: string, version?: number) =>
    ask('DELETE', `/people/${person}`, undefined, ifMatch(version ?? (await read()).version))

  /** A court with a round before the two left, a kept plan, an objection, wishes, an account and a run. */
  async function begin(): Promise<void> {
    court = `forget-${Math.random().toString(36).slice(2)}`
    at = `/courts/${court}`
    expect((await opened().ask('POST', '/courts', { source: 'file', court: planted(court) })).status).toBe(201)
    const decisions = [
      { kind: 'pin' as const, person: 'gone', seat: 'gone@office/assistant', reason: 'Cares for a father' },
      { kind: 'veto' as const, person: 'gone', seat: 'gone@team/judge', reason: 'Ill nerves' },
      { kind: 'pin' as const, person: 'cy', seat: 'cy@team/judge', reason: `Kept apart from ${nameOf('gone')}` },
    ]
    const off = ['release-to-front-line', 'must-rotate', 'donor-floor'].map((id) => ({ id, weight: 'off' as const }))
    // Broken and warned of, so that what a rule says of the person stands in the plan as well.
    const warned = ['relatives-apart', 'spouse-lawyer', 'keep-together', 'not-under-investigation', 'mentor-with-pupil']
    const rules = [...off, ...warned.map((id) => ({ id, weight: 'warn' as const }))]
    const given = { ...roundOn('2026-05-04'), decisions, rules, excludedPeople: ['gone', 'ann'] }
    const { body } = await ask<{ round: Round }>('POST', '/rounds', given)
    round = `/rounds/${body.round.id}`
    const plan: PlanData = {
      ...{ gone: 'gone@office/assistant', away: 'away@team/assistant', ann: 'ann@office/assistant' },
      cy: 'cy@team/judge',
    }
    const kept = await ask('PUT', `${round}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(0))
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
    for (const [person, together] of [
      ['gone', 'ann'],
      ['ann', 'gone'],
    ] as const) {
      const said = {
        posts: [{ unit: 'team', role: null }],
        categories: [],
        stay: `${nameOf('gone')} at home`,
        together,
      }
      expect((await ask('PUT', `/people/${person}/wishes`, said, ifMatch(0))).status).toBe(200)
      expect((await ask('POST', `/people/${person}/wishes/confirm`, undefined, ifMatch(1))).status).toBe(200)
    }
    const filed = await ask<{ id: string }>('POST', `${round}/objections`, { person: 'gone', text: 'My own illness' })
    await ask('POST', `${round}/objections/${filed.body.id}/answer`, { state: 'upheld', answer: 'Illness weighed' })
    const { db } = opened().database
    for (const [person, other] of [
      ['ann', 'gone'],
      ['ann', 'bo'],
    ] as const)
      await db.insert(schema.swaps).values({
        ...{ id: `${court}-${other}`, courtId: court, roundId: body.round.id, person, other, plan: 1 },
        ...{
          text: `${nameOf('gone')} is frail`,
          state: 'refused',
          answer: `${nameOf('gone')} is ill`,
          askedOn: '2026-04-20',
        },
      })
    for (const [person, to] of [
      ['gone', 'cy'],
      ['away', 'gone'],
    ] as const) {
      const own = [{ text: `Notes of ${nameOf('gone')}, with the certificate of infirmity`, ticked: true }]
      const draft = { ...emptyHandover, own: person === 'gone' ? own : [], to, toWords: `With ${nameOf('gone')}` }
      const row = { courtId: court, roundId: body.round.id, person, draft, confirmedOn: '2026-05-04' }
      await db.insert(schema.handovers).values(row)
    }
    const reviewed = { courtId: court, roundId: body.round.id }
    await db.insert(schema.reviews).values({ ...reviewed, on: '2026-04-20', until: '2026-04-27' })
    for (const [person, reason] of [
      ['gone', 'Frail of late'],
      ['ann', `Learns from ${nameOf('gone')}`],
    ] as const) {
      const move = { person, from: `${person}@office/assistant`, to: `${person}@team/assistant` }
      const said = { ...move, division: 'civil', verdict: 'object' as const, reason, on: '2026-04-21' }
      await db.insert(schema.reviewAnswers).values({ ...reviewed, ...said })
    }
    await cookieOf(opened().database.db, {
      role: 'staff',
      court,
      person: 'gone',
      name: nameOf('gone'),
      username: court,
    })
    const started = await ask<{ id: string }>('POST', `${round}/runs`, { timeLimit: 20 })
    const { id } = started.body
    await expect
      .poll(async () => (await opened().ask<{ state: string }>('GET', `/runs/${id}`)).body.state, { timeout: 30_000 })
      .toMatch(/done|stopped/)
  }
  /** Every row of every table but the log's, as text. */
  async function dump(): Promise<string> {
    const all = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [each as PgTable] : []))
    const texts = await Promise.all(
      all
        .filter((table) => getTableName(table) !== 'audit')
        .map(async (table) => {
          const { rows } = (await opened().database.db.execute(
            sql`select row_to_json(t)::text as row from ${table} t`,
          )) as {
            rows: { row: string }[]
          }
          return rows.map(({ row }) => `${getTableName(table)} ${row}`)
        }),
    )
    return texts.flat().join('\n')
  }
  const facts = [
    nameOf('gone'),
    '"gone"',
    'gone@',
    'gone-skill',
    '2023-03-03',
    '2024-07-11',
    '2025-05-05',
    'affinity',
    'maternity',
    'Cares for a father',
    'Ill nerves',
    'Frail of late',
    'illness',
    'Illness',
    'infirmity',
  ]

  it('leaves nothing of them in any table or answer but the log, and all counts as they were', async () => {
    await begin()
    const before = await dump()
    for (const fact of facts) expect(before.includes(fact), fact).toBe(true)
    const was = (await read()).court
    const plan = (await ask<{ plan: PlanData }>('GET', `${round}/plan`)).body.plan

    const { version } = await read()
    expect(await forget('gone')).toMatchObject({ status: 200, body: { version: version + 1 } })

    const after = await dump()
    for (const fact of facts)
      expect(after.includes(fact), `${fact}: ${after.split('\n').find((row) => row.includes(fact))}`).toBe(false)
    const { body: api } = await opened().ask<{ paths: Record<string, { get?: unknown }> }>('GET', '/openapi.json')
    for (const [path, { get }] of Object.entries(api.paths)) {
      if (get === undefined || path.startsWith('/api/audit') || path.includes('{import}')) continue
      const real = path
        .slice('/api'.length)
        .replace('{court}', court)
        .replace('{person}', 'former-1')
        .replace('/rounds/{round}', round)
      const text = JSON.stringify((await opened().ask('GET', real)).body)
      for (const fact of facts) expect(text.includes(fact), `${real}: ${fact}`).toBe(false)
    }

    const now = (await read()).court
    expect(now.people[0]).toMatchObject({ id: 'former-1', name: 'former-1', joined: '2012-05-01', left: '2026-06-30' })
    for (const date of ['2019-01-01', '2023-03-05', '2024-03-01', '2024-08-01', '2026-06-30', '2026-07-01'])
      expect(haveOn(now, date)).toEqual(haveOn(was, date))
    expect(now.people.find(({ id }) => id === 'ann')).toMatchObject({ mentor: null, worksWith: null })
    const { gone, ...others } = plan
    expect(gone).toBe('gone@office/assistant')
    expect((await ask<{ plan: PlanData }>('GET', `${round}/plan`)).body.plan).toEqual({
      ...others,
      'former-1': 'former-1@office/assistant',
    })
    const told = (await ask<{ round: Round }>('GET', round)).body.round
    expect(told.excludedPeople).toEqual(['former-1', 'ann'])
    expect(told.decisions).toEqual([
      { kind: 'pin', person: 'former-1', seat: 'former-1@office/assistant', reason: '' },
      { kind: 'pin', person: 'cy', seat: 'cy@team/judge', reason: 'Kept apart from former-1' },
    ])
    const { objections } = (await ask<{ objections: object[] }>('GET', `${round}/objections`)).body
    expect(objections).toEqual([expect.objectContaining({ person: 'former-1', state: 'upheld', text: '', answer: '' })])
    const { swaps } = (await ask<{ swaps: object[] }>('GET', `${round}/swaps`)).body
    expect(swaps).toMatchObject([
      { person: 'ann', other: 'former-1', state: 'refused', text: '', answer: '' },
      { person: 'ann', other: 'bo', text: 'former-1 is frail', answer: 'former-1 is ill' },
    ])
    // Of who moved it is still told that they handed over, and whoever named them named nobody.
    expect((await ask<Handover[]>('GET', `${round}/handovers`)).body).toMatchObject([
      { person: 'away', confirmedOn: '2026-05-04', draft: { to: null, toWords: 'With former-1' } },
    ])
    await forget('away')
    expect((await ask<Handover[]>('GET', `${round}/handovers`)).body).toMatchObject([
      { person: 'former-2', confirmedOn: '2026-05-04', draft: emptyHandover },
    ])
  })

  it('leaves a decision file that says what it no longer holds', async () => {
    await begin()
    const before = (await ask<DecisionFile>('GET', `${round}/decision`)).body
    await forget('gone')
    const file = (await ask<DecisionFile>('GET', `${round}/decision`)).body
    expect(file.reduced).toEqual({ was: before.sha256 })
    expect(file.sha256).toBe(hashOf(file.inputs))
    expect(file.moves).toEqual(before.moves)
    expect(await verifyDecision(file)).toEqual({
      inputs: true,
      certificate: 'reduced',
      lists: 'reduced',
      again: 'reduced',
    })
    await forget('away')
    const twice = (await ask<DecisionFile>('GET', `${round}/decision`)).body
    expect(twice.reduced).toEqual({ was: before.sha256 })
    expect(twice.moves.map(({ person, to }) => [person, to])).toEqual([['former-2', 'former-2@team/assistant']])
  })

  it('is told in the log by counts, and the chain holds', async () => {
    await begin()
    await forget('gone')
    const { body } = await opened().ask<{ entries: { subject: object; changes: object[] }[] }>(
      'GET',
      `/audit?action=person.forget&court=${court}`,
    )
    expect(body.entries).toHaveLength(1)
    expect(body.entries[0]).toMatchObject({ subject: { kind: 'person', id: 'gone', name: null }, people: ['gone'] })
    expect(body.entries[0]!.changes).toContainEqual({ list: 'kinships', key: null, before: { rows: 2 }, after: null })
    expect(JSON.stringify(body.entries)).not.toContain(nameOf('gone'))
    expect((await opened().ask('GET', '/audit/verification')).body).toMatchObject({ fault: null })
  })

  it('is refused with the reason, and then changes nothing', async () => {
    await begin()
    const before = await dump()
    expect(await forget('ann')).toMatchObject({
      status: 409,
      body: { code: 'person-in-post', facts: { unit: 'Office' } },
    })
    expect(await forget('nobody')).toMatchObject({ status: 404, body: { code: 'person-not-found' } })
    expect(await forget('gone', 1)).toMatchObject({ status: 412, body: { code: 'stale' } })
    expect(await dump()).toBe(before)
    await forget('gone')
    expect(await forget('former-1')).toMatchObject({ status: 409, body: { code: 'person-former' } })
  })
})
