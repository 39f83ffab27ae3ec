import { beforeAll, describe, expect, it } from 'vitest'
import { courtFile, emptyStatement, type Court, type Objection, type PlanData, type Round } from '../../src/domain'
import { askOf, ifMatch, onBothEngines, type Ask } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

/** What people put into addresses, filters and names to see whether something breaks. */
const hostile = [
  `' or '1'='1`,
  `x'; drop table people; --`,
  `x"; drop table "people"; --`,
  `$1; select pg_sleep(1)`,
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '..%2f..%2fpackage.json',
  'a\r\nset-cookie: hostile=1',
  `<script>hostile()</script>`,
  '{"$ne":null}',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '%',
  'x'.repeat(5000),
]

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
  readonly requestBody?: object
}
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
/** Of a route that ends a session or gives one, nothing is left to ask the next with. */
const spared = ['delete /api/session']

onBothEngines('whatever is sent', (opened) => {
  let routes: { name: string; method: string; path: string; operation: Operation }[] = []
  let round = ''
  const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }

  beforeAll(async () => {
    const { ask } = opened()
    await ask('POST', '/courts', { source: 'file', court: smallCourt() })
    const off = ['release-to-front-line'].map((id) => ({ id, weight: 'off' as const }))
    const { body } = await ask<{ round: Round }>('POST', '/courts/small/rounds', { ...roundOn(), rules: off })
    round = body.round.id
    await ask('PUT', `/courts/small/rounds/${round}/plan`, { plan: here, status: 'kept', origin: 'hand' }, ifMatch(0))
    const { paths } = (await ask<{ paths: Record<string, Record<string, Operation>> }>('GET', '/openapi.json')).body
    routes = Object.entries(paths).flatMap(([path, operations]) =>
      methods.flatMap((method) => {
        const operation = operations[method]
        const name = `${method} ${path}`
        return operation === undefined || spared.includes(name) ? [] : [{ name, method, path, operation }]
      }),
    )
  })

  /** An address of the route with its parts filled in; what has no value of its own is nobody's. */
  const address = (path: string, odd: Record<string, string> = {}): string =>
    path
      .replace(/^\/api/, '')
      .replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent((odd[name] ?? { court: 'small', round }[name] ?? 'nobody').toWellFormed()),
      )

  it('breaks no route: in a part of its address, in a filter, in its body', async () => {
    const { ask } = opened()
    const before = (await ask('GET', '/courts/small')).body
    expect(routes.length).toBeGreaterThan(60)
    let asked = 0
    for (const { name, method, path, operation } of routes) {
      const of = (kind: string): string[] =>
        (operation.parameters ?? []).filter((each) => each.in === kind).map((each) => each.name)
      const body = operation.requestBody === undefined ? undefined : {}
      for (const odd of hostile) {
        const query = new URLSearchParams(of('query').map((each) => [each, odd])).toString()
        const addresses = [
          ...of('path').map((part) => address(path, { [part]: odd })),
          ...(query === '' ? [] : [`${address(path)}?${query}`]),
        ]
        const answers = await Promise.all([
          ...addresses.map((each) => ask(method.toUpperCase(), each, body)),
          ...(body === undefined
            ? []
            : [ask(method.toUpperCase(), address(path), { id: odd, name: odd, person: odd })]),
        ])
        asked += answers.length
        for (const { status, body: said, headers } of answers) {
          const told = `${name} ${odd.slice(0, 40)}: ${status} ${JSON.stringify(said)?.slice(0, 200)}`
          expect(status, told).toBeLessThan(500)
          expect(headers.get('set-cookie') ?? '', told).not.toContain('hostile')
          // Not a word of a query, of a stack or of a file of the machine, but what was asked itself.
          const own = (JSON.stringify(said) ?? '').replaceAll(JSON.stringify(odd).slice(1, -1), '')
          expect(own, told).not.toMatch(/syntax error|pg_|select |node_modules|root:x:/i)
        }
      }
    }
    expect(asked).toBeGreaterThan(1000)
    expect((await ask('GET', '/courts/small')).body).toEqual(before)
  }, 240_000)

  it('is kept and given back as it is, where it is a name', async () => {
    const { ask } = opened()
    const names = hostile.filter((name) => name.length < 60 && name.isWellFormed() && !/[\u0000-\u001f]/.test(name))
    const small = smallCourt('hostile')
    const court = courtFile.parse({
      ...small,
      people: names.map((name, at) => ({ ...small.people[at % 3], id: `p${at}`, name })),
      assignments: [],
    })
    expect((await ask('POST', '/courts', { source: 'file', court })).status).toBe(201)
    const { body } = await ask<{ court: Court }>('GET', '/courts/hostile')
    expect(body.court.people.map(({ name }) => name)).toEqual(names)
    const found = await ask<unknown[]>('GET', `/audit?${new URLSearchParams({ text: names[1]! }).toString()}`)
    expect(found.status).toBeLessThan(500)
  })

  describe('beside what may be sent', () => {
    let staff: Ask
    beforeAll(async () => {
      const { database, fetch } = opened()
      const cookie = await cookieOf(database.db, { role: 'staff', court: 'small', person: 'ann', username: 'of-ann' })
      staff = askOf(inSession(fetch, cookie))
    })
    const at = (rest: string): string => `/courts/small/rounds/${round}${rest}`

    it('gives nobody a role, a court or another person (mass assignment)', async () => {
      const more = {
        id: 'chosen',
        role: 'administrator',
        court: null,
        person: 'bo',
        divisions: ['civil'],
        email: 'a@b.c',
      }
      await staff('PATCH', '/session/mailing', { byMail: false, ...more })
      await staff('PUT', '/session/password', { current: 'x', next: 'a long new password', ...more })
      const { body } = await staff<{ account: Record<string, unknown> }>('GET', '/session')
      expect(body.account).toMatchObject({ role: 'staff', court: 'small', person: 'ann' })
      expect(body.account.id).not.toBe('chosen')
    })

    it('answers no objection and no swap in the name of others', async () => {
      const settled = { id: 'mine', state: 'upheld', answer: 'Yes', answeredBy: 'hr', answeredOn: '2020-01-01' }
      const { status, body } = await staff<Objection>('POST', at('/objections'), {
        ...{ person: 'ann', text: 'I look after my father' },
        ...settled,
      })
      if (status === 201) {
        expect(body).toMatchObject({ person: 'ann', state: 'open', answer: null })
        expect(body.id).not.toBe('mine')
      } else expect(status).toBe(422)
      for (const [what, body] of [
        ['/objections', { person: 'bo', text: 'Not me' }],
        ['/swaps', { person: 'bo', other: 'cy', text: '', state: 'accepted' }],
      ] as const)
        expect([403, 404]).toContain((await staff('POST', at(what), body)).status)
    })

    it('says no wish for somebody else', async () => {
      const wish = { ...emptyStatement, stay: 'of mine', person: 'bo', courtId: 'other', confirmed: emptyStatement }
      const saved = await staff('PUT', '/courts/small/people/ann/wishes', wish, ifMatch(0))
      const { ask } = opened()
      const other = await ask<{ version: number }>('GET', '/courts/small/people/bo/wishes')
      expect(other.body).toMatchObject({ version: 0 })
      const own = await ask<Record<string, unknown>>('GET', '/courts/small/people/ann/wishes')
      expect(own.body).toMatchObject(saved.status === 200 ? { version: 1, confirmed: null } : { version: 0 })
    })
  })
})
