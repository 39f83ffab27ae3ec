import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  courtFile,
  defineProblem,
  emptyHandover,
  presentPlan,
  problemOf,
  smallestGroup,
  writePlan,
  type Court,
  type Demand,
  type Facts,
  type Handover,
  type Round,
  type RuleSetting,
} from '../../src/domain'
import { rules } from '../../src/rules'
import { createApi } from '../../src/server/api'
import type { Services } from '../../src/server/services'
import { Dice } from '../planner/random'
import { speaker, textsOf } from '../spoken'
import { askOf, ifMatch, inHr, openDatabase, servicesOn, type Ask, type Answer } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

/**
 * Courts and plans are drawn, and everybody asks, as staff, all that staff may: each answer is put in the sentences that
 * the app makes of it, in both languages, and none of them tells of anybody else by name, or what is private of them.
 */
const people = ['qa', 'qb', 'qc', 'qd', 'qe', 'qf', 'qg', 'qh']
const nameOf = (person: string): string => `Xavier-${person}`
/** What stands nowhere else: a day of a leave, and words. */
const leaveOf = (person: string): string => `2031-03-${11 + people.indexOf(person)}`
const wordsOf = (person: string): string => `${person}-confides`

function drawnCourt(id: string, dice: Dice): Court {
  const court = smallCourt(id)
  const pairs = people.flatMap((first, at) => people.slice(at + 1).map((second) => ({ first, second })))
  const roleOf = (at: number) => (['assistant', 'clerk', 'judge'] as const)[at % 3]!
  return courtFile.parse({
    ...court,
    departments: [...court.departments, { id: 'criminal', name: 'Criminal division', kind: 'trial' }],
    posts: [
      ...court.posts,
      ...['judge', 'assistant', 'clerk'].map((role) => ({ unit: 'criminal', role, fixed: dice.whole(0, 2) })),
    ],
    people: people.map((person, at) => ({
      ...{ id: person, name: nameOf(person), role: roleOf(at) },
      joined: dice.chance(0.2) ? '2026-06-01' : '2012-05-01',
      underReview: dice.chance(0.2),
      lawyerRelative: dice.chance(0.2),
      leader: dice.chance(0.2),
      mentor: dice.chance(0.2) ? people[(at + 1) % people.length] : null,
      worksWith: dice.chance(0.2) ? people[(at + 2) % people.length] : null,
    })),
    assignments: people.map((person, at) => ({
      ...{ person, role: roleOf(at), from: dice.pick(['2014-01-01', '2018-01-01', '2025-12-01']) },
      unit: roleOf(at) === 'judge' ? dice.pick(['team', 'criminal']) : dice.pick(['office', 'team', 'criminal']),
    })),
    kinships: dice
      .some(pairs, 0.2)
      .map((pair) => ({ ...pair, kind: dice.pick(['spouse', 'lineal', 'collateral', 'affinity']) })),
    leaves: dice.some(people, 0.4).map((person) => ({
      ...{ person, from: '2026-11-02', until: leaveOf(person) },
      kind: dice.pick(['sick', 'pregnancy', 'maternity', 'medical']),
    })),
    preferences: dice
      .some(people, 0.7)
      .map((person) => ({ person, rank: 1, unit: dice.pick(['team', 'criminal']), role: null })),
    cases: [],
  })
}

const languages = ['zh-CN', 'en'] as const
const itself = (id: string): string => id
const sayIn = languages.map((language) =>
  speaker(language, { person: nameOf, department: itself, unit: itself, post: itself, role: itself }),
)
/** The first of these keys that has a text, in both languages. */
const spoken = (keys: readonly string[], facts: Facts): string[] =>
  sayIn.map((say) => {
    const text = keys.map((key) => say(key, facts)).find((found) => found !== undefined)
    expect(text, keys.join(' or ')).toBeDefined()
    return text!
  })
const kinshipWords = languages.flatMap((each) => Object.values(textsOf(each).kinship as Record<string, string>))

let services: Services
let hana: Ask
beforeAll(async () => {
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  hana = askOf(await inHr(services))
})
afterAll(async () => {
  await services.desk.close()
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
})

/** A kept plan in which some have moved; rules that it breaks warn in this round. Returns the round's address. */
async function keptRound(court: Court, dice: Dice): Promise<string> {
  const at = `/courts/${court.id}`
  expect((await hana('POST', '/courts', { source: 'file', court })).status).toBe(201)
  const { body } = await hana<{ round: Round }>('POST', `${at}/rounds`, roundOn())
  const of = `${at}/rounds/${body.round.id}`
  const problem = defineProblem(problemOf(court, body.round))
  const moved = dice.some(problem.people, 0.5).map(({ id }) => [id, dice.pick(problem.seatsOf(id)).id])
  const plan = { ...writePlan(problem, presentPlan(problem)), ...(Object.fromEntries(moved) as Record<string, string>) }
  const warned = new Set<string>()
  for (let version = 1; ; version++) {
    const kept = await hana<{ broken?: { rule: string }[] }>(
      'PUT',
      `${of}/plan`,
      { plan, status: 'kept', origin: 'hand' },
      ifMatch(0),
    )
    if (kept.status === 200) return of
    for (const { rule } of kept.body.broken!) warned.add(rule)
    const settings = [...warned].map((id): RuleSetting => ({ id, weight: 'warn' }))
    const next = { ...roundOn(), id: body.round.id, rules: settings }
    expect((await hana('PUT', of, next, ifMatch(version))).status).toBe(200)
  }
}

type Told = { rule: string; facts: Facts }
const seen = {
  swaps: new Set<string>(),
  handovers: 0,
  reasons: 0,
  rules: new Set<string>(),
  errors: new Set<string>(),
  answers: 0,
  sentences: 0,
}

/** Asks all that a person may, and what they may not; gives the bytes of every answer and the sentences made of them. */
async function toldTo(person: string, court: Court, of: string): Promise<{ sentences: string[]; answers: string[] }> {
  const cookie = await cookieOf(services.database.db, { role: 'staff', court: court.id, person })
  const ask = askOf(inSession((request) => createApi(services).fetch(request), cookie))
  const sentences: string[] = []
  const answers: string[] = []
  const get = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const answer = await ask<T>(method, path, body, ifMatch(1))
    answers.push(JSON.stringify(answer.body))
    seen.answers++
    const { code, facts } = (answer.body ?? {}) as { code?: string; facts?: Facts }
    if (code !== undefined) {
      seen.errors.add(code)
      for (const part of ['what', 'why', 'do']) sentences.push(...spoken([`errors.${code}.${part}`], facts ?? {}))
    }
    return answer
  }
  const saysNot = ({ rule, facts }: Told): void => {
    seen.rules.add(rule)
    sentences.push(...spoken([`rules.${rule}.staffNot`, `rules.${rule}.staff`], facts))
  }
  type Reasons = Record<string, { reasons: { of: string; kind: string; facts: Facts }[] }>
  const why = (await get<Reasons>('GET', `${of}/reasons`)).body
  expect(Object.keys(why).filter((each) => each !== person)).toEqual([])
  for (const reason of (why[person]?.reasons ?? []).filter(({ kind }) => kind === 'because')) {
    seen.reasons++
    sentences.push(...spoken([`rules.${reason.of}.staff`, `goals.${reason.of}.staff`], reason.facts))
  }
  const places = await get<{ seat: string; rules: Told[] }[]>('GET', `${of}/people/${person}/places`)
  for (const each of places.body) each.rules.forEach(saysNot)
  for (const { seat } of places.body.slice(0, 3)) {
    const answer = await get<{ kind: string; rules?: Told[] }>('POST', `${of}/questions`, { person, seat })
    answer.body.rules?.forEach(saysNot)
  }
  // With whomever one would swap: what forbids it because of them is not told, nor what it comes to for them.
  for (const other of people.filter((each) => each !== person).slice(0, 4)) {
    const swap = await get<{ kind?: string; rules?: Told[]; goals?: { goal: string }[] }>('POST', `${of}/swaps/check`, {
      person,
      other,
    })
    if (swap.body.kind !== undefined) seen.swaps.add(swap.body.kind)
    swap.body.rules?.forEach(saysNot)
    expect(swap.body.goals?.map(({ goal }) => goal) ?? []).not.toEqual(expect.arrayContaining(['wishes']))
  }
  const at = `/courts/${court.id}`
  const demand = await get<Demand[]>('GET', `${at}/demand`)
  expect(demand.body.every(({ wishes }) => wishes >= smallestGroup)).toBe(true)
  const own = await get<{ objections: { id: string; person: string }[] }>('GET', `${of}/objections`)
  expect(own.body.objections.every((each) => each.person === person)).toBe(true)
  await get('GET', `${at}/people/${person}/wishes`)
  seen.handovers += (await get<Handover[]>('GET', `${of}/handovers`)).body.length
  // What is somebody else's is refused, and the refusal tells nothing either.
  const other = people.find((each) => each !== person)!
  const { objections } = (await hana<{ objections: { id: string; person: string }[] }>('GET', `${of}/objections`)).body
  const filed = objections.find((each) => each.person !== person)!
  for (const [method, path, body] of [
    ['POST', `${of}/objections`, { person, text: 'Once more' }],
    ['POST', `${of}/objections/${filed.id}/withdrawal`],
    ['POST', `${of}/objections/${filed.id}/answer`, { state: 'upheld', answer: 'Mine' }],
    ['POST', `${of}/questions`, { person, seat: `${person}@nowhere/judge` }],
    ['PUT', `${of}/plan`, { plan: {}, status: 'kept', origin: 'hand' }],
    ['PUT', `${of}/handovers/${other}`, emptyHandover],
    ['POST', `${of}/handovers/${person}/confirmation`],
    ['GET', `${at}/retention`],
    ['GET', `${of}/decision`],
    ['PATCH', at, { kinships: [] }],
  ] as const)
    await get(method, path, body)
  for (const path of [`${at}/people/${other}/wishes`, `${of}/people/${other}/places`]) {
    const refused = await get('GET', path)
    expect(refused).toMatchObject({ status: 404, body: { code: 'person-not-found', facts: { person: other } } })
    // It says the id again that was asked for, and nothing else.
    answers.pop()
    sentences.splice(-6)
  }
  return { sentences, answers }
}

describe('what staff are told', () => {
  it.each([11, 12, 13, 14, 15, 16])('names nobody else and nothing private of them (court %i)', async (seed) => {
    const dice = new Dice(seed)
    const court = drawnCourt(`leak-${seed}`, dice)
    const of = await keptRound(court, dice)
    for (const person of people) {
      const said = {
        posts: [],
        categories: [],
        stay: wordsOf(person),
        together: people.find((each) => each !== person)!,
      }
      const wishes = `/courts/${court.id}/people/${person}/wishes`
      expect((await hana('PUT', wishes, said, ifMatch(0))).status).toBe(200)
      expect((await hana('POST', `${of}/objections`, { person, text: wordsOf(person) })).status).toBe(201)
    }
    for (const { person } of (await hana<Handover[]>('GET', `${of}/handovers`)).body) {
      const own = [{ text: wordsOf(person), ticked: true }]
      const written = await hana('PUT', `${of}/handovers/${person}`, { ...emptyHandover, own }, ifMatch(0))
      expect(written.status).toBe(200)
    }
    for (const person of people) {
      const { sentences, answers } = await toldTo(person, court, of)
      seen.sentences += sentences.length
      const partner = people.find((each) => each !== person)!
      for (const other of people.filter((each) => each !== person)) {
        for (const told of [...sentences, ...answers]) {
          for (const secret of [nameOf(other), leaveOf(other), wordsOf(other)])
            expect(told.includes(secret), `${person} reads ${secret}: ${told}`).toBe(false)
        }
        // One's own wish says with whom; nothing else holds anybody's id.
        for (const told of answers.filter((text) => other !== partner || !text.includes('"together"')))
          expect(told.includes(`"${other}"`) || told.includes(`${other}@`), `${person} reads ${other}: ${told}`).toBe(
            false,
          )
      }
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/undefined|\[object|[{}]/)
        for (const word of kinshipWords) expect(sentence.includes(word), sentence).toBe(false)
      }
    }
  })

  it('was asked enough to know', () => {
    expect(seen.reasons).toBeGreaterThan(30)
    expect(seen.handovers).toBeGreaterThan(10)
    expect(seen.sentences).toBeGreaterThan(1000)
    expect([...seen.rules]).toEqual(
      expect.arrayContaining([
        'relatives-apart',
        'on-leave',
        'spouse-lawyer',
        'not-under-investigation',
        'probation-completed',
      ]),
    )
    expect(seen.rules.size).toBeGreaterThan(4)
    expect([...seen.swaps].toSorted()).toEqual(['forbidden', 'price'])
    expect([...seen.errors]).toEqual(
      expect.arrayContaining([
        'objection-open',
        'objection-not-found',
        'handover-not-found',
        'handover-open',
        'not-permitted',
        'person-not-found',
        'seat-unknown',
      ]),
    )
    expect(rules.length).toBeGreaterThan(seen.rules.size)
  })

  it.each(languages)('has no place for anybody’s name in what their pages say (%s)', (language) => {
    /** Said to HR, or of the person whose page or letter it is. */
    const toHr = new Set(['me.titleOf', 'objections.answerTo', 'objections.done', 'messages.mail.hello'])
    /** Said to HR and to heads of whom they may read, or of the colleague that the person chose. */
    for (const key of ['openOf', 'closeOf', 'toBoth']) toHr.add(`handovers.${key}`)
    const asked = (text: unknown, key: string): [string, string][] =>
      typeof text === 'string'
        ? [...text.matchAll(/\{(\w+)\}/g)].map(([, word]) => [key, word!])
        : Object.entries(text as object).flatMap(([part, each]) => asked(each, `${key}.${part}`))
    const texts = textsOf(language)
    const places = ['me', 'wishes', 'objections', 'handovers', 'messages'].flatMap((part) => asked(texts[part], part))
    expect(places.length).toBeGreaterThan(30)
    const naming = ['name', 'person', 'people', 'first', 'second', 'kinship', 'mentor', 'other']
    expect(places.filter(([key, word]) => naming.includes(word) && !toHr.has(key))).toEqual([])
    // The days for one's own calendar tell of the round and the posts alone.
    const calendar = places.filter(([key]) => key.startsWith('me.next.calendar')).map(([, word]) => word)
    expect(new Set(calendar)).toEqual(new Set(['round', 'from', 'to']))
  })
})
