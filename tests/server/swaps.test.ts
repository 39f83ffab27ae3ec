import { beforeAll, expect, it } from 'vitest'
import { dateOf, type Court, type Message, type PlanData, type Round, type Swap } from '../../src/domain'
import { afterWorkingDays } from '../../src/domain/working-days'
import { createApi } from '../../src/server/api'
import type { DecisionFile } from '../../src/server/decision-file'
import { verifyDecision } from '../../src/server/verify-decision'
import { askOf, ifMatch, onBothEngines, type Ask } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

const plan: PlanData = {
  ann: 'ann@office/assistant',
  bo: 'bo@office/clerk',
  cy: 'cy@team/judge',
  di: 'di@team/clerk',
  ed: 'ed@team/clerk',
}
const today = dateOf(new Date())
const since = { from: '2018-01-01' }
type Told = { kind: string; goals?: { goal: string }[]; rules?: { rule: string; facts: object }[]; withheld?: boolean }
type Plan = { plan: PlanData; version: number; status: string; certificate: { keeps: boolean } }

onBothEngines('swaps', (opened) => {
  let at = ''
  let of = ''
  let courts = 0
  let hr: Ask
  let bo: Ask
  let di: Ask
  let ed: Ask
  beforeAll(() => void (hr = opened().ask))

  /** A court with three clerks, one of them in the office, and a round whose plan is kept as they stand. */
  async function begin(more: Partial<Court> = {}, round: Partial<Round> = {}): Promise<void> {
    const small = smallCourt(`swaps-${++courts}`)
    const clerk = (id: string) => ({ id, name: id.toUpperCase(), role: 'clerk', joined: '2014-05-01' })
    const court = {
      ...small,
      people: [...small.people, clerk('di'), clerk('ed')],
      assignments: [
        ...small.assignments,
        { person: 'di', unit: 'team', role: 'clerk', ...since },
        { person: 'ed', unit: 'team', role: 'clerk', ...since },
      ],
      ...more,
    }
    at = `/courts/${court.id}`
    expect((await hr('POST', '/courts', { source: 'file', court })).status).toBe(201)
    const off = ['release-to-front-line', 'must-rotate'].map((id) => ({ id, weight: 'off' as const }))
    const { body } = await hr<{ round: Round }>('POST', `${at}/rounds`, { ...roundOn(), rules: off, ...round })
    of = `${at}/rounds/${body.round.id}`
    const kept = await hr('PUT', `${of}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(0))
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
    bo = await signIn({ role: 'staff', person: 'bo' })
    di = await signIn({ role: 'staff', person: 'di' })
    ed = await signIn({ role: 'staff', person: 'ed' })
  }
  async function signIn(account: object): Promise<Ask> {
    const cookie = await cookieOf(opened().database.db, { court: at.split('/')[2], ...account } as never)
    const services = opened() as never
    return askOf(inSession((request) => createApi(services).fetch(request), cookie))
  }
  const check = (ask: Ask, person: string, other: string) => ask<Told>('POST', `${of}/swaps/check`, { person, other })
  const request = (ask = bo, person = 'bo', other = 'di', text = 'My child is ill') =>
    ask<Swap>('POST', `${of}/swaps`, { person, other, text })
  const answer = (ask: Ask, { id }: Swap, state: string) => ask<Swap>('POST', `${of}/swaps/${id}/answer`, { state })
  const decide = (ask: Ask, { id }: Swap, state: string, words = '') =>
    ask<Swap>('POST', `${of}/swaps/${id}/decision`, { state, answer: words })
  const list = async (ask: Ask) =>
    (await ask<{ open: boolean; until: string; swaps: Swap[] }>('GET', `${of}/swaps`)).body
  const planNow = async () => (await hr<Plan>('GET', `${of}/plan`)).body
  const toldLast = async (ask: Ask) => {
    const { messages } = (await ask<{ messages: Message[] }>('GET', '/messages?size=5')).body
    return messages.map(({ said }) => said)
  }

  it('are asked for, agreed, and accepted into a kept plan of a new version', async () => {
    await begin()
    expect(await list(bo)).toEqual({ open: true, until: afterWorkingDays(today, 5), swaps: [] })
    expect((await check(bo, 'bo', 'di')).body.kind).toBe('price')
    const asked = await request()
    expect(asked).toMatchObject({
      status: 201,
      body: { person: 'bo', other: 'di', state: 'asked', plan: 1, askedOn: today, text: 'My child is ill' },
    })
    expect((await toldLast(di))[0]).toEqual({ kind: 'swap-asked', facts: { round: 'First round' } })
    expect(await decide(hr, asked.body, 'accepted')).toMatchObject({ status: 409, body: { code: 'swap-not-agreed' } })
    expect(await answer(di, asked.body, 'agreed')).toMatchObject({
      status: 200,
      body: { state: 'agreed', answeredOn: today, settledOn: null },
    })
    expect((await toldLast(bo))[0]).toMatchObject({ kind: 'swap-answered', facts: { state: 'agreed' } })
    expect(await decide(hr, asked.body, 'accepted', 'Both teams agree')).toMatchObject({
      status: 200,
      body: { state: 'accepted', answer: 'Both teams agree', settledOn: today },
    })
    expect(await planNow()).toMatchObject({
      version: 2,
      status: 'kept',
      origin: 'hand',
      certificate: { keeps: true },
      plan: { ...plan, bo: 'bo@team/clerk', di: 'di@office/clerk' },
    })
    const { round } = (await hr<{ round: Round }>('GET', of)).body
    expect(round.decisions).toEqual([
      { kind: 'pin', person: 'bo', seat: 'bo@team/clerk', reason: 'Both teams agree' },
      { kind: 'pin', person: 'di', seat: 'di@office/clerk', reason: 'Both teams agree' },
    ])
    const file = (await hr<DecisionFile>('GET', `${of}/decision`)).body
    expect(file.inputs.problem.decisions).toEqual(round.decisions)
    expect(file.moves.map(({ person, to }) => [person, to])).toEqual([
      ['bo', 'bo@team/clerk'],
      ['di', 'di@office/clerk'],
    ])
    expect(await verifyDecision(file)).toMatchObject({ inputs: true, certificate: true, lists: true })
    // Both are told that it is settled, and of the move that it makes.
    for (const ask of [bo, di])
      expect((await toldLast(ask)).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['swap-settled', 'move-planned']),
      )
    // What is decided by people stands: the same two cannot swap back by themselves.
    expect(await check(bo, 'bo', 'di')).toMatchObject({ body: { kind: 'forbidden' } })
    expect((await check(bo, 'bo', 'di')).body.rules!.map(({ rule }) => rule)).toEqual(['fixed-by-decision'])
  })
  it('are refused with words that the two read, and with none that nobody would', async () => {
    await begin()
    const { body } = await request()
    await answer(di, body, 'agreed')
    expect(await decide(hr, body, 'refused', ' ')).toMatchObject({ status: 422 })
    expect(await decide(hr, body, 'refused', 'The registry needs Bo')).toMatchObject({ status: 200 })
    for (const ask of [bo, di])
      expect((await list(ask)).swaps).toMatchObject([{ state: 'refused', answer: 'The registry needs Bo' }])
    expect((await planNow()).version).toBe(1)
    expect(await decide(hr, body, 'accepted')).toMatchObject({ status: 409, body: { code: 'swap-settled' } })
    expect((await request()).status).toBe(201)
  })
  it('are declined by the other, and taken back by whoever asked until HR has decided', async () => {
    await begin()
    const first = (await request()).body
    expect(await answer(di, first, 'declined')).toMatchObject({ body: { state: 'declined', settledOn: today } })
    expect(await answer(di, first, 'agreed')).toMatchObject({ status: 409, body: { code: 'swap-settled' } })
    const second = (await request()).body
    expect(await request()).toMatchObject({ status: 409, body: { code: 'swap-open' } })
    await answer(di, second, 'agreed')
    expect(await answer(di, second, 'declined')).toMatchObject({ status: 409, body: { code: 'swap-answered' } })
    expect(await bo('POST', `${of}/swaps/${second.id}/withdrawal`)).toMatchObject({ body: { state: 'withdrawn' } })
    expect((await toldLast(di))[0]).toMatchObject({ kind: 'swap-settled', facts: { state: 'withdrawn' } })
    expect((await toldLast(bo))[0]).not.toMatchObject({ facts: { state: 'withdrawn' } })
    expect(await decide(hr, second, 'accepted')).toMatchObject({ status: 409, body: { code: 'swap-settled' } })
  })
  it('are void once the plan is another, and the others too once one is accepted', async () => {
    await begin()
    const first = (await request()).body
    const second = (await request(ed, 'ed', 'bo', '')).body
    await answer(di, first, 'agreed')
    await decide(hr, first, 'accepted')
    expect((await list(ed)).swaps).toMatchObject([{ id: second.id, state: 'void', settledOn: today }])
    expect((await toldLast(ed))[0]).toMatchObject({ kind: 'swap-settled', facts: { state: 'void' } })
    // Di was moved by a decision, which stands.
    expect(await request(ed, 'ed', 'di')).toMatchObject({ status: 409, body: { code: 'swap-forbidden' } })
  })
  it('are void once HR saves another plan', async () => {
    await begin()
    const { body } = await request()
    await hr('PUT', `${of}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(1))
    expect((await list(bo)).swaps).toMatchObject([{ id: body.id, state: 'void' }])
    expect(await answer(di, body, 'agreed')).toMatchObject({ status: 409, body: { code: 'swap-settled' } })
  })
  it('are asked only while there is time, of a kept plan, with somebody who fits', async () => {
    await begin()
    expect(await request(bo, 'bo', 'cy')).toMatchObject({ status: 422, body: { code: 'swap-unfit' } })
    expect(await request(bo, 'bo', 'nobody')).toMatchObject({ status: 404, body: { code: 'person-not-found' } })
    expect(await request(bo, 'bo', 'bo')).toMatchObject({ status: 422, body: { code: 'swap-unfit' } })
    expect(await bo('POST', `${of}/swaps/nothing/withdrawal`)).toMatchObject({ body: { code: 'swap-not-found' } })
    await hr('PUT', `${of}/plan`, { plan, status: 'draft', origin: 'hand' }, ifMatch(1))
    expect(await request(hr)).toMatchObject({ status: 409, body: { code: 'swaps-closed' } })
  })
  it('tell each what concerns them alone, and of the other only that something does', async () => {
    await begin({ kinships: [{ first: 'bo', second: 'cy', kind: 'spouse' }] })
    const bos = (await check(bo, 'bo', 'di')).body
    expect(bos).toMatchObject({ kind: 'forbidden', withheld: false, rules: [{ rule: 'relatives-apart' }] })
    expect(JSON.stringify(bos)).not.toContain('cy')
    const dis = (await check(di, 'di', 'bo')).body
    expect(dis).toEqual({ kind: 'forbidden', rules: [], withheld: true })
    expect(JSON.stringify((await check(hr, 'di', 'bo')).body)).toContain('"cy"')
    expect(await request()).toMatchObject({ status: 409, body: { code: 'swap-forbidden' } })
  })
  it('are not held against by what the kept plan breaks already', async () => {
    await begin()
    const { version } = (await hr<{ version: number }>('GET', at)).body
    const kinships = [{ first: 'cy', second: 'di', kind: 'spouse' }]
    expect((await hr('PATCH', at, { kinships }, ifMatch(version))).status).toBe(200)
    expect((await check(hr, 'bo', 'ed')).body.kind).toBe('price')
  })
  it('withhold what wishes come to, as they would tell of the other’s', async () => {
    await begin({ preferences: [{ person: 'di', rank: 1, unit: 'office', role: 'clerk' }] as never })
    const goals = async (ask: Ask) => (await check(ask, 'bo', 'di')).body.goals!.map(({ goal }) => goal)
    expect(await goals(bo)).not.toEqual(expect.arrayContaining(['wishes']))
    expect(await goals(hr)).toEqual(expect.arrayContaining(['wishes']))
  })
  it('are read by the two and HR alone, and told in the log without the words', async () => {
    await begin()
    const { body } = await request()
    await answer(di, body, 'agreed')
    const head = await signIn({ role: 'head', divisions: ['civil', 'office'] })
    const leader = await signIn({ role: 'leader' })
    for (const ask of [head, leader, ed]) expect((await list(ask)).swaps).toEqual([])
    for (const ask of [bo, di, hr]) expect((await list(ask)).swaps).toHaveLength(1)
    for (const [ask, path] of [
      [ed, 'withdrawal'],
      [di, 'withdrawal'],
      [bo, 'answer'],
      [head, 'answer'],
    ] as const)
      expect(await ask('POST', `${of}/swaps/${body.id}/${path}`, { state: 'agreed' })).toMatchObject({
        status: 404,
        body: { code: 'swap-not-found' },
      })
    expect(await decide(head, body, 'accepted')).toMatchObject({ status: 403 })
    await decide(hr, body, 'refused', 'A secret reason')
    const { entries } = (
      await hr<{ entries: { action: string; people: string[] }[] }>('GET', `/audit?court=${at.split('/')[2]!}`)
    ).body
    const ours = entries.filter(({ action }) => action.startsWith('swap.'))
    expect(ours.map(({ action }) => action)).toEqual(['swap.settle', 'swap.answer', 'swap.ask'])
    for (const entry of ours) expect(entry.people).toEqual(['bo', 'di'])
    expect(JSON.stringify(entries)).not.toMatch(/child is ill|secret reason/)
  })
  it('are accepted only for the plan that they are about', async () => {
    await begin()
    const { body } = await request()
    await answer(di, body, 'agreed')
    const people = (await hr<{ court: Court; version: number }>('GET', at)).body
    // Bo is in trouble since: the plan with the exchange would break a rule.
    const worse = people.court.people.map((row) => (row.id === 'bo' ? { ...row, underReview: true } : row))
    expect((await hr('PATCH', at, { people: worse }, ifMatch(people.version))).status).toBe(200)
    expect(await decide(hr, body, 'accepted')).toMatchObject({ status: 409, body: { code: 'plan-breaks-rules' } })
    expect((await list(hr)).swaps).toMatchObject([{ state: 'agreed' }])
    expect((await planNow()).version).toBe(1)
  })
  it('are accepted once, however many press the button', async () => {
    await begin()
    const { body } = await request()
    await answer(di, body, 'agreed')
    const both = await Promise.all([decide(hr, body, 'accepted'), decide(hr, body, 'accepted')])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)[0]).toBe(200)
    expect([409, 412]).toContain(both.map(({ status }) => status).toSorted((a, b) => a - b)[1])
    expect((await planNow()).version).toBe(2)
  })
})
