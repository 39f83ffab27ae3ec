import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  courtFile,
  defineProblem,
  presentPlan,
  problemOf,
  readPlan,
  writePlan,
  type Court,
  type PlanData,
  type Round,
} from '../../src/domain'
import { loadSolver } from '../../src/planner/highs'
import { Watch } from '../../src/planner/watch'
import { WhatIf } from '../../src/planner/what-if'
import { putInForce, reasonsOf } from '../../src/rules'
import { createApi } from '../../src/server/api'
import type { Services } from '../../src/server/services'
import { askOf, ifMatch, inHr, openDatabase, servicesOn, type Ask } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

/** Ann could come to the team, where her spouse Dan is the judge, and wants to the criminal division; Bo is on probation until summer, Eve under review. */
const asked = (): Court => {
  const court = smallCourt('asked')
  return courtFile.parse({
    ...court,
    departments: [...court.departments, { id: 'criminal', name: 'Criminal division', kind: 'trial' }],
    posts: [
      ...court.posts,
      { unit: 'criminal', role: 'judge' },
      { unit: 'criminal', role: 'assistant', fixed: 1 },
      { unit: 'criminal', role: 'clerk', fixed: 1 },
    ],
    people: [
      { id: 'ann', name: 'Ann', role: 'assistant', joined: '2012-05-01' },
      { id: 'bo', name: 'Bo', role: 'clerk', joined: '2026-06-01', probationUntil: '2027-05-31' },
      { id: 'cy', name: 'Cy', role: 'clerk', joined: '2010-05-01' },
      { id: 'dan', name: 'Dan', role: 'judge', joined: '2010-05-01' },
      { id: 'eve', name: 'Eve', role: 'clerk', joined: '2010-05-01', underReview: true },
    ],
    assignments: [
      { person: 'ann', unit: 'office', role: 'assistant', from: '2018-01-01' },
      { person: 'bo', unit: 'office', role: 'clerk', from: '2026-06-01' },
      { person: 'cy', unit: 'office', role: 'clerk', from: '2018-01-01' },
      { person: 'dan', unit: 'team', role: 'judge', from: '2018-01-01' },
      { person: 'eve', unit: 'office', role: 'clerk', from: '2018-01-01' },
    ],
    kinships: [{ first: 'dan', second: 'ann', kind: 'spouse' }],
    preferences: [{ person: 'ann', rank: 1, unit: 'criminal', role: null }],
  })
}
const noFloor = ['donor-floor', 'release-to-front-line'].map((id) => ({ id, weight: 'off' as const }))

let services: Services
let hana: Ask
const as: Record<'ann' | 'bo' | 'cy' | 'head', Ask> = {} as never
let of = ''
let whatIf: WhatIf
let plan: PlanData

type Answer =
  | { kind: 'price'; goals: { goal: string; now: number; then: number }[]; others: number }
  | { kind: 'forbidden'; rules: { rule: string; facts: Record<string, unknown> }[]; withheld: boolean }
type Places = { seat: string; rules: { rule: string; facts: object }[]; withheld: boolean; from: string | null }[]
const question = async (ask: Ask, person: string, seat: string): Promise<Answer> =>
  (await ask<Answer>('POST', `${of}/questions`, { person, seat })).body

beforeAll(async () => {
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  hana = askOf(await inHr(services))
  await hana('POST', '/courts', { source: 'file', court: { ...asked(), cases: [] } })
  const given = { ...roundOn(), rules: noFloor }
  const { body } = await hana<{ round: Round }>('POST', '/courts/asked/rounds', given)
  of = `/courts/asked/rounds/${body.round.id}`
  const problem = defineProblem(problemOf(asked(), body.round))
  plan = { ...writePlan(problem, presentPlan(problem)), ann: 'ann@criminal/assistant', cy: 'cy@criminal/clerk' }
  whatIf = new WhatIf(await loadSolver(), problem, putInForce(problem, body.round), readPlan(problem, plan))
  const kept = await hana('PUT', `${of}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(0))
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  const inSessionOf = async (facts: object): Promise<Ask> => {
    const cookie = await cookieOf(services.database.db, { court: 'asked', ...facts } as never)
    return askOf(inSession((request) => createApi(services).fetch(request), cookie))
  }
  for (const person of ['ann', 'bo', 'cy'] as const) as[person] = await inSessionOf({ role: 'staff', person })
  as.head = await inSessionOf({ role: 'head', divisions: ['criminal'] })
})
afterAll(async () => {
  await services.desk.close()
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
})

describe('questions about a plan', () => {
  it('have the planner’s own price, and how many others would move, but not who', async () => {
    const answer = await question(as.cy, 'cy', 'cy@team/clerk')
    const own = await whatIf.taking(whatIf.problem.seat.get('cy@team/clerk')!, new Watch(whatIf.problem, {}))
    if (own.kind !== 'price') throw new Error(own.kind)
    const others = own.changed.filter((person) => person !== 'cy').length
    expect(answer).toEqual({ kind: 'price', goals: own.goals, others })
    expect(await question(hana, 'cy', 'cy@team/clerk')).toEqual(answer)
  })

  it('are refused with rules about oneself, which name nobody else, and with the mark that others are withheld', async () => {
    const mine = await question(as.ann, 'ann', 'ann@team/assistant')
    if (mine.kind !== 'forbidden') throw new Error(JSON.stringify(mine))
    expect(mine.rules.map(({ rule }) => rule)).toContain('relatives-apart')
    expect(JSON.stringify(mine)).not.toContain('dan')
    // What keeps Dan where he is concerns Dan.
    expect(mine.withheld).toBe(true)
    const whole = await question(hana, 'ann', 'ann@team/assistant')
    if (whole.kind !== 'forbidden') throw new Error(JSON.stringify(whole))
    expect(JSON.stringify(whole.rules)).toContain('"dan"')
  })

  it('tell why one moves: what the whole court gives, to staff of themselves and without what is about others', async () => {
    const all = reasonsOf(whatIf.problem, whatIf.inForce, whatIf.plan)
    const whole = Object.fromEntries([...all].map(([person, reasons]) => [person, { reasons, withheld: false }]))
    expect((await hana('GET', `${of}/reasons`)).body).toEqual(whole)
    expect(Object.keys(whole).toSorted()).toEqual(['ann', 'cy'])
    const told = (await as.ann<typeof whole>('GET', `${of}/reasons`)).body
    expect(Object.keys(told)).toEqual(['ann'])
    expect(told.ann!.reasons.map(({ of: rule, kind, amount }) => [rule, kind, amount])).toEqual(
      whole.ann!.reasons.map(({ of: rule, kind, amount }) => [rule, kind, amount]),
    )
    expect(JSON.stringify(told)).not.toMatch(/"(dan|bo|eve|cy)"/)
    expect((await as.bo('GET', `${of}/reasons`)).body).toEqual({})
  })

  it('tell where else one could be, what forbids it by itself, and from when it no longer would', async () => {
    const { body } = await as.bo<Places>('GET', `${of}/people/bo/places`)
    expect(body.map(({ seat }) => seat).toSorted()).toEqual(['bo@criminal/clerk', 'bo@office/clerk', 'bo@team/clerk'])
    const team = body.find(({ seat }) => seat === 'bo@team/clerk')!
    expect(team).toMatchObject({ rules: [{ rule: 'probation-completed', facts: { person: 'bo' } }], withheld: false })
    // Half a year after the round, 4 January 2027, the probation is over.
    expect(team.from).toBe('2027-07-04')
    expect(body.find(({ seat }) => seat === 'bo@office/clerk')).toMatchObject({ rules: [], from: null })
    const anns = (await as.ann<Places>('GET', `${of}/people/ann/places`)).body
    expect(anns.find(({ seat }) => seat === 'ann@team/assistant')).toMatchObject({ rules: [], from: null })
  })

  it('are a head’s about those who come to the division, without what is private of them', async () => {
    const told = (await as.head<Record<string, { withheld: boolean }>>('GET', `${of}/reasons`)).body
    expect(told.ann!.withheld).toBe(true)
    expect(JSON.stringify(Object.values(told))).not.toMatch(/"ann"|"dan"|wishes/)
    const refused = await question(as.head, 'ann', 'ann@team/assistant')
    expect(refused).toMatchObject({ kind: 'forbidden', withheld: true })
    expect(JSON.stringify(refused)).not.toMatch(/relatives|dan/)
    // That she wants to come would show in what it costs if she stays.
    const goalsOf = async (ask: Ask): Promise<string[]> => {
      const price = await question(ask, 'ann', 'ann@office/assistant')
      if (price.kind !== 'price') throw new Error(JSON.stringify(price))
      return price.goals.map(({ goal }) => goal)
    }
    const whole = await goalsOf(hana)
    expect(whole).toEqual(expect.arrayContaining(['wishes', 'burden']))
    expect(await goalsOf(as.head)).toEqual(whole.filter((goal) => goal !== 'wishes' && goal !== 'burden'))
    expect(await as.head('GET', `${of}/people/bo/places`)).toMatchObject({
      status: 404,
      body: { code: 'person-not-found' },
    })
  })

  it('are answered with what is wrong where there is no plan, or one of another court', async () => {
    const { body } = await hana<{ round: Round }>('POST', '/courts/asked/rounds', { ...roundOn(), rules: noFloor })
    const other = `/courts/asked/rounds/${body.round.id}`
    const about = { person: 'ann', seat: 'ann@team/assistant' }
    expect(await hana('POST', `${other}/questions`, about)).toMatchObject({ status: 409, body: { code: 'no-plan' } })
    await hana('PUT', `${other}/plan`, { plan, status: 'draft', origin: 'hand' }, ifMatch(0))
    const { version } = (await hana<{ version: number }>('GET', '/courts/asked')).body
    const posts = asked().posts.filter(({ unit, role }) => unit !== 'criminal' || role !== 'assistant')
    await hana('PATCH', '/courts/asked', { posts }, ifMatch(version))
    expect(await hana('POST', `${other}/questions`, about)).toMatchObject({
      status: 409,
      body: { code: 'plan-outdated' },
    })
    await hana('PATCH', '/courts/asked', { posts: asked().posts }, ifMatch(version + 1))
    expect(await hana('POST', `${other}/questions`, about)).toMatchObject({ status: 200 })
  })
})
