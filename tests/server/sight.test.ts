import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { courtFile, emptyHandover, haveOn, type Account, type Court, type PlanData, type Round } from '../../src/domain'
import { rules } from '../../src/rules'
import { createApi } from '../../src/server/api'
import { handovers, swaps } from '../../src/server/db/schema'
import type { Services } from '../../src/server/services'
import { courtFor } from '../../src/server/sight'
import { askOf, ifMatch, inHr, openDatabase, servicesOn, type Ask } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

/**
 * Every person has something private in every field there is for it, each marked by a value of its own that stands
 * nowhere else: whatever the API answers is searched for the marks of others.
 */
const people = ['ann', 'bo', 'cy', 'di', 'ed', 'flo']
/** Days that mark what is dated: one of a person and a fact. */
const day = (person: string, fact: number): string =>
  `20${20 + fact}-0${people.indexOf(person) + 1}-${String(11 + people.indexOf(person)).padStart(2, '0')}`
const mark = (person: string): string => `private-of-${person}`

const planted = (): Court => {
  const court = smallCourt('planted')
  return courtFile.parse({
    ...court,
    departments: [
      ...court.departments,
      ...people.map((person) => ({ id: mark(person), name: 'Unit', kind: 'administrative' })),
    ],
    people: people.map((person, at) => ({
      id: person,
      name: person.toUpperCase(),
      role: ['assistant', 'clerk', 'judge'][at % 3],
      joined: '2012-05-01',
      underReview: true,
      lawyerRelative: true,
      worksWith: people[(at + 1) % people.length],
      conflictUnits: [mark(person)],
    })),
    // The first three in the office, the others in the team: the head's own.
    posts: [...court.posts, { unit: 'office', role: 'judge' }],
    assignments: people.flatMap((person, at) => {
      const role = ['assistant', 'clerk', 'judge'][at % 3]
      const [was, is] = at < 3 ? ['team', 'office'] : ['office', 'team']
      return [
        { person, unit: was, role, from: '2014-01-01', until: '2017-12-31' },
        { person, unit: is, role, from: '2018-01-01' },
      ]
    }),
    kinships: [
      { first: 'ann', second: 'bo', kind: 'spouse' },
      { first: 'ed', second: 'flo', kind: 'lineal' },
      { first: 'bo', second: 'flo', kind: 'affinity' },
    ],
    leaves: people.flatMap((person) => [
      { person, kind: 'pregnancy', from: day(person, 1), until: null, consents: true },
      { person, kind: 'sick', from: day(person, 2), until: day(person, 2) },
      { person, kind: 'annual', from: day(person, 3), until: day(person, 3) },
      { person, kind: 'maternity', from: '2026-11-02', until: '2027-03-31' },
    ]),
    preferences: people.map((person) => ({ person, rank: 7, unit: mark(person), role: 'clerk' })),
    wishAnswers: people.map((person) => ({
      ...{ round: 'earlier', person, date: day(person, 4), unit: mark(person), rank: 8, met: false },
    })),
    cases: [],
  })
}

let services: Services
let hana: Ask
let at = ''
let of = ''
/** Sessions of the readers, whose accounts are there before anything is told. */
const cookies = new Map<unknown, string>()
beforeAll(async () => {
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  hana = askOf(await inHr(services))
  const court = planted()
  expect((await hana('POST', '/courts', { source: 'file', court })).status).toBe(201)
  at = '/courts/planted'
  for (const given of Object.values(readers))
    cookies.set(given, await cookieOf(services.database.db, { ...given, seen: undefined } as never))
  await cookieOf(services.database.db, { role: 'staff', court: 'planted', person: 'ed' })
  const given: Omit<Round, 'id'> = {
    ...roundOn(),
    excludedPeople: ['ann', 'ed'],
    rules: [
      ...[
        'release-to-front-line',
        'must-rotate',
        'donor-floor',
        'on-leave',
        'protected-period',
        'keep-together',
        'not-under-investigation',
      ].map((id) => ({ id, weight: 'off' as const })),
      {
        id: 'relatives-apart',
        weight: 'off',
        exceptions: [{ by: 1, facts: { first: 'bo', second: 'flo', kinship: 'affinity' } }],
      },
    ],
    decisions: people.flatMap((person, index) => {
      const role = ['assistant', 'clerk', 'judge'][index % 3]
      const seat = `${person}@${index < 3 ? 'office' : 'team'}/${role}`
      return [
        { kind: 'pin' as const, person, seat, reason: `${mark(person)} pinned` },
        {
          kind: 'veto' as const,
          person,
          seat: `${person}@${index < 3 ? 'team' : 'office'}/${role}`,
          reason: `${mark(person)} vetoed`,
        },
      ]
    }),
  }
  const { body } = await hana<{ round: Round }>('POST', `${at}/rounds`, given)
  of = `${at}/rounds/${body.round.id}`
  const plan: PlanData = Object.fromEntries(
    given.decisions.flatMap(({ kind, person, seat }) => (kind === 'pin' ? [[person, seat]] : [])),
  )
  const proposal = {
    ...{ kind: 'proposal', status: 'proven', goals: [], plan, tie: false, seconds: 1, solver: 'HiGHS' },
    asked: { decisions: given.decisions, rules: given.rules },
  }
  const kept = await hana('PUT', `${of}/plan`, { plan, status: 'kept', origin: 'proposal', proposal }, ifMatch(0))
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  for (const person of people) {
    const draft = {
      posts: [{ unit: mark(person), role: null }],
      categories: [],
      stay: `${mark(person)} stays`,
      together: null,
    }
    expect((await hana('PUT', `${at}/people/${person}/wishes`, draft, ifMatch(0))).status).toBe(200)
    const filed = await hana<{ id: string }>('POST', `${of}/objections`, { person, text: `${mark(person)} objects` })
    expect(filed.status, JSON.stringify(filed.body)).toBe(201)
    const answer = { state: 'upheld', answer: `${mark(person)} answered` }
    expect((await hana('POST', `${of}/objections/${filed.body.id}/answer`, answer)).status).toBe(200)
  }
  // The plan moves nobody; that everybody had a move which is kept no more, nobody is told.
  for (const person of people) {
    const draft = { ...emptyHandover, toWords: `${mark(person)} hands over` }
    await services.database.db.insert(handovers).values({ courtId: 'planted', roundId: body.round.id, person, draft })
  }
  // The words of a swap are for its two and HR.
  for (const [at, person] of people.entries()) {
    const other = people[(at + 3) % people.length]!
    const row = { id: `swap-${person}`, courtId: 'planted', roundId: body.round.id, person, other, plan: 1 }
    const words = { text: `${mark(person)} swaps`, answer: `${mark(person)} refused` }
    await services.database.db.insert(swaps).values({ ...row, ...words, askedOn: '2026-11-28', state: 'refused' })
  }
  await hana('PATCH', at, { people: court.people, kinships: court.kinships.slice(1) }, ifMatch(1))
})
afterAll(async () => {
  await services.desk.close()
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
})

const readers = {
  'staff who is Ann': { role: 'staff', court: 'planted', person: 'ann', seen: ['ann'] },
  'the head of the team': { role: 'head', court: 'planted', divisions: ['civil'], seen: ['di', 'ed', 'flo'] },
  'a head who works elsewhere': {
    role: 'head',
    court: 'planted',
    divisions: ['civil'],
    person: 'ann',
    seen: ['ann', 'di', 'ed', 'flo'],
  },
  'a leader': { role: 'leader', court: 'planted', seen: [] },
  'a leader of every court': { role: 'leader', court: null, seen: [] },
  'an administrator': { role: 'administrator', court: null, seen: [] },
} as const

/** Every answer that these may read, as the bytes that leave the server. */
async function answersFor(given: (typeof readers)[keyof typeof readers]): Promise<Map<string, string>> {
  const fetch = inSession((request) => createApi(services).fetch(request), cookies.get(given)!)
  const { body } = await hana<{ paths: Record<string, { get?: unknown }> }>('GET', '/openapi.json')
  const paths = Object.entries(body.paths).flatMap(([path, { get }]) => (get === undefined ? [] : [path]))
  const answers = new Map<string, string>()
  for (const path of paths) {
    for (const person of path.includes('{person}') ? people : ['']) {
      const real = path
        .replace('{person}', person)
        .replace('/api/courts/{court}', `/api${at}`)
        .replace('/rounds/{round}', of.slice(at.length))
      for (const query of ['', '?action=court.change', '?subjectKind=round', '?court=planted']) {
        if (query !== '' && !path.startsWith('/api/audit')) continue
        const answer = await fetch(new Request(`http://localhost${real}${query}`))
        answers.set(`${real}${query}`, await answer.text())
      }
    }
  }
  return answers
}

/** What the planner answers to questions about everybody's seats. */
async function questionsBy(given: (typeof readers)[keyof typeof readers]): Promise<Map<string, string>> {
  const cookie = await cookieOf(services.database.db, { ...given, seen: undefined } as never)
  const fetch = inSession((request) => createApi(services).fetch(request), cookie)
  const answers = new Map<string, string>()
  for (const [at, person] of people.entries())
    for (const unit of ['office', 'team']) {
      const seat = `${person}@${unit}/${['assistant', 'clerk', 'judge'][at % 3]}`
      const request = { method: 'POST', headers: { 'content-type': 'application/json', host: 'localhost' } }
      const body = JSON.stringify({ person, seat })
      const answer = await fetch(new Request(`http://localhost/api${of}/questions`, { ...request, body }))
      answers.set(`${of}/questions ${seat}`, await answer.text())
    }
  return answers
}

it.each(Object.entries(readers))('%s reads nothing private of anybody else', async (_, given) => {
  const answers = new Map([...(await answersFor(given)), ...(await questionsBy(given))])
  expect(answers.get(`/api${at}`)).toContain('"people"')
  const others = people.filter((person) => !(given.seen as readonly string[]).includes(person))
  expect([...answers.values()].join('')).not.toContain('hands over')
  for (const [address, text] of answers)
    for (const person of others) {
      for (const fact of [1, 2, 3, 4])
        expect(text.includes(day(person, fact)), `${address}: ${person}, fact ${fact}`).toBe(false)
      const words =
        'person' in given && people[(people.indexOf(person) + 3) % 6] === given.person ? [] : ['swaps', 'refused']
      for (const reason of ['pinned', 'vetoed', ...words])
        expect(text.includes(`${mark(person)} ${reason}`), `${address}: ${person} ${reason}`).toBe(false)
      for (const veiled of [
        `"person":"${person}","rank"`,
        `"person":"${person}","kind":"maternity"`,
        `"conflictUnits":["${mark(person)}"]`,
      ])
        expect(text.includes(veiled), `${address}: ${veiled}`).toBe(false)
    }
  const court = (JSON.parse(answers.get(`/api${at}`)!) as { court: Court }).court
  for (const person of court.people.filter(({ id }) => others.includes(id)))
    expect(person).toMatchObject({ underReview: false, lawyerRelative: false, worksWith: null, conflictUnits: [] })
  const near = (row: { first: string; second: string }) => [row.first, row.second].some((id) => !others.includes(id))
  expect(court.kinships.every(near)).toBe(true)
  expect([...court.preferences, ...court.wishAnswers].filter(({ person }) => others.includes(person))).toEqual([])
  // Of a message even the name is somebody else's.
  const inbox = answers.get('/api/messages')!
  for (const person of people.filter((id) => !('person' in given) || given.person !== id))
    expect(inbox, person).not.toMatch(new RegExp(`"${person}"|"${person.toUpperCase()}"|${mark(person)}`))
  expect(inbox.includes('"unread":0'), inbox).toBe(!('person' in given))
  expect(answers.get(`/api${of}`) ?? '').not.toContain('affinity')
  expect([...answers.values()].join('')).not.toMatch(/"kinship":|"exceptions":\[\{/)
})

it('tells staff the own facts whole', async () => {
  const answers = await answersFor(readers['staff who is Ann'])
  const court = (JSON.parse(answers.get(`/api${at}`)!) as { court: Court }).court
  const whole = planted()
  const own = <T extends { person: string }>(rows: readonly T[]): T[] => rows.filter(({ person }) => person === 'ann')
  expect(court.people.find(({ id }) => id === 'ann')).toEqual(whole.people.find(({ id }) => id === 'ann'))
  for (const list of ['leaves', 'preferences', 'wishAnswers', 'assignments'] as const)
    expect(own(court[list] as never)).toEqual(own(whole[list] as never))
  expect(answers.get(`/api${of}`)).toContain(`${mark('ann')} pinned`)
})

it('keeps a court from being saved by whoever was given less than all of it', async () => {
  for (const account of Object.values(readers)) {
    const cookie = await cookieOf(services.database.db, account as never)
    const ask = askOf(inSession((request) => createApi(services).fetch(request), cookie))
    const { body } = await ask<{ court: Court; version: number }>('GET', at)
    expect(await ask('PUT', at, body.court, ifMatch(body.version))).toMatchObject({ status: 403 })
    expect(await ask('PATCH', at, { kinships: [] }, ifMatch(body.version))).toMatchObject({ status: 403 })
  }
})

it('shows staff no round that is not kept, and no run', async () => {
  const { body } = await hana<{ round: Round }>('POST', `${at}/rounds`, { ...roundOn(), name: 'Draft' })
  const cookie = await cookieOf(services.database.db, { role: 'staff', court: 'planted', person: 'ann' })
  const ask = askOf(inSession((request) => createApi(services).fetch(request), cookie))
  const listed = await ask<{ round: Round }[]>('GET', `${at}/rounds`)
  expect(listed.body.map(({ round }) => round.name)).toEqual(['First round'])
  for (const path of ['', '/plan', '/runs/latest'])
    expect(await ask('GET', `${at}/rounds/${body.round.id}${path}`)).toMatchObject({
      status: 404,
      body: { code: 'round-not-found' },
    })
})

it('tells a head what the own divisions said in a review, and nobody else', async () => {
  const { body } = await hana<{ round: Round }>('POST', `${at}/rounds`, { ...roundOn(), name: 'Reviewed' })
  const path = `${at}/rounds/${body.round.id}`
  const plan: PlanData = { ann: 'ann@team/assistant', di: 'di@office/assistant' }
  await hana('PUT', `${path}/plan`, { plan, status: 'draft', origin: 'hand' }, ifMatch(0))
  await hana('PUT', `${path}/review`, { until: '2099-12-31' })
  const askAs = async (account: object): Promise<Ask> => {
    const cookie = await cookieOf(services.database.db, account as never)
    return askOf(inSession((request) => createApi(services).fetch(request), cookie))
  }
  const headOf = (division: string) => askAs({ role: 'head', court: 'planted', divisions: [division] })
  for (const division of ['office', 'civil']) {
    const move = { person: 'ann', from: 'ann@office/assistant', to: plan.ann }
    const answers = [{ ...move, verdict: 'object', reason: `private-of-${division}` }]
    const said = await (await headOf(division))('POST', `${path}/review/answers`, { division, answers })
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    expect(JSON.stringify(said.body)).not.toContain(division === 'civil' ? 'private-of-office' : 'private-of-civil')
  }
  const read = async (ask: Ask) => JSON.stringify((await ask('GET', `${path}/review`)).body)
  expect(await read(await headOf('civil'))).not.toContain('private-of-office')
  expect(await read(await headOf('civil'))).toContain('private-of-civil')
  for (const role of ['leader', 'staff'])
    expect(await read(await askAs({ role, court: 'planted', person: role === 'staff' ? 'ann' : null }))).toContain(
      'not-permitted',
    )
  expect(await read(await askAs({ role: 'administrator', court: null }))).not.toContain('private-of')
  const log = await (await askAs({ role: 'administrator', court: null }))('GET', '/audit?action=review.answer')
  expect(JSON.stringify(log.body)).not.toMatch(/private-of|"ann"/)
})

it('tells of a hand-over the person, HR and the heads of the two divisions alone', async () => {
  const off = rules.map(({ id }) => ({ id, weight: 'off' as const }))
  const given = { ...roundOn(), name: 'Moves', rules: off }
  const { body } = await hana<{ round: Round }>('POST', `${at}/rounds`, given)
  const path = `${at}/rounds/${body.round.id}`
  // Di goes from the team to the office, Bo the other way.
  const moves = { bo: 'bo@team/clerk', di: 'di@office/assistant' }
  const stay = { ann: 'ann@office/assistant', cy: 'cy@office/judge', ed: 'ed@team/clerk', flo: 'flo@team/judge' }
  const plan: PlanData = { ...stay, ...moves }
  const kept = await hana('PUT', `${path}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(0))
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  for (const person of Object.keys(moves)) {
    const draft = { ...emptyHandover, own: [{ text: `${mark(person)} drawer`, ticked: false }] }
    expect((await hana('PUT', `${path}/handovers/${person}`, draft, ifMatch(0))).status).toBe(200)
  }
  const told = async (account: object): Promise<string[]> => {
    const cookie = await cookieOf(services.database.db, { court: 'planted', ...account } as never)
    const ask = askOf(inSession((request) => createApi(services).fetch(request), cookie))
    const text = JSON.stringify((await ask('GET', `${path}/handovers`)).body)
    return people.filter((person) => text.includes(mark(person)))
  }
  expect(await told({ role: 'hr' })).toEqual(['bo', 'di'])
  expect(await told({ role: 'head', divisions: ['civil'] })).toEqual(['bo', 'di'])
  expect(await told({ role: 'head', divisions: ['office'] })).toEqual(['bo', 'di'])
  expect(await told({ role: 'head', divisions: [mark('ann')] })).toEqual([])
  expect(await told({ role: 'staff', person: 'bo' })).toEqual(['bo'])
  expect(await told({ role: 'staff', person: 'ed' })).toEqual([])
  expect(await told({ role: 'leader' })).toEqual([])
  expect(await told({ role: 'administrator' })).toEqual([])
})

it('leaves Have as it is, whoever reads the court and on whatever day', () => {
  const whole = planted()
  const account = fc.record({
    role: fc.constantFrom<Account['role']>('staff', 'head', 'leader', 'administrator'),
    person: fc.constantFrom(null, ...people),
    divisions: fc.constantFrom<string[]>(['civil'], ['office'], []),
  })
  const leave = fc.record({
    person: fc.constantFrom(...people),
    kind: fc.constantFrom<Court['leaves'][number]['kind']>('sick', 'study', 'other', 'secondment', 'annual', 'nursing'),
    from: fc.integer({ min: 1, max: 28 }).map((on) => `2027-01-${String(on).padStart(2, '0')}`),
    until: fc.constantFrom(null, '2027-02-01', '2027-02-20', '2027-04-30'),
    consents: fc.boolean(),
  })
  fc.assert(
    fc.property(account, fc.array(leave, { maxLength: 8 }), (given, leaves) => {
      const court = { ...whole, leaves }
      const told = courtFor({ ...given, id: 'a', username: 'a', name: 'A', court: court.id, mustChange: false }, court)
      for (const on of ['2027-01-15', '2027-02-10', '2027-04-01']) expect(haveOn(told, on)).toEqual(haveOn(court, on))
    }),
    { numRuns: 200 },
  )
})
