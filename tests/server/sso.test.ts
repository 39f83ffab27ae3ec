import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createApi } from '../../src/server/api'
import { auditPage } from '../../src/server/db/audit'
import type { Services } from '../../src/server/services'
import { askOf, openDatabase, servicesOn, type Ask } from './engines'
import { cheapAccounts, cookieOf } from './sign-in'

/** A provider of its own on this machine, which signs what it tells with a key of its own. */
const provider = new OAuth2Server()
let preferred = 'hana.hr'
/** By whom the provider knows the person, whatever the name. */
let subject: string | null = null
let services: Services
let ask: Ask
let fetchApi: (request: Request) => Response | Promise<Response>

beforeAll(async () => {
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, '127.0.0.1')
  provider.issuer.url = `http://127.0.0.1:${provider.address().port}`
  const claims = () => ({
    sub: subject ?? `id-of-${preferred.toLowerCase()}`,
    preferred_username: preferred,
    name: 'Name at the provider',
  })
  provider.service.on('beforeTokenSigning', ({ payload }: { payload: object }) => {
    Object.assign(payload, claims(), { aud: 'frontline' })
  })
  provider.service.on('beforeUserinfo', (response: { body: unknown }) => {
    response.body = claims()
  })
  const opened = await servicesOn(await openDatabase('embedded'), 'silent')
  const oidc = { issuer: provider.issuer.url, clientId: 'frontline', clientSecret: 'kept from everybody' }
  services = { ...opened, accounts: cheapAccounts(opened.database.db, { origin: 'http://localhost', oidc }) }
  fetchApi = (request) => createApi(services).fetch(request)
  ask = askOf(fetchApi)
  await cookieOf(opened.database.db, { role: 'hr', username: 'hana.hr', name: 'Hana' })
})
afterAll(async () => {
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
  await provider.stop()
})

const jar = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** To the provider and back, as a browser goes; `change` alters the way back. */
async function signIn(back = '/rounds', change = (callback: URL): URL => callback, jarSent?: string) {
  const begun = await ask<{ url: string }>('POST', '/session/sso', { back })
  expect(begun.status, JSON.stringify(begun.body)).toBe(200)
  const there = await fetch(begun.body.url, { redirect: 'manual' })
  const callback = change(new URL(there.headers.get('location')!))
  const done = await fetchApi(new Request(callback, { headers: { cookie: jarSent ?? jar(begun.headers) } }))
  const { body } = await ask<{ state: string }>('GET', '/session', undefined, { cookie: jar(done.headers) })
  return { url: new URL(begun.body.url), to: done.headers.get('location') ?? '', state: body }
}

it('signs in who has an account of that name, keeps the role, and goes back to the page', async () => {
  const { url, to, state } = await signIn()
  expect(url.searchParams.get('code_challenge_method')).toBe('S256')
  expect(url.href).not.toContain('kept')
  expect(to).toMatch(/\/rounds$/)
  expect(state).toMatchObject({ state: 'signed-in', account: { username: 'hana.hr', name: 'Hana', role: 'hr' } })
  // And again, now that the two are known to belong together.
  expect((await signIn()).state).toMatchObject({ state: 'signed-in' })
  const { count } = await auditPage(services.database.db, { action: 'session.begin' }, 1, 10)
  expect(count).toBe(2)
})

it('takes a name as it is written there, small or large, and only of whom it knows by it', async () => {
  preferred = 'HANA.HR'
  expect((await signIn()).state).toMatchObject({ state: 'signed-in' })
  subject = 'somebody-who-was-given-the-name-anew'
  expect((await signIn()).state).toMatchObject({ state: 'signed-out' })
  preferred = 'hana.hr'
  subject = null
})

it('refuses who has no account, and makes none', async () => {
  for (const stranger of ['somebody.else', '', 'undefined']) {
    preferred = stranger
    const { to, state } = await signIn()
    expect(state.state).toBe('signed-out')
    expect(to).toMatch(/error|sso=refused/)
  }
  preferred = 'hana.hr'
  const chief = await cookieOf(services.database.db, { role: 'administrator' })
  const { body } = await ask<unknown[]>('GET', '/accounts', undefined, { cookie: chief })
  expect(body).toHaveLength(2)
})

it('refuses an account that was switched off', async () => {
  const chief = await cookieOf(services.database.db, { role: 'administrator' })
  const { body } = await ask<{ id: string; username: string }[]>('GET', '/accounts', undefined, { cookie: chief })
  const { id } = body.find(({ username }) => username === 'hana.hr')!
  await ask('PATCH', `/accounts/${id}`, { disabled: true }, { cookie: chief })
  expect((await signIn()).state).toMatchObject({ state: 'signed-out' })
  await ask('PATCH', `/accounts/${id}`, { disabled: false }, { cookie: chief })
})

it('takes no way back that it did not send out, and none from another browser', async () => {
  const forged = await signIn('/', (callback) => {
    callback.searchParams.set('state', 'made-up')
    return callback
  })
  expect(forged.state.state).toBe('signed-out')
  expect((await signIn('/', undefined, 'frontline.other=1')).state.state).toBe('signed-out')
})

it('leads to no page of another server', async () => {
  for (const back of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])
    expect((await signIn(back)).to).toMatch(/^(http:\/\/localhost)?\/$/)
})

it('opens none of the library’s own routes', async () => {
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'sign-in/username',
    'sign-in/social',
    'update-user',
    'list-sessions',
    'get-session',
    'ok',
    'error',
  ])
    for (const method of ['GET', 'POST'])
      expect((await ask(method, `/auth/${path}`, method === 'POST' ? {} : undefined)).status, path).toBe(401)
  const cookie = await cookieOf(services.database.db, { role: 'hr' })
  expect((await ask('POST', '/auth/sign-up/email', {}, { cookie })).status).toBe(404)
})
