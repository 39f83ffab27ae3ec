import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passwordFault, type AccountFacts } from '../../src/domain'
import { proxiesIn } from '../../src/server/accounts/address'
import { createApi } from '../../src/server/api'
import { mostFromAddress, mostTries } from '../../src/server/accounts/tries'
import { addAccounts } from '../../src/server/db/accounts'
import { auditPage } from '../../src/server/db/audit'
import { sessions } from '../../src/server/db/schema'
import type { Services } from '../../src/server/services'
import { askOf, engines, openDatabase, servicesOn, type Ask } from './engines'
import { cheapAccounts, cheapHash, cookieOf } from './sign-in'

const password = 'correct horse battery'
const administrator = { username: 'Chief', name: 'Chief Administrator', password }
const jar = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

async function close({ imports, jobs, database }: Services): Promise<void> {
  await imports.close()
  await jobs.close()
  await database.close()
}

describe.each(engines)('accounts (%s)', (engine) => {
  let services: Services
  let ask: Ask
  const logged: string[] = []
  beforeAll(async () => {
    const opened = await servicesOn(await openDatabase(engine), 'silent')
    const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
    services = { ...opened, log }
    ask = askOf((request) => createApi(services).fetch(request))
  })
  afterAll(() => close(services))

  const account = async (given: Partial<AccountFacts> & { mustChange?: boolean } = {}) => {
    const { mustChange = false, ...more } = given
    const username = `user-${randomUUID().slice(0, 8)}`
    const facts = { username, name: username, role: 'hr' as const, court: null, divisions: [], person: null, ...more }
    const [id] = await addAccounts(services.database.db, [{ ...facts, hash: await cheapHash(password), mustChange }], {
      id: null,
    })
    return { ...facts, id: id! }
  }
  const signIn = (username: string, given = password, cookie = '') =>
    ask('POST', '/session', { username, password: given }, { cookie })
  const asOf = async (username: string, given = password): Promise<string> =>
    jar((await signIn(username, given)).headers)

  it('lets nobody do anything before there is an administrator, and makes one once', async () => {
    expect(await ask('GET', '/courts')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
    expect((await ask('GET', '/session')).body).toEqual({ state: 'first-start', code: false })
    expect((await ask('GET', '/health')).status).toBe(200)
    for (const bad of ['short', 'aaaaaaaaaaaaaaaa', 'my name is chief'])
      expect(await ask('POST', '/first-start', { ...administrator, password: bad })).toMatchObject({ status: 422 })
    // What nobody may choose is refused, not ignored.
    expect(await ask('POST', '/first-start', { ...administrator, role: 'hr' })).toMatchObject({ status: 422 })

    const both = await Promise.all([
      ask('POST', '/first-start', administrator),
      ask('POST', '/first-start', { ...administrator, username: 'second' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect(await ask('POST', '/first-start', { ...administrator, username: 'third' })).toMatchObject({
      status: 409,
      body: { code: 'not-the-first' },
    })
    const first = both.find(({ status }) => status === 204)!
    const { body } = await ask('GET', '/session', undefined, { cookie: jar(first.headers) })
    expect(body).toMatchObject({ state: 'signed-in', account: { role: 'administrator', court: null } })
    expect((await ask('GET', '/session')).body).toEqual({ state: 'signed-out', sso: false, examples: [], password: '' })
  })

  it('ends a session that nobody uses, though its page asks for messages again and again', async () => {
    const { db } = services.database
    const cookie = await cookieOf(db, { role: 'hr' })
    const lasts = async (): Promise<number> => {
      const rows = await ask('GET', '/messages', undefined, { cookie })
      expect(rows.status).toBe(200)
      const id = cookie.match(/session_token=([^.;]+)/)?.[1] ?? ''
      const [row] = await db
        .select()
        .from(sessions)
        .where(eq(sessions.token, decodeURIComponent(id)))
      return row!.expiresAt.getTime() - Date.now()
    }
    // The session was made with an hour left, less than is given to one that is used.
    expect(await lasts()).toBeLessThan(3_600_001)
    expect(await lasts()).toBeLessThan(3_600_001)
    expect((await ask('GET', '/sessions', undefined, { cookie })).status).toBe(200)
    expect(await lasts()).toBeGreaterThan(7 * 3_600_000)
  })

  it('asks for the code on the console where others can reach the server', async () => {
    const opened = await servicesOn(await openDatabase(engine), 'silent')
    const remote = { ...opened, accounts: cheapAccounts(opened.database.db, { firstCode: 'abcd-2345' }) }
    const there = askOf((request) => createApi(remote).fetch(request))
    expect((await there('GET', '/session')).body).toEqual({ state: 'first-start', code: true })
    for (const code of ['', 'abcd-2346'])
      expect(await there('POST', '/first-start', { ...administrator, code })).toMatchObject({
        status: 401,
        body: { code: 'first-code-wrong' },
      })
    expect((await there('POST', '/first-start', { ...administrator, code: ' ABCD-2345 ' })).status).toBe(204)
    await close(remote)
  })

  it('guesses at the code are held back', async () => {
    const opened = await servicesOn(await openDatabase(engine), 'silent')
    const remote = { ...opened, accounts: cheapAccounts(opened.database.db, { firstCode: 'abcd-2345' }) }
    const there = askOf((request) => createApi(remote).fetch(request))
    const answers = []
    for (let at = 0; at < mostTries + 2; at++)
      answers.push((await there('POST', '/first-start', { ...administrator, code: `guess-${at}` })).status)
    expect(answers.slice(0, mostTries)).toEqual(Array(mostTries).fill(401))
    expect(answers.slice(mostTries)).toEqual([429, 429])
    expect((await there('POST', '/first-start', { ...administrator, code: 'abcd-2345' })).status).toBe(429)
    await close(remote)
  })

  it('gives a cookie that no script reads and no other page sends, and no token beside it', async () => {
    const { username } = await account()
    const { status, headers, body } = await signIn(username.toUpperCase())
    expect({ status, body }).toEqual({ status: 204, body: null })
    const [cookie, ...more] = headers.getSetCookie()
    expect(more).toEqual([])
    expect(cookie).toMatch(/^frontline\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const secure = cheapAccounts(services.database.db, { origin: 'https://frontline.court' })
    expect((await secure.signIn(username, password, new Headers()))[0]).toMatch(/^__Secure-.*; Secure/)
  })

  it('answers alike for a wrong password, a name that is nobody’s and an account that was switched off', async () => {
    const { username, id } = await account()
    const chief = await cookieOf(services.database.db, { role: 'administrator' })
    const wrong = await signIn(username, 'not the password')
    const unknown = await signIn('nobody-at-all')
    await ask('PATCH', `/accounts/${id}`, { disabled: true }, { cookie: chief })
    const off = await signIn(username)
    for (const { status, body } of [wrong, unknown, off])
      expect({ status, body }).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } })
    expect(Object.keys(wrong.body as object)).toEqual(Object.keys(off.body as object))
    for (const odd of ["' or 1=1 --", '../../etc', '\u0000', 'x'.repeat(200)])
      expect([401, 422]).toContain((await signIn(odd)).status)
  })

  it('begins a session of its own, whatever the browser brought (session fixation)', async () => {
    const { username } = await account()
    const planted = 'frontline.session_token=planted.by-somebody'
    const own = jar((await signIn(username, password, planted)).headers)
    expect(own).not.toContain('planted')
    const again = jar((await signIn(username, password, own)).headers)
    expect(again).not.toBe(own)
    expect(await ask('GET', '/sessions', undefined, { cookie: own })).toMatchObject({ status: 401 })
    expect(await ask('GET', '/sessions', undefined, { cookie: again })).toMatchObject({ status: 200 })
    // A token without our signature, or with that of another server, is none.
    const token = decodeURIComponent(again).replace(/\.[^.]*$/, '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')
    expect((await ask('GET', '/sessions', undefined, { cookie: token })).status).toBe(401)
  })

  it('lets no page of another origin sign anybody in or out', async () => {
    const { username } = await account()
    const cookie = await asOf(username)
    const from = { origin: 'http://elsewhere.example', cookie }
    for (const [method, path, body] of [
      ['POST', '/session', { username, password }],
      ['DELETE', '/session', undefined],
      ['PUT', '/session/password', { current: password, next: 'another fine password' }],
      ['POST', '/session/sso', {}],
    ] as const)
      expect(await ask(method, path, body, from)).toMatchObject({ status: 403, body: { code: 'foreign-origin' } })
    expect((await ask('GET', '/sessions', undefined, { cookie })).status).toBe(200)
  })

  it('forgets a stolen session when its owner signs out, changes the password, or is switched off', async () => {
    const chief = await cookieOf(services.database.db, { role: 'administrator' })
    const { username, id } = await account()
    const works = async (cookie: string) => (await ask('GET', '/courts', undefined, { cookie })).status
    const out = await asOf(username)
    expect((await ask('DELETE', '/session', undefined, { cookie: out })).status).toBe(204)
    expect(await works(out)).toBe(401)

    const [stolen, own] = [await asOf(username), await asOf(username)]
    const next = 'an entirely new password'
    const change = (current: string, body = {}) =>
      ask('PUT', '/session/password', { current, next, ...body }, { cookie: own })
    expect(await change('not it at all')).toMatchObject({ status: 401, body: { code: 'password-wrong' } })
    expect(await change(password, { role: 'administrator' })).toMatchObject({ status: 422 })
    expect((await change(password)).status).toBe(204)
    expect([await works(stolen), await works(own)]).toEqual([401, 200])
    expect((await signIn(username)).status).toBe(401)

    const there = await asOf(username, next)
    await ask('PATCH', `/accounts/${id}`, { disabled: true }, { cookie: chief })
    expect([await works(there), await works(own)]).toEqual([401, 401])
  })

  it('lists and ends the own sessions, and never those of others', async () => {
    const [one, other] = [await account(), await account()]
    const [here, there] = [await asOf(one.username), await asOf(one.username)]
    const foreign = await asOf(other.username)
    const { body } = await ask<{ id: string; current: boolean }[]>('GET', '/sessions', undefined, { cookie: here })
    expect(body.map(({ current }) => current).toSorted()).toEqual([false, true])
    expect(JSON.stringify(body)).not.toContain(decodeURIComponent(here).split('=')[1]!.split('.')[0])
    const away = body.find(({ current }) => !current)!
    const chief = await cookieOf(services.database.db, { role: 'administrator' })
    const { body: all } = await ask<{ id: string; sessions: number }[]>('GET', '/accounts', undefined, {
      cookie: chief,
    })
    expect(all.find(({ id }) => id === one.id)).toMatchObject({ sessions: 2 })
    expect((await ask('DELETE', `/sessions/${away.id}`, undefined, { cookie: foreign })).status).toBe(404)
    expect((await ask('GET', '/sessions', undefined, { cookie: there })).status).toBe(200)
    expect((await ask('DELETE', `/sessions/${away.id}`, undefined, { cookie: here })).status).toBe(204)
    expect((await ask('GET', '/sessions', undefined, { cookie: there })).status).toBe(401)
  })

  it('does nothing for a first password that somebody else gave, but take another', async () => {
    const { username } = await account({ mustChange: true })
    const cookie = await asOf(username)
    for (const path of ['/courts', '/sessions', '/accounts', '/openapi.json'])
      expect(await ask('GET', path, undefined, { cookie })).toMatchObject({
        status: 403,
        body: { code: 'password-to-change' },
      })
    expect((await ask('GET', '/session', undefined, { cookie })).body).toMatchObject({ account: { mustChange: true } })
    const next = 'mine and mine alone'
    expect((await ask('PUT', '/session/password', { current: password, next }, { cookie })).status).toBe(204)
    expect((await ask('GET', '/courts', undefined, { cookie })).status).toBe(200)
  })

  // In memory each try waits for the one before: a tenth of them is enough of that there.
  const tries = engine === 'embedded' && !process.env.FULL ? 1000 : 10_000
  it('withstands 10,000 tries: ten are looked at, and the right password waits as well', async () => {
    const { username } = await account()
    const before = (await auditPage(services.database.db, { action: 'session.refuse' }, 1, 1)).count
    const counts: Record<number, number> = {}
    for (let batch = 0; batch < tries / 100; batch++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, at) => signIn(username, `guess ${batch * 100 + at} of many`)),
      )
      for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
    }
    expect(counts).toEqual({ 401: mostTries, 429: tries - mostTries })
    expect(await signIn(username)).toMatchObject({ status: 429, body: { code: 'sign-in-too-often' } })
    // Nobody else is held back, and the log is not flooded.
    expect((await signIn((await account()).username)).status).toBe(204)
    expect((await auditPage(services.database.db, { action: 'session.refuse' }, 1, 1)).count).toBe(
      before + mostTries + 1,
    )
  }, 240_000)

  describe('an address', () => {
    /** Asks as one whose socket has the address, behind a proxy where it is forwarded. */
    const from = (socket: string) => (username: string, given: string, forwarded?: string) => {
      const accounts = cheapAccounts(services.database.db, { proxies: proxiesIn('127.0.0.1') })
      const api = createApi({ ...services, accounts })
      const env = { incoming: { socket: { remoteAddress: socket, remotePort: 1, remoteFamily: 'IPv4' } } }
      return askOf((request) => api.fetch(request, env))(
        ...(['POST', '/session', { username, password: given }] as const),
        forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      )
    }
    const guesses = (guess: (at: number) => Promise<{ status: number }>, count: number): Promise<number[]> =>
      Promise.all(Array.from({ length: count }, async (_, at) => (await guess(at)).status))

    it('withstands 10,000 tries over many names, and holds back neither the names nor other addresses', async () => {
      const names = await Promise.all(Array.from({ length: 20 }, async () => (await account()).username))
      const thief = from('10.6.6.6')
      const before = (await auditPage(services.database.db, { action: 'session.refuse' }, 1, 1)).count
      const counts: Record<number, number> = {}
      for (let batch = 0; batch < tries / 100; batch++) {
        const name = (at: number): string => names[(batch * 100 + at) % 97] ?? `nobody-${batch}-${at}`
        for (const status of await guesses((at) => thief(name(at), `guess ${at} of many`), 100))
          counts[status] = (counts[status] ?? 0) + 1
      }
      expect(counts).toEqual({ 401: mostFromAddress, 429: tries - mostFromAddress })
      expect(await thief(names[0]!, password)).toMatchObject({
        status: 429,
        body: { code: 'sign-in-from-address', facts: { minutes: 15 } },
      })
      expect((await from('10.6.6.7')(names[0]!, password)).status).toBe(204)
      expect((await auditPage(services.database.db, { action: 'session.refuse' }, 1, 1)).count).toBe(
        before + mostFromAddress + 1,
      )
    }, 240_000)

    it('is not held back by those who sign in, nor by a name that is held back', async () => {
      const { username } = await account()
      const there = from('10.6.6.8')
      for (let each = 0; each < mostFromAddress + 5; each++) expect((await there(username, password)).status).toBe(204)
      const { username: locked } = await account()
      await guesses(() => there(locked, 'a guess of many'), mostFromAddress + 5)
      expect(await there(locked, password)).toMatchObject({ status: 429, body: { code: 'sign-in-too-often' } })
      expect((await there(username, password)).status).toBe(204)
    })

    it('is told by our own proxy, and by nobody else', async () => {
      const { username } = await account()
      const proxy = from('127.0.0.1')
      await guesses((at) => proxy(`nobody-${at}`, 'a guess of many', '1.1.1.1, 192.168.6.6'), mostFromAddress)
      expect((await proxy(username, password, '2.2.2.2, 192.168.6.6')).status).toBe(429)
      expect((await proxy(username, password, '192.168.6.7')).status).toBe(204)
      const other = from('10.6.6.9')
      await guesses((at) => other(`nobody-${at}`, 'a guess of many', `192.168.7.${at}`), mostFromAddress)
      expect((await other(username, password, '192.168.8.8')).status).toBe(429)
      expect((await proxy(username, password, '192.168.7.1')).status).toBe(204)
    })
  })

  it('takes no body larger than others', async () => {
    const huge = { username: 'x', password: 'x'.repeat(3 * 1024 * 1024) }
    expect(await ask('POST', '/session', huge)).toMatchObject({ status: 413, body: { code: 'body-too-large' } })
  })

  it('writes no password, token or secret into the log, the audit log or an answer', async () => {
    const { username } = await account()
    const secret = 'a password to look for'
    await signIn(username, secret)
    const cookie = await asOf(username)
    await ask('PUT', '/session/password', { current: password, next: secret }, { cookie })
    await signIn('unknown-name-typed-by-mistake', secret)
    const { entries } = await auditPage(services.database.db, {}, 1, 500)
    const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
    for (const text of [...logged, ...entries.map(({ text: entry }) => entry)])
      for (const never of [password, secret, token, 'unknown-name-typed', 'scrypt$']) expect(text).not.toContain(never)
    const told = entries.map(({ text }) => JSON.parse(text) as { action: string; subject: { name: string | null } })
    expect(told.some(({ action, subject }) => action === 'session.refuse' && subject.name === username)).toBe(true)
    expect(told.some(({ action, subject }) => action === 'session.begin' && subject.name === username)).toBe(true)
  })
})

describe(passwordFault.name, () => {
  it.each([
    ['elevenchars', 'short'],
    ['abababababab', 'plain'],
    ['xx-ada.admin-xx', 'name'],
    ['x'.repeat(100) + 'abcde'.repeat(10), 'long'],
    ['correct horse battery', null],
    ['四个不相关的词语合在一起', null],
  ])('finds of %s: %s', (given, fault) => expect(passwordFault(given, 'ada.admin')).toBe(fault))
})
