import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  accountRoles,
  emptyHandover,
  emptyStatement,
  may,
  permissionNames,
  permissions,
  type AccountRole,
  type PlanData,
  type Round,
} from '../../src/domain'
import { createApi } from '../../src/server/api'
import type { Services } from '../../src/server/services'
import { askOf, ifMatch, inHr, openDatabase, servicesOn, type Ask } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

/**
 * Every route, asked by every role: at its own court, at another one, and by nobody. What a role may do is written here
 * once more by hand, apart from the table that the server asks. A route that stands in no row fails.
 */
const everybody: readonly AccountRole[] = accountRoles
const readers: readonly AccountRole[] = ['hr', 'head', 'leader', 'staff']
const hr: readonly AccountRole[] = ['hr']
const administrator: readonly AccountRole[] = ['administrator']

interface Row {
  /** Who may, at the own court; the others are told 403. */
  readonly who: readonly AccountRole[]
  /** Only without a court that the account is bound to: a bound account of the role is told 403 as well. */
  readonly unbound?: boolean
  /** Answered without a session too. */
  readonly open?: boolean
  readonly call: (ask: Ask, of: Of) => Promise<{ status: number; body: unknown }>
}
interface Of {
  readonly court: string
  readonly round: string
  /** A run of the round. */
  readonly run: string
}
const at = ({ court }: Of): string => `/courts/${court}`
const of = (given: Of): string => `${at(given)}/rounds/${given.round}`
const nothing = randomUUID()
const plan: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }

const rows: Record<string, Row> = {
  'get /api/health': { who: everybody, open: true, call: (ask) => ask('GET', '/health') },
  'get /api/session': { who: everybody, open: true, call: (ask) => ask('GET', '/session') },
  'post /api/session': { who: everybody, open: true, call: (ask) => ask('POST', '/session', {}) },
  'post /api/session/sso': { who: everybody, open: true, call: (ask) => ask('POST', '/session/sso', {}) },
  'post /api/first-start': { who: everybody, open: true, call: (ask) => ask('POST', '/first-start', {}) },
  'delete /api/session': { who: everybody, call: (ask) => ask('DELETE', '/session') },
  'put /api/session/password': { who: everybody, call: (ask) => ask('PUT', '/session/password', {}) },
  'get /api/session/mailing': { who: everybody, call: (ask) => ask('GET', '/session/mailing') },
  'patch /api/session/mailing': {
    who: everybody,
    call: (ask) => ask('PATCH', '/session/mailing', { byMail: false }),
  },
  'get /api/sessions': { who: everybody, call: (ask) => ask('GET', '/sessions') },
  'delete /api/sessions/{session}': { who: everybody, call: (ask) => ask('DELETE', `/sessions/${nothing}`) },

  'get /api/messages': { who: everybody, call: (ask) => ask('GET', '/messages') },
  'post /api/messages/{message}/read': { who: everybody, call: (ask) => ask('POST', `/messages/${nothing}/read`) },
  'post /api/messages/{message}/all-read': {
    who: everybody,
    call: (ask) => ask('POST', `/messages/${nothing}/all-read`),
  },

  'get /api/accounts': { who: administrator, call: (ask) => ask('GET', '/accounts') },
  'post /api/accounts': {
    who: administrator,
    call: (ask) => ask('POST', '/accounts', { username: `u-${randomUUID().slice(0, 8)}`, name: 'U', role: 'hr' }),
  },
  'post /api/accounts/table': { who: administrator, call: (ask) => ask('POST', '/accounts/table', {}) },
  'post /api/accounts/all': {
    who: administrator,
    call: (ask) =>
      ask('POST', '/accounts/all', {
        accounts: [{ username: `u-${randomUUID().slice(0, 8)}`, name: 'U', role: 'hr' }],
      }),
  },
  'patch /api/accounts/{account}': {
    who: administrator,
    call: (ask) => ask('PATCH', `/accounts/${nothing}`, { name: 'Renamed' }),
  },
  'post /api/accounts/{account}/password': {
    who: administrator,
    call: (ask) => ask('POST', `/accounts/${nothing}/password`),
  },
  'delete /api/accounts/{account}/sessions': {
    who: administrator,
    call: (ask) => ask('DELETE', `/accounts/${nothing}/sessions`),
  },
  'post /api/courts/{court}/accounts': {
    who: administrator,
    call: (ask, given) => ask('POST', `${at(given)}/accounts`),
  },
  'post /api/courts/{court}/example-accounts': {
    who: administrator,
    call: (ask, given) => ask('POST', `${at(given)}/example-accounts`),
  },
  'delete /api/example-accounts': { who: administrator, call: (ask) => ask('DELETE', '/example-accounts') },

  'get /api/courts': { who: everybody, call: (ask) => ask('GET', '/courts') },
  'post /api/courts': {
    who: ['administrator', 'hr'],
    unbound: true,
    call: (ask) => ask('POST', '/courts', { source: 'empty', name: 'New' }),
  },
  'get /api/courts/{court}': { who: everybody, call: (ask, given) => ask('GET', at(given)) },
  'put /api/courts/{court}': {
    who: hr,
    call: (ask, given) => ask('PUT', at(given), smallCourt(given.court), ifMatch(99)),
  },
  'patch /api/courts/{court}': { who: hr, call: (ask, given) => ask('PATCH', at(given), { name: 'N' }, ifMatch(99)) },
  'delete /api/courts/{court}': {
    who: ['administrator', 'hr'],
    unbound: true,
    // Never the court that the other rows ask about.
    call: (ask) => ask('DELETE', '/courts/gone'),
  },
  'post /api/courts/{court}/exports': {
    who: hr,
    call: (ask, given) => ask('POST', `${at(given)}/exports`, { holds: 'court', name: 'C.xlsx', size: 1 }),
  },
  'get /api/courts/{court}/cases': {
    who: ['hr', 'head', 'leader'],
    call: (ask, given) => ask('GET', `${at(given)}/cases`),
  },
  'get /api/courts/{court}/cases/days': {
    who: ['hr', 'head', 'leader'],
    call: (ask, given) => ask('GET', `${at(given)}/cases/days?from=2026-01-01&until=2026-01-31`),
  },
  'post /api/courts/{court}/imports': { who: hr, call: (ask, given) => ask('POST', `${at(given)}/imports`, {}) },
  'get /api/courts/{court}/imports/{import}': {
    who: hr,
    call: (ask, given) => ask('GET', `${at(given)}/imports/${nothing}`),
  },
  'delete /api/courts/{court}/imports/{import}': {
    who: hr,
    call: (ask, given) => ask('DELETE', `${at(given)}/imports/${nothing}`),
  },
  'post /api/courts/{court}/imports/{import}/commit': {
    who: hr,
    call: (ask, given) => ask('POST', `${at(given)}/imports/${nothing}/commit`, {}, ifMatch(1)),
  },
  'get /api/courts/{court}/demand': { who: readers, call: (ask, given) => ask('GET', `${at(given)}/demand`) },
  'delete /api/courts/{court}/people/{person}': {
    who: hr,
    call: (ask, given) => ask('DELETE', `${at(given)}/people/ann`, undefined, ifMatch(99)),
  },
  'get /api/courts/{court}/retention': { who: hr, call: (ask, given) => ask('GET', `${at(given)}/retention`) },
  'post /api/courts/{court}/retention': {
    who: hr,
    call: (ask, given) => ask('POST', `${at(given)}/retention`, undefined, ifMatch(99)),
  },
  'get /api/courts/{court}/people/{person}/wishes': {
    who: readers,
    call: (ask, given) => ask('GET', `${at(given)}/people/ann/wishes`),
  },
  'put /api/courts/{court}/people/{person}/wishes': {
    who: readers,
    call: (ask, given) => ask('PUT', `${at(given)}/people/ann/wishes`, emptyStatement, ifMatch(99)),
  },
  'post /api/courts/{court}/people/{person}/wishes/confirm': {
    who: readers,
    call: (ask, given) => ask('POST', `${at(given)}/people/ann/wishes/confirm`, undefined, ifMatch(99)),
  },
  'get /api/courts/{court}/rounds/{round}/objections': {
    who: readers,
    call: (ask, given) => ask('GET', `${of(given)}/objections`),
  },
  'post /api/courts/{court}/rounds/{round}/objections': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/objections`, { person: 'ann', text: 'No' }),
  },
  'post /api/courts/{court}/rounds/{round}/objections/{objection}/answer': {
    who: hr,
    call: (ask, given) => ask('POST', `${of(given)}/objections/${nothing}/answer`, { state: 'upheld', answer: 'Yes' }),
  },
  'post /api/courts/{court}/rounds/{round}/objections/{objection}/withdrawal': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/objections/${nothing}/withdrawal`),
  },
  'get /api/courts/{court}/rounds/{round}/swaps': {
    who: readers,
    call: (ask, given) => ask('GET', `${of(given)}/swaps`),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/check': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/swaps/check`, { person: 'ann', other: 'bo' }),
  },
  'post /api/courts/{court}/rounds/{round}/swaps': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/swaps`, { person: 'ann', other: 'bo' }),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/{swap}/answer': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/swaps/${nothing}/answer`, { state: 'agreed' }),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/{swap}/withdrawal': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/swaps/${nothing}/withdrawal`),
  },
  'post /api/courts/{court}/rounds/{round}/swaps/{swap}/decision': {
    who: hr,
    call: (ask, given) => ask('POST', `${of(given)}/swaps/${nothing}/decision`, { state: 'refused', answer: 'No' }),
  },
  'get /api/courts/{court}/rounds/{round}/handovers': {
    who: readers,
    call: (ask, given) => ask('GET', `${of(given)}/handovers`),
  },
  'put /api/courts/{court}/rounds/{round}/handovers/{person}': {
    who: readers,
    call: (ask, given) => ask('PUT', `${of(given)}/handovers/ann`, emptyHandover, ifMatch(0)),
  },
  'post /api/courts/{court}/rounds/{round}/handovers/{person}/confirmation': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/handovers/ann/confirmation`, undefined, ifMatch(0)),
  },
  'post /api/courts/{court}/rounds/{round}/handovers/{person}/reopening': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/handovers/ann/reopening`, undefined, ifMatch(0)),
  },
  'get /api/courts/{court}/rounds/{round}/reasons': {
    who: readers,
    call: (ask, given) => ask('GET', `${of(given)}/reasons`),
  },
  'get /api/courts/{court}/rounds/{round}/people/{person}/places': {
    who: readers,
    call: (ask, given) => ask('GET', `${of(given)}/people/ann/places`),
  },
  'post /api/courts/{court}/rounds/{round}/questions': {
    who: readers,
    call: (ask, given) => ask('POST', `${of(given)}/questions`, { person: 'ann', seat: 'ann@team/assistant' }),
  },
  'get /api/courts/{court}/rounds/{round}/review': {
    who: ['hr', 'head'],
    call: (ask, given) => ask('GET', `${of(given)}/review`),
  },
  'put /api/courts/{court}/rounds/{round}/review': {
    who: hr,
    call: (ask, given) => ask('PUT', `${of(given)}/review`, { until: '2099-12-31' }),
  },
  'delete /api/courts/{court}/rounds/{round}/review': {
    who: hr,
    call: (ask, given) => ask('DELETE', `${of(given)}/review`),
  },
  'post /api/courts/{court}/rounds/{round}/review/answers': {
    who: ['head'],
    call: (ask, given) =>
      ask('POST', `${of(given)}/review/answers`, {
        division: 'civil',
        answers: [{ person: 'cy', from: 'cy@team/judge', to: null, verdict: 'accept' }],
      }),
  },
  'get /api/courts/{court}/rounds': { who: readers, call: (ask, given) => ask('GET', `${at(given)}/rounds`) },
  'post /api/courts/{court}/rounds': {
    who: hr,
    call: (ask, given) => ask('POST', `${at(given)}/rounds`, roundOn()),
  },
  'get /api/courts/{court}/rounds/{round}': { who: readers, call: (ask, given) => ask('GET', of(given)) },
  'put /api/courts/{court}/rounds/{round}': {
    who: hr,
    call: (ask, given) => ask('PUT', of(given), { ...roundOn(), id: given.round }, ifMatch(99)),
  },
  'delete /api/courts/{court}/rounds/{round}': {
    who: hr,
    call: (ask, given) => ask('DELETE', `${at(given)}/rounds/gone`),
  },
  'get /api/courts/{court}/rounds/{round}/plan': {
    who: readers,
    call: (ask, given) => ask('GET', `${of(given)}/plan`),
  },
  'put /api/courts/{court}/rounds/{round}/plan': {
    who: hr,
    call: (ask, given) => ask('PUT', `${of(given)}/plan`, { plan, status: 'draft', origin: 'hand' }, ifMatch(99)),
  },
  'get /api/courts/{court}/rounds/{round}/decision': {
    who: hr,
    call: (ask, given) => ask('GET', `${of(given)}/decision`),
  },
  'post /api/courts/{court}/rounds/{round}/runs': {
    who: hr,
    call: (ask, given) => ask('POST', `${at(given)}/rounds/gone/runs`, {}),
  },
  'get /api/courts/{court}/rounds/{round}/runs/latest': {
    who: readers,
    call: (ask, given) => ask('GET', `${of(given)}/runs/latest`),
  },
  'get /api/runs/{run}': { who: hr, call: (ask, given) => ask('GET', `/runs/${given.run}`) },
  'delete /api/runs/{run}': { who: hr, call: (ask, given) => ask('DELETE', `/runs/${given.run}`) },
  'get /api/audit': { who: ['administrator', 'hr'], unbound: true, call: (ask) => ask('GET', '/audit') },
  'get /api/audit/export': {
    who: ['administrator', 'hr'],
    unbound: true,
    call: (ask) => ask('GET', '/audit/export?action=none'),
  },
  'get /api/audit/verification': {
    who: ['administrator', 'hr'],
    unbound: true,
    call: (ask) => ask('GET', '/audit/verification'),
  },
}
const listed = Object.entries(rows).map(([route, row]) => ({ route, ...row }))

let services: Services
let hana: Ask
let own: Of
let other: Of
const roleAsks = {} as Record<AccountRole, () => Promise<Ask>>
const boundTo = (role: AccountRole, court: string | null) => async (): Promise<Ask> => {
  const given = role === 'staff' ? { person: 'ann' } : role === 'head' ? { divisions: ['civil'] } : {}
  const cookie = await cookieOf(services.database.db, { role, court, ...given })
  return askOf(inSession((request) => createApi(services).fetch(request), cookie))
}

async function makeCourt(court: string): Promise<Of> {
  await hana('POST', '/courts', { source: 'file', court: { ...smallCourt(court), cases: [] } })
  const { body } = await hana<{ round: Round }>('POST', `/courts/${court}/rounds`, roundOn())
  const round = body.round.id
  const rules = ['release-to-front-line', 'must-rotate', 'donor-floor'].map((id) => ({ id, weight: 'off' }))
  await hana('PUT', `/courts/${court}/rounds/${round}`, { ...roundOn(), id: round, rules }, ifMatch(1))
  await hana('PUT', `/courts/${court}/rounds/${round}/plan`, { plan, status: 'kept', origin: 'hand' }, ifMatch(0))
  const started = await hana<{ id: string }>('POST', `/courts/${court}/rounds/${round}/runs`, { timeLimit: 60 })
  return { court, round, run: started.body.id }
}

beforeAll(async () => {
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  hana = askOf(await inHr(services))
  own = await makeCourt('own')
  other = await makeCourt('other')
  for (const role of accountRoles) roleAsks[role] = boundTo(role, role === 'administrator' ? null : 'own')
})
afterAll(async () => {
  await services.desk.close()
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
})

it('has a row for every route', async () => {
  const { body } = await hana<{ paths: Record<string, Record<string, unknown>> }>('GET', '/openapi.json')
  const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(Object.keys(rows).toSorted()).toEqual(routes.toSorted())
})

it.each(listed)('$route is for those who may alone', async ({ route, who, unbound = false, open = false, call }) => {
  const nobody = askOf((request) => createApi(services).fetch(request))
  const { status: signedOut, body } = await call(nobody, own)
  if (open) expect(signedOut).not.toBe(403)
  else expect({ route, status: signedOut, body }).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })

  for (const role of accountRoles) {
    const answer = await call(await roleAsks[role](), own)
    const bound = unbound && role !== 'administrator'
    const told = { role, status: answer.status, code: (answer.body as { code?: string } | null)?.code }
    if (who.includes(role) && !bound) {
      expect(told.status, JSON.stringify(told)).not.toBe(403)
      expect(told.code, JSON.stringify(told)).not.toBe('not-signed-in')
      if (!unbound) expect(told.code, JSON.stringify(told)).not.toBe('court-not-found')
      expect(told.status, JSON.stringify(told)).not.toBe(500)
    } else expect(told).toMatchObject({ status: 403, code: 'not-permitted' })
    if (unbound && who.includes(role)) expect((await call(await boundTo(role, null)(), own)).status).not.toBe(403)
  }
})

const ofCourts = listed.filter(({ route, unbound }) => /\{court\}|\{run\}/.test(route) && unbound !== true)
it.each(ofCourts)('$route answers of another court as of one that is not there', async ({ who, call }) => {
  for (const role of who.filter((each) => each !== 'administrator')) {
    const ask = await roleAsks[role]()
    const there = await call(ask, other)
    const absent = await call(ask, { court: 'nowhere', round: other.round, run: nothing })
    expect({ role, status: there.status }).toEqual({ role, status: 404 })
    const same = (body: unknown) =>
      JSON.parse(JSON.stringify(body).replaceAll(/other|nowhere|[0-9a-f-]{36}/g, '*')) as unknown
    expect(same(there.body)).toEqual(same(absent.body))
  }
})

it('lets people say their own wishes and objections, and HR anybody’s', async () => {
  const as = async (role: AccountRole, method: string, path: string, body?: unknown): Promise<number> =>
    (await (await roleAsks[role]())(method, path, body, ifMatch(99))).status
  for (const [role, person, may] of [
    ['staff', 'ann', true],
    ['staff', 'bo', false],
    ['head', 'ann', false],
    ['leader', 'ann', false],
    ['hr', 'bo', true],
  ] as const) {
    const wishes = `${at(own)}/people/${person}/wishes`
    const told = { role, person }
    expect({ ...told, get: await as(role, 'GET', wishes) }).toEqual({ ...told, get: may ? 200 : 404 })
    expect({ ...told, put: await as(role, 'PUT', wishes, emptyStatement) }).toEqual({ ...told, put: may ? 412 : 404 })
    expect({ ...told, say: await as(role, 'POST', `${wishes}/confirm`) }).toEqual({ ...told, say: may ? 412 : 404 })
    const filed = await as(role, 'POST', `${of(own)}/objections`, { person, text: 'No' })
    expect({ ...told, may: filed === 201 || filed === 409 }).toEqual({ ...told, may })
  }
  const { body } = await hana<{ objections: { id: string; person: string }[] }>('GET', `${of(own)}/objections`)
  expect(body.objections.map(({ person }) => person).toSorted()).toEqual(['ann', 'bo'])
  const bos = body.objections.find(({ person }) => person === 'bo')!
  const staff = await roleAsks.staff()
  expect((await staff<{ objections: { person: string }[] }>('GET', `${of(own)}/objections`)).body.objections).toEqual([
    expect.objectContaining({ person: 'ann' }),
  ])
  expect(await staff('POST', `${of(own)}/objections/${bos.id}/withdrawal`)).toMatchObject({
    status: 404,
    body: { code: 'objection-not-found' },
  })
})

it('answers questions about people whom one may ask about, and of nobody else', async () => {
  for (const [role, person, may] of [
    ['staff', 'ann', true],
    ['staff', 'bo', false],
    ['staff', 'cy', false],
    ['head', 'ann', false],
    ['head', 'cy', true],
    ['leader', 'cy', false],
    ['hr', 'bo', true],
  ] as const) {
    const ask = await roleAsks[role]()
    const seat = plan[person]!
    const answers = [
      await ask('GET', `${of(own)}/people/${person}/places`),
      await ask('POST', `${of(own)}/questions`, { person, seat }),
    ]
    const told = answers.map(({ status }) => status)
    expect({ role, person, told }).toEqual({ role, person, told: told.map(() => (may ? 200 : 404)) })
    if (may && role !== 'hr') {
      const other = await ask('POST', `${of(own)}/questions`, { person, seat: 'bo@team/clerk' })
      expect(other).toMatchObject({ status: 422, body: { code: 'seat-unknown' } })
    }
  }
})

it('tells of no other court in the list', async () => {
  for (const role of readers)
    expect((await (await roleAsks[role]())<{ id: string }[]>('GET', '/courts')).body.map(({ id }) => id)).toEqual([
      'own',
    ])
})

it('has no permission that no route asks for, and none that is everybody’s by mistake', () => {
  for (const what of permissionNames) expect(Object.keys(permissions[what]).length, what).toBeGreaterThan(0)
  expect(accountRoles.filter((role) => may({ role, court: null }, 'court.change'))).toEqual(['hr'])
  expect(accountRoles.filter((role) => may({ role, court: null }, 'accounts.change'))).toEqual(['administrator'])
})
