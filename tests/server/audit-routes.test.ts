import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyHandover, emptyStatement, pointsOf, type AccountFacts, type PlanData, type Round } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { createApi } from '../../src/server/api'
import type { Action } from '../../src/server/audit/entry'
import { addAccounts } from '../../src/server/db/accounts'
import { auditPage } from '../../src/server/db/audit'
import type { Services } from '../../src/server/services'
import { askOf, ifMatch, inHr, openDatabase, servicesOn, type Ask } from './engines'
import { caseCsv, settled } from './send-import'
import { cheapHash, cookieOf, inSession, type Fetch } from './sign-in'
import { roundOn, smallCourt } from './small-court'

/** Every route: what it writes into the log, or why it writes nothing. */
type Row = { writes: Action; call: () => Promise<{ status: number }> } | { nothing: string }

let services: Services
let ask: Ask
let fetch: Fetch
/** In a session of an administrator. */
let manage: Ask
beforeAll(async () => {
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  fetch = await inHr(services)
  ask = askOf(fetch)
  manage = askOf(
    inSession(
      (request) => createApi(services).fetch(request),
      await cookieOf(services.database.db, { role: 'administrator' }),
    ),
  )
})
afterAll(async () => {
  await services.desk.close()
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
})

const actionsSoFar = async (): Promise<string[]> => {
  const { entries } = await auditPage(services.database.db, {}, 1, 500)
  return entries.map(({ text }) => (JSON.parse(text) as { action: string }).action).toReversed()
}
/** A court of its own for a route, with a round, and a plan and a run where they are asked for. */
let courts = 0
async function given(): Promise<{ court: string; at: string; round: string; of: string }> {
  const court = `court-${++courts}`
  await ask('POST', '/courts', { source: 'file', court: { ...smallCourt(court), cases: [] } })
  const { body } = await ask<{ round: Round }>('POST', `/courts/${court}/rounds`, roundOn())
  return { court, at: `/courts/${court}`, round: body.round.id, of: `/courts/${court}/rounds/${body.round.id}` }
}
const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }
const savePlan = (of: string, status = 'draft') =>
  ask('PUT', `${of}/plan`, { plan: here, status, origin: 'hand' }, ifMatch(0))
/** Against the plan of the round, which is kept first. */
async function fileObjection(of: string) {
  const { body } = await ask<{ round: Round }>('GET', of)
  const rules = [{ id: 'release-to-front-line', weight: 'off' }]
  await ask('PUT', of, { ...body.round, rules }, ifMatch(1))
  await savePlan(of, 'kept')
  return ask<{ id: string }>('POST', `${of}/objections`, { person: 'ann', text: 'No' })
}
/** About the plan of a round, which is saved first. */
async function askAbout(question: (of: string) => Promise<{ status: number }>): Promise<{ status: number }> {
  const { of } = await given()
  await savePlan(of)
  return question(of)
}
/** A round whose plan is kept, with two clerks who may swap. */
async function twoClerks(): Promise<string> {
  const court = smallCourt(`court-${++courts}`)
  const people = [...court.people, { id: 'di', name: 'Di', role: 'clerk', joined: '2014-05-01' }]
  const assignments = [...court.assignments, { person: 'di', unit: 'team', role: 'clerk', from: '2018-01-01' }]
  await ask('POST', '/courts', { source: 'file', court: { ...court, people, assignments } })
  const rules = [{ id: 'release-to-front-line', weight: 'off' as const }]
  const { body } = await ask<{ round: Round }>('POST', `/courts/${court.id}/rounds`, { ...roundOn(), rules })
  const of = `/courts/${court.id}/rounds/${body.round.id}`
  const plan = { ...here, di: 'di@team/clerk' }
  await ask('PUT', `${of}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(0))
  return of
}
const askSwap = (of: string) => ask<{ id: string }>('POST', `${of}/swaps`, { person: 'bo', other: 'di' })
/** A swap that is asked for, and a way to say something to it. */
async function swapAsked() {
  const of = await twoClerks()
  const { body } = await askSwap(of)
  return (verb: string, given?: object) => ask('POST', `${of}/swaps/${body.id}/${verb}`, given)
}
/** The hand-over of somebody who moves in a kept plan, all done, and a way to say something to it. */
async function handover() {
  const { of } = await given()
  const { body } = await ask<{ round: Round }>('GET', of)
  const rules = ['release-to-front-line', 'donor-floor'].map((id) => ({ id, weight: 'off' as const }))
  await ask('PUT', of, { ...body.round, date: '2099-01-05', rules }, ifMatch(1))
  const plan = { ...here, ann: 'ann@team/assistant' }
  await ask('PUT', `${of}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(0))
  const done = { ...emptyHandover, ticked: pointsOf(['office/assistant']) }
  await ask('PUT', `${of}/handovers/ann`, done, ifMatch(0))
  return (verb: string, version: number) => ask('POST', `${of}/handovers/ann/${verb}`, undefined, ifMatch(version))
}
async function startRun(of: string): Promise<string> {
  const { body } = await ask<{ id: string }>('POST', `${of}/runs`, { timeLimit: 60 })
  return `/runs/${body.id}`
}
async function sendCases(court: string): Promise<string> {
  const file = caseCsv([{ id: 'c1', team: 'team', caseType: 'loan', filed: '2026-03-05' } as never])
  const address = `http://localhost/api/courts/${court}/imports`
  const sent = await fetch(new Request(address, { method: 'POST', body: file }))
  const { id } = (await sent.json()) as { id: string }
  expect(await settled({ ask }, court, id)).toMatchObject({ state: 'ready' })
  return `/courts/${court}/imports/${id}`
}
/** A court of version 2 that somebody has left long ago. */
async function annLeft(): Promise<string> {
  const { court, at } = await given()
  const { people, assignments } = smallCourt(court)
  const change = {
    people: people.map((row) => (row.id === 'ann' ? { ...row, left: '2020-12-31' } : row)),
    assignments: assignments.filter(({ person }) => person !== 'ann'),
  }
  await ask('PATCH', at, change, ifMatch(1))
  return at
}
const nobody = 'It tells nothing about people, and changes nothing.'
const notYet = 'Nothing of the court changes before the import is committed.'

const rows: Record<string, Row> = {
  'get /api/health': { nothing: nobody },
  'get /api/courts': { nothing: 'Names and counts of courts: nothing about people, and no change.' },
  'get /api/courts/{court}/cases': { nothing: 'Cases name no person.' },
  'get /api/courts/{court}/cases/days': { nothing: 'Cases name no person.' },
  'post /api/courts/{court}/imports': { nothing: notYet },
  'get /api/courts/{court}/imports/{import}': { nothing: 'A preview of caseload names no person.' },
  'delete /api/courts/{court}/imports/{import}': { nothing: notYet },
  'get /api/audit/verification': { nothing: nobody },
  'get /api/courts/{court}/rounds/{round}/objections': {
    writes: 'court.read',
    call: async () => ask('GET', `${(await given()).of}/objections`),
  },
  'post /api/courts/{court}/rounds/{round}/objections': {
    writes: 'objection.file',
    call: async () => fileObjection((await given()).of),
  },
  'post /api/courts/{court}/rounds/{round}/objections/{objection}/answer': {
    writes: 'objection.settle',
    call: async () => {
      const { of } = await given()
      const { body } = await fileObjection(of)
      return ask('POST', `${of}/objections/${body.id}/answer`, { state: 'upheld', answer: 'Yes' })
    },
  },
  'post /api/courts/{court}/rounds/{round}/objections/{objection}/withdrawal': {
    writes: 'objection.settle',
    call: async () => {
      const { of } = await given()
      const { body } = await fileObjection(of)
      return ask('POST', `${of}/objections/${body.id}/withdrawal`)
    },
  },
  'get /api/courts/{court}/rounds/{round}/swaps': {
    writes: 'court.read',
    call: async () => ask('GET', `${(await given()).of}/swaps`),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/check': {
    writes: 'court.read',
    call: async () => ask('POST', `${await twoClerks()}/swaps/check`, { person: 'bo', other: 'di' }),
  },
  'post /api/courts/{court}/rounds/{round}/swaps': {
    writes: 'swap.ask',
    call: async () => askSwap(await twoClerks()),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/{swap}/answer': {
    writes: 'swap.answer',
    call: async () => (await swapAsked())('answer', { state: 'agreed' }),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/{swap}/withdrawal': {
    writes: 'swap.settle',
    call: async () => (await swapAsked())('withdrawal'),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/{swap}/decision': {
    writes: 'swap.settle',
    call: async () => {
      const say = await swapAsked()
      await say('answer', { state: 'agreed' })
      return say('decision', { state: 'refused', answer: 'Not now' })
    },
  },
  'get /api/courts/{court}/rounds/{round}/handovers': {
    writes: 'court.read',
    call: async () => ask('GET', `${(await given()).of}/handovers`),
  },
  'put /api/courts/{court}/rounds/{round}/handovers/{person}': {
    nothing: 'A draft is the person’s own note, until it is confirmed.',
  },
  'post /api/courts/{court}/rounds/{round}/handovers/{person}/confirmation': {
    writes: 'handover.confirm',
    call: async () => (await handover())('confirmation', 1),
  },
  'post /api/courts/{court}/rounds/{round}/handovers/{person}/reopening': {
    writes: 'handover.reopen',
    call: async () => {
      const say = await handover()
      await say('confirmation', 1)
      return say('reopening', 2)
    },
  },
  'get /api/courts/{court}/rounds/{round}/reasons': {
    writes: 'court.read',
    call: () => askAbout((of) => ask('GET', `${of}/reasons`)),
  },
  'get /api/courts/{court}/rounds/{round}/people/{person}/places': {
    writes: 'court.read',
    call: () => askAbout((of) => ask('GET', `${of}/people/ann/places`)),
  },
  'post /api/courts/{court}/rounds/{round}/questions': {
    writes: 'court.read',
    call: () => askAbout((of) => ask('POST', `${of}/questions`, { person: 'ann', seat: 'ann@team/assistant' })),
  },
  'get /api/courts/{court}/rounds/{round}/review': {
    writes: 'court.read',
    call: async () => ask('GET', `${(await given()).of}/review`),
  },
  'put /api/courts/{court}/rounds/{round}/review': {
    writes: 'review.send',
    call: async () => {
      const { of } = await given()
      await savePlan(of)
      return ask('PUT', `${of}/review`, { until: '2099-12-31' })
    },
  },
  'delete /api/courts/{court}/rounds/{round}/review': {
    writes: 'review.recall',
    call: async () => {
      const { of } = await given()
      await savePlan(of)
      await ask('PUT', `${of}/review`, { until: '2099-12-31' })
      return ask('DELETE', `${of}/review`)
    },
  },
  'post /api/courts/{court}/rounds/{round}/review/answers': {
    writes: 'review.answer',
    call: async () => {
      const { of, court } = await given()
      const plan = { ...here, ann: 'ann@team/assistant' }
      await ask('PUT', `${of}/plan`, { plan, status: 'draft', origin: 'hand' }, ifMatch(0))
      await ask('PUT', `${of}/review`, { until: '2099-12-31' })
      const cookie = await cookieOf(services.database.db, { role: 'head', court, divisions: ['civil'] })
      const head = askOf(inSession((request) => createApi(services).fetch(request), cookie))
      const move = { person: 'ann', from: here.ann!, to: plan.ann }
      return head('POST', `${of}/review/answers`, { division: 'civil', answers: [{ ...move, verdict: 'accept' }] })
    },
  },
  'get /api/courts/{court}/demand': { nothing: 'Counts of wishes, none of fewer than five people.' },
  'put /api/courts/{court}/people/{person}/wishes': { nothing: "A draft is the person's own note." },
  'delete /api/courts/{court}/people/{person}': {
    writes: 'person.forget',
    call: async () => ask('DELETE', `${await annLeft()}/people/ann`, undefined, ifMatch(2)),
  },
  'get /api/courts/{court}/retention': {
    writes: 'court.read',
    call: async () => ask('GET', `${(await given()).at}/retention`),
  },
  'post /api/courts/{court}/retention': {
    writes: 'retention.apply',
    call: async () => ask('POST', `${await annLeft()}/retention`, undefined, ifMatch(2)),
  },
  'get /api/courts/{court}/people/{person}/wishes': {
    writes: 'court.read',
    call: async () => ask('GET', `${(await given()).at}/people/ann/wishes`),
  },
  'post /api/courts/{court}/people/{person}/wishes/confirm': {
    writes: 'wishes.confirm',
    call: async () => {
      const path = `${(await given()).at}/people/ann/wishes`
      await ask('PUT', path, emptyStatement, ifMatch(0))
      return ask('POST', `${path}/confirm`, undefined, ifMatch(1))
    },
  },
  'post /api/courts': {
    writes: 'court.add',
    call: () => ask('POST', '/courts', { source: 'empty', name: 'New court' }),
  },
  'get /api/courts/{court}': { writes: 'court.read', call: async () => ask('GET', (await given()).at) },
  'put /api/courts/{court}': {
    writes: 'court.change',
    call: async () => {
      const { court, at } = await given()
      return ask('PUT', at, smallCourt(court), ifMatch(1))
    },
  },
  'patch /api/courts/{court}': {
    writes: 'court.change',
    call: async () => ask('PATCH', (await given()).at, { name: 'Renamed' }, ifMatch(1)),
  },
  'delete /api/courts/{court}': { writes: 'court.remove', call: async () => ask('DELETE', (await given()).at) },
  'post /api/courts/{court}/exports': {
    writes: 'court.export',
    call: async () => ask('POST', `${(await given()).at}/exports`, { holds: 'court', name: 'Court.xlsx', size: 1 }),
  },
  'post /api/courts/{court}/imports/{import}/commit': {
    writes: 'import.commit',
    call: async () => {
      const { court } = await given()
      return ask('POST', `${await sendCases(court)}/commit`, { confirmed: true }, ifMatch(1))
    },
  },
  'get /api/courts/{court}/rounds': {
    writes: 'court.read',
    call: async () => ask('GET', `${(await given()).at}/rounds`),
  },
  'post /api/courts/{court}/rounds': {
    writes: 'round.add',
    call: async () => ask('POST', `${(await given()).at}/rounds`, roundOn()),
  },
  'get /api/courts/{court}/rounds/{round}': {
    writes: 'court.read',
    call: async () => ask('GET', (await given()).of),
  },
  'put /api/courts/{court}/rounds/{round}': {
    writes: 'round.change',
    call: async () => {
      const { of, round } = await given()
      return ask('PUT', of, { ...roundOn(), id: round, name: 'Renamed' }, ifMatch(1))
    },
  },
  'delete /api/courts/{court}/rounds/{round}': {
    writes: 'round.remove',
    call: async () => ask('DELETE', (await given()).of),
  },
  'get /api/courts/{court}/rounds/{round}/plan': {
    writes: 'court.read',
    call: async () => {
      const { of } = await given()
      await savePlan(of)
      return ask('GET', `${of}/plan`)
    },
  },
  'put /api/courts/{court}/rounds/{round}/plan': {
    writes: 'plan.save',
    call: async () => savePlan((await given()).of),
  },
  'get /api/courts/{court}/rounds/{round}/decision': {
    writes: 'decision.export',
    call: async () => {
      const { of, round } = await given()
      const rules = ['release-to-front-line', 'must-rotate', 'donor-floor'].map((id) => ({ id, weight: 'off' }))
      await ask('PUT', of, { ...roundOn(), id: round, rules }, ifMatch(1))
      expect(await savePlan(of, 'kept')).toMatchObject({ status: 200 })
      return ask('GET', `${of}/decision`)
    },
  },
  'post /api/courts/{court}/rounds/{round}/runs': {
    writes: 'run.start',
    call: async () => ask('POST', `${(await given()).of}/runs`, { timeLimit: 60 }),
  },
  'get /api/courts/{court}/rounds/{round}/runs/latest': {
    writes: 'court.read',
    call: async () => {
      const { of } = await given()
      await startRun(of)
      return ask('GET', `${of}/runs/latest`)
    },
  },
  'get /api/runs/{run}': {
    writes: 'court.read',
    call: async () => ask('GET', await startRun((await given()).of)),
  },
  'delete /api/runs/{run}': {
    writes: 'run.stop',
    call: async () => ask('DELETE', await startRun((await given()).of)),
  },
  'get /api/audit': { writes: 'audit.read', call: () => ask('GET', '/audit') },
  'get /api/audit/export': {
    writes: 'audit.export',
    call: () =>
      Promise.resolve(fetch(new Request('http://localhost/api/audit/export'))).then(async (response) => {
        await response.text()
        return response
      }),
  },
}

/** An account with a password, beside the one that asks. */
let accounts = 0
async function account(given: Partial<AccountFacts> = {}): Promise<{ id: string; username: string }> {
  const username = `someone-${++accounts}`
  const facts = { username, name: 'Someone', role: 'hr' as const, court: null, divisions: [], person: null, ...given }
  const [id] = await addAccounts(
    services.database.db,
    [{ ...facts, hash: await cheapHash(password), mustChange: false }],
    { id: null },
  )
  return { id: id!, username }
}
const password = 'a fine long password'
/** In a session of an account of its own, so that no other call loses its session. */
async function asSomeone(call: (ask: Ask) => ReturnType<Ask>): Promise<{ status: number }> {
  const { username } = await account()
  const cookies = await services.accounts.signIn(username, password, new Headers())
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  return call(askOf(inSession((request) => createApi(services).fetch(request), cookie)))
}

const accountRows: Record<string, Row> = {
  'get /api/session': { nothing: nobody },
  'get /api/session/mailing': { nothing: 'The own address is no fact of anybody else.' },
  'patch /api/session/mailing': {
    writes: 'account.change',
    call: () => asSomeone((own) => own('PATCH', '/session/mailing', { mail: 'someone@court.test' })),
  },
  'get /api/sessions': { nothing: 'The own sessions are no fact of anybody else.' },
  'get /api/messages': { nothing: 'What oneself was told is no fact of anybody else.' },
  'post /api/messages/{message}/read': { nothing: 'That one has read it is one’s own matter.' },
  'post /api/messages/{message}/all-read': { nothing: 'That one has read them is one’s own matter.' },
  'get /api/accounts': { nothing: 'Accounts tell of a person only that it has one.' },
  'post /api/accounts/table': {
    nothing: 'What a table would make is no fact yet; accounts are recorded as they are made.',
  },
  'post /api/session/sso': { nothing: 'The session that comes of it is recorded when it begins.' },
  'post /api/first-start': { nothing: 'Recorded as the account that it adds: tests/server/session.test.ts.' },
  'post /api/session': {
    writes: 'session.begin',
    call: async () => ask('POST', '/session', { username: (await account()).username, password }, { cookie: '' }),
  },
  'delete /api/session': { writes: 'session.end', call: () => asSomeone((own) => own('DELETE', '/session')) },
  'put /api/session/password': {
    writes: 'account.password',
    call: () =>
      asSomeone((own) => own('PUT', '/session/password', { current: password, next: 'quite another password' })),
  },
  'delete /api/sessions/{session}': {
    writes: 'session.end',
    call: () =>
      asSomeone(async (own) => {
        const { body } = await own<{ id: string }[]>('GET', '/sessions')
        return own('DELETE', `/sessions/${body[0]!.id}`)
      }),
  },
  'post /api/accounts': {
    writes: 'account.add',
    call: () => manage('POST', '/accounts', { username: 'brand.new', name: 'New', role: 'hr' }),
  },
  'post /api/accounts/all': {
    writes: 'account.add',
    call: () => manage('POST', '/accounts/all', { accounts: [{ username: 'of.a.table', name: 'New', role: 'hr' }] }),
  },
  'patch /api/accounts/{account}': {
    writes: 'account.change',
    call: async () => manage('PATCH', `/accounts/${(await account()).id}`, { name: 'Renamed' }),
  },
  'post /api/accounts/{account}/password': {
    writes: 'account.password',
    call: async () => manage('POST', `/accounts/${(await account()).id}/password`),
  },
  'delete /api/accounts/{account}/sessions': {
    writes: 'session.end',
    call: async () => {
      const { id, username } = await account()
      await services.accounts.signIn(username, password, new Headers())
      return manage('DELETE', `/accounts/${id}/sessions`)
    },
  },
  'post /api/courts/{court}/accounts': {
    writes: 'account.add',
    call: async () => manage('POST', `${(await given()).at}/accounts`),
  },
  'post /api/courts/{court}/example-accounts': {
    writes: 'account.add',
    call: async () => {
      await ask('POST', '/courts', { source: 'example' })
      return manage('POST', `/courts/${exampleCourt().id}/example-accounts`)
    },
  },
  'delete /api/example-accounts': {
    writes: 'account.remove',
    call: () => manage('DELETE', '/example-accounts'),
  },
}
Object.assign(rows, accountRows)

it('has a word for every route on what it records', async () => {
  const { body } = await ask<{ paths: Record<string, Record<string, unknown>> }>('GET', '/openapi.json')
  const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(Object.keys(rows).toSorted()).toEqual(routes.toSorted())
})

it.each(Object.entries(rows).flatMap(([route, row]) => ('writes' in row ? [{ route, ...row }] : [])))(
  '$route writes $writes',
  async ({ writes, call }) => {
    const { status } = await call()
    expect([200, 201, 202, 204]).toContain(status)
    // A run may end by itself at any moment after.
    const last = (await actionsSoFar()).findLast((action) => action !== 'run.end')
    expect(last).toBe(writes)
  },
)
