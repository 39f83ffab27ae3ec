import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PlanData, Round } from '../../src/domain'
import { createApi } from '../../src/server/api'
import type { Action } from '../../src/server/audit/entry'
import { auditPage } from '../../src/server/db/audit'
import type { Services } from '../../src/server/services'
import { askOf, ifMatch, openDatabase, servicesOn, type Ask } from './engines'
import { caseCsv, settled } from './send-import'
import { roundOn, smallCourt } from './small-court'

/** Every route: what it writes into the log, or why it writes nothing. */
type Row = { writes: Action; call: () => Promise<{ status: number }> } | { nothing: string }

let services: Services
let ask: Ask
beforeAll(async () => {
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  ask = askOf((request) => createApi(services).fetch(request))
})
afterAll(async () => {
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
})

const actionsSoFar = async (): Promise<string[]> => {
  const { entries } = await auditPage(services.database.db, {}, 1, 200)
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
async function startRun(of: string): Promise<string> {
  const { body } = await ask<{ id: string }>('POST', `${of}/runs`, { timeLimit: 60 })
  return `/runs/${body.id}`
}
async function sendCases(court: string): Promise<string> {
  const file = caseCsv([{ id: 'c1', team: 'team', caseType: 'loan', filed: '2026-03-05' } as never])
  const address = `http://localhost/api/courts/${court}/imports`
  const sent = await createApi(services).fetch(new Request(address, { method: 'POST', body: file }))
  const { id } = (await sent.json()) as { id: string }
  expect(await settled({ ask }, court, id)).toMatchObject({ state: 'ready' })
  return `/courts/${court}/imports/${id}`
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
      Promise.resolve(createApi(services).fetch(new Request('http://localhost/api/audit/export'))).then(
        async (response) => {
          await response.text()
          return response
        },
      ),
  },
}

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
