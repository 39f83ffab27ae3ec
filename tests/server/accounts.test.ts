import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examplePassword, type Account, type Court } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { openAccounts } from '../../src/server/accounts/accounts'
import { exampleAccounts } from '../../src/server/accounts/examples'
import { drawnPassword, hashPassword, ofPeople, verifyPassword } from '../../src/server/accounts/passwords'
import { userNamesFor } from '../../src/server/accounts/user-names'
import { createApi } from '../../src/server/api'
import type { Services } from '../../src/server/services'
import { askOf, engines, openDatabase, servicesOn, type Ask } from './engines'
import { cheap, cheapHash, cookieOf, inSession } from './sign-in'
import { smallCourt } from './small-court'

const jar = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

describe.each(engines)('the administration of accounts (%s)', (engine) => {
  let services: Services
  /** In a session of the administrator. */
  let ask: Ask
  beforeAll(async () => {
    services = await servicesOn(await openDatabase(engine), 'silent')
    const cookie = await cookieOf(services.database.db, { role: 'administrator', username: 'chief' })
    ask = askOf(inSession((request) => createApi(services).fetch(request), cookie))
    await ask('POST', '/courts', { source: 'file', court: { ...smallCourt(), cases: [] } })
    await ask('POST', '/courts', { source: 'file', court: { ...smallCourt('another'), cases: [] } })
  })
  afterAll(async () => {
    await services.imports.close()
    await services.jobs.close()
    await services.database.close()
  })
  const signIn = (username: string, password: string) => ask('POST', '/session', { username, password }, { cookie: '' })
  const head = {
    username: 'civil.head',
    name: 'Head',
    role: 'head',
    court: 'small',
    divisions: ['civil'],
    person: 'cy',
  }
  interface Made {
    id: string
    password: string
  }

  it('makes an account with a password to hand out once', async () => {
    const { status, body } = await ask<Made>('POST', '/accounts', { ...head, mustChange: false, example: true })
    expect(status).toBe(201)
    expect(body.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    const cookie = jar((await signIn('Civil.Head', body.password)).headers)
    // What is not for an administrator to give is not taken.
    expect((await ask('GET', '/session', undefined, { cookie })).body).toMatchObject({
      account: { ...head, mustChange: true },
    })
    const { body: all } = await ask<{ username: string; example: boolean }[]>('GET', '/accounts')
    expect(all.find(({ username }) => username === 'civil.head')).toMatchObject({ example: false })
    expect(JSON.stringify(all)).not.toMatch(/scrypt|password|email/)
  })

  it.each([
    [{ username: 'ab' }, 422],
    [{ username: 'a b c' }, 422],
    [{ username: 'CHIEF' }, 409],
    [{ role: 'emperor' }, 422],
    [{ court: null }, 422],
    [{ court: 'nowhere' }, 404],
    [{ divisions: [] }, 422],
    [{ divisions: ['nowhere'] }, 422],
    [{ person: 'nobody' }, 422],
    [{ role: 'administrator' }, 422],
    [{ role: 'staff', divisions: [], person: null }, 422],
  ])('refuses an account with %j', async (wrong, status) => {
    expect((await ask('POST', '/accounts', { ...head, username: 'new.head', ...wrong })).status).toBe(status)
  })

  it('changes an account at once, without a new sign-in, and takes nothing that is not for it to change', async () => {
    const { body } = await ask<Made>('POST', '/accounts', {
      username: 'changing',
      name: 'C',
      role: 'hr',
      court: 'small',
    })
    const cookie = await cookieOf(services.database.db, { role: 'hr', court: 'small', username: 'other.hr' })
    const { body: all } = await ask<{ id: string; username: string }[]>('GET', '/accounts')
    const { id } = all.find(({ username }) => username === 'other.hr')!
    const courts = async () =>
      (await ask<{ id: string }[]>('GET', '/courts', undefined, { cookie })).body.map((of) => of.id)
    expect(await courts()).toEqual(['small'])
    expect((await ask('PATCH', `/accounts/${id}`, { court: 'another' })).status).toBe(200)
    expect(await courts()).toEqual(['another'])
    for (const wrong of [
      { mustChange: false },
      { example: true },
      { id: 'x' },
      { password: 'x' },
      { username: 'chief' },
    ])
      expect([409, 422]).toContain((await ask('PATCH', `/accounts/${body.id}`, wrong)).status)
    expect((await ask('PATCH', `/accounts/${body.id}`, { username: 'changed' })).body).toMatchObject({
      username: 'changed',
    })
    expect((await signIn('changed', body.password)).status).toBe(204)
    expect((await ask('PATCH', '/accounts/nobody', { name: 'X' })).status).toBe(404)
  })

  it('resets a password: the old one and every session of it are gone', async () => {
    const { body } = await ask<Made>('POST', '/accounts', { username: 'forgetful', name: 'F', role: 'leader' })
    const cookie = jar((await signIn('forgetful', body.password)).headers)
    const reset = await ask<{ password: string }>('POST', `/accounts/${body.id}/password`)
    expect((await signIn('forgetful', body.password)).status).toBe(401)
    expect((await ask('GET', '/session', undefined, { cookie })).body).toMatchObject({ state: 'signed-out' })
    const again = jar((await signIn('forgetful', reset.body.password)).headers)
    expect((await ask('DELETE', `/accounts/${body.id}/sessions`)).status).toBe(204)
    expect((await ask('GET', '/session', undefined, { cookie: again })).body).toMatchObject({ state: 'signed-out' })
  })

  it('never takes the last administrator away', async () => {
    const { body: all } = await ask<{ id: string; username: string }[]>('GET', '/accounts')
    const { id } = all.find(({ username }) => username === 'chief')!
    for (const change of [{ disabled: true }, { role: 'hr' }])
      expect(await ask('PATCH', `/accounts/${id}`, change)).toMatchObject({
        status: 409,
        body: { code: 'last-administrator' },
      })
    expect((await ask('GET', '/accounts')).status).toBe(200)
  })

  it('makes an account for everybody of a court who has none, all or nothing', async () => {
    interface Slip {
      person: string
      username: string
      password: string
    }
    const { body } = await ask<Slip[]>('POST', '/courts/small/accounts')
    // Cy is the head already; `bo` is too short for a user name.
    expect(body.map(({ person, username }) => [person, username])).toEqual([
      ['ann', 'ann'],
      ['bo', 'staff-1'],
    ])
    for (const { username, password, person } of body) {
      const cookie = jar((await signIn(username, password)).headers)
      expect((await ask('GET', '/session', undefined, { cookie })).body).toMatchObject({
        account: { role: 'staff', court: 'small', person, mustChange: true },
      })
    }
    expect((await ask<Slip[]>('POST', '/courts/small/accounts')).body).toEqual([])
  })

  it('makes example accounts for an example court alone, and takes them away in one press', async () => {
    expect(await ask('POST', '/courts/small/example-accounts')).toMatchObject({ status: 409 })
    await ask('POST', '/courts', { source: 'example' })
    const { id } = exampleCourt()
    const { body } = await ask<string[]>('POST', `/courts/${id}/example-accounts`)
    expect(body.length).toBe(4)
    expect((await ask<string[]>('POST', `/courts/${id}/example-accounts`)).body).toEqual([])
    const shown = await ask('GET', '/session', undefined, { cookie: '' })
    expect(shown.body).toMatchObject({ state: 'signed-out', password: examplePassword })
    const cookies = []
    for (const username of body) {
      const cookie = jar((await signIn(username, examplePassword)).headers)
      const courts = await ask<{ id: string }[]>('GET', '/courts', undefined, { cookie })
      expect(courts.body.map((court) => court.id)).toEqual([id])
      expect((await ask('GET', '/courts/small', undefined, { cookie })).status).toBe(404)
      cookies.push(cookie)
    }
    expect((await ask('DELETE', '/example-accounts')).status).toBe(204)
    for (const cookie of cookies) expect((await ask('GET', '/courts', undefined, { cookie })).status).toBe(401)
    expect((await ask('GET', '/session', undefined, { cookie: '' })).body).toMatchObject({ examples: [], password: '' })
  })

  it('takes accounts away with their court, and leaves none that would belong to every court', async () => {
    const cookie = await cookieOf(services.database.db, { role: 'hr', court: 'another' })
    expect((await ask('DELETE', '/courts/another')).status).toBe(204)
    expect((await ask('GET', '/courts', undefined, { cookie })).status).toBe(401)
  })

  it('writes no header that a name or an id could break', async () => {
    const cookie = await cookieOf(services.database.db, { role: 'hr' })
    for (const id of ['a"; x=y', 'a\r\nset-cookie: x=y', 'a%0d%0ab', '../../x']) {
      const { status, headers } = await ask(
        'GET',
        `/courts/small/rounds/${encodeURIComponent(id)}/decision`,
        undefined,
        { cookie },
      )
      expect([404, 422]).toContain(status)
      expect(headers.get('content-disposition')).toBeNull()
      expect(jar(headers)).not.toContain('x=y')
    }
  })

  it('makes a secret of its own once: a session outlasts a start', async () => {
    const { db } = services.database
    const [one, other] = [openAccounts(db, { cost: cheap }), openAccounts(db, { cost: cheap })]
    const { body } = await ask<Made>('POST', '/accounts', { username: 'lasting', name: 'L', role: 'leader' })
    const cookie = (await one.signIn('lasting', body.password, new Headers())).map((each) => each.split(';')[0]).join()
    expect(await other.sessionOf(new Headers({ cookie }))).toMatchObject({ account: { username: 'lasting' } })
    expect(await services.accounts.sessionOf(new Headers({ cookie }))).toBeNull()
  })
})

describe('passwords', () => {
  it('are kept as salted hashes that tell their cost', async () => {
    const [one, other] = await Promise.all([cheapHash('the same password'), cheapHash('the same password')])
    expect(one).not.toBe(other)
    expect(await verifyPassword('the same password', one)).toBe(true)
    expect(await verifyPassword('the same passwore', one)).toBe(false)
    for (const broken of ['', 'plain', 'scrypt$2$1$1$$', 'bcrypt$2$1$1$c2FsdA==$a2V5'])
      expect(await verifyPassword('', broken)).toBe(false)
    const dear = await hashPassword('chosen by a person')
    expect(dear).toMatch(new RegExp(`^scrypt\\$${ofPeople.n}\\$8\\$3\\$`))
    expect(await verifyPassword('chosen by a person', dear)).toBe(true)
    // However it is typed: composed or not.
    expect(await verifyPassword('caf\u00e9 at the corner', await cheapHash('cafe\u0301 at the corner'))).toBe(true)
  })
  it('that are drawn are never alike', async () => {
    const drawn = await Promise.all(Array.from({ length: 50 }, drawnPassword))
    expect(new Set(drawn.map(({ password }) => password)).size).toBe(50)
    expect(await verifyPassword(drawn[0]!.password, drawn[0]!.hash)).toBe(true)
  })
})

describe(userNamesFor.name, () => {
  it('calls people by their id where it will do, and nobody alike', () => {
    const people = ['P001', 'p001', '张三', '李四', 'x', 'a'.repeat(40)].map((id) => ({ id }))
    expect(userNamesFor(people, new Set(['staff-2']))).toEqual([
      ...['p001', 'p001-2', 'staff-1', 'staff-3', 'staff-4', 'staff-5'],
    ])
  })
})

describe(exampleAccounts.name, () => {
  it('takes people who are there, each role once, and no administrator', () => {
    const court: Court = exampleCourt()
    const accounts = exampleAccounts(court)
    expect(accounts.map(({ role }: Pick<Account, 'role'>) => role).toSorted()).toEqual([
      'head',
      'hr',
      'leader',
      'staff',
    ])
    expect(accounts.every((each) => each.court === court.id)).toBe(true)
    const known = new Set(court.people.map(({ id }) => id))
    for (const { person } of accounts) if (person !== null) expect(known).toContain(person)
  })
})
