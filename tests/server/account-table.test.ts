import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccountFacts } from '../../src/domain'
import { createApi } from '../../src/server/api'
import { auditPage } from '../../src/server/db/audit'
import type { Services } from '../../src/server/services'
import { accountSheet, writeAccountTemplate, type WorkbookProblem } from '../../src/workbook'
import { askOf, openDatabase, servicesOn, type Ask } from './engines'
import { cookieOf, inSession, type Fetch } from './sign-in'
import { smallCourt } from './small-court'

let services: Services
let ask: Ask
let fetch: Fetch
beforeAll(async () => {
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  const { db } = services.database
  const cookie = await cookieOf(db, { role: 'administrator', username: 'chief' })
  fetch = inSession((request) => createApi(services).fetch(request), cookie)
  ask = askOf(fetch)
  await ask('POST', '/courts', { source: 'file', court: smallCourt() })
  await cookieOf(db, { role: 'staff', username: 'bo.there', court: 'small', person: 'bo' })
})
afterAll(async () => {
  await services.imports.close()
  await services.jobs.close()
  await services.database.close()
})

interface Planned {
  accounts: { row: number; facts: AccountFacts; called: unknown }[]
  problems: WorkbookProblem[]
  total: number
}
async function read(file: Uint8Array | string): Promise<Planned> {
  const body = typeof file === 'string' ? file : (file as BodyInit)
  const headers = { 'content-type': 'application/octet-stream', host: 'localhost' }
  const answer = await fetch(new Request('http://localhost/api/accounts/table', { method: 'POST', headers, body }))
  expect(answer.status).toBe(200)
  return (await answer.json()) as Planned
}
const header = '用户名,姓名,角色,法院,分管部门,人员编号'
const csv = (...rows: string[]): string => [header, ...rows].join('\r\n')
const usernames = async (): Promise<string[]> =>
  (await ask<{ username: string }[]>('GET', '/accounts')).body.map(({ username }) => username)

it('makes of a table what was shown before, with passwords handed out once', async () => {
  const { accounts, total } = await read(
    csv('Ann.A,Ann,干警,small court,,ann', 'cy.head,Cy,head,small,Civil division,Cy', 'all.hr,Hana,政治部,,,'),
  )
  expect(total).toBe(0)
  expect(accounts).toEqual([
    {
      row: 2,
      facts: { username: 'ann.a', name: 'Ann', role: 'staff', court: 'small', divisions: [], person: 'ann' },
      called: { court: 'Small court', divisions: [], person: 'Ann' },
    },
    {
      row: 3,
      facts: { username: 'cy.head', name: 'Cy', role: 'head', court: 'small', divisions: ['civil'], person: 'cy' },
      called: { court: 'Small court', divisions: ['Civil division'], person: 'Cy' },
    },
    {
      row: 4,
      facts: { username: 'all.hr', name: 'Hana', role: 'hr', court: null, divisions: [], person: null },
      called: { court: null, divisions: [], person: null },
    },
  ])
  // Nothing is there before it is taken in.
  expect(await usernames()).toEqual(['bo.there', 'chief'])
  const given = { accounts: accounts.map(({ facts }) => facts) }
  const made = await ask<{ username: string; password: string }[]>('POST', '/accounts/all', given)
  expect(made.status).toBe(201)
  expect(made.body.map(({ username }) => username)).toEqual(['ann.a', 'cy.head', 'all.hr'])
  const { username, password } = made.body[0]!
  expect((await ask('POST', '/session', { username, password }, { cookie: '' })).status).toBe(204)
  expect((await ask<{ mustChange: boolean }[]>('GET', '/accounts')).body[1]).toMatchObject({ mustChange: true })
  const { entries } = await auditPage(services.database.db, { action: 'account.add' }, 1, 10)
  expect(entries.length).toBe(3)
  expect(JSON.stringify(entries)).not.toContain(password)
  // What was shown does not fit any more: none of it is made.
  const more = { accounts: [{ username: 'new.one', name: 'N', role: 'hr' }, ...given.accounts] }
  expect(await ask('POST', '/accounts/all', more)).toMatchObject({
    status: 409,
    body: { code: 'accounts-unfit', facts: { count: 3 } },
  })
  expect(await usernames()).not.toContain('new.one')
})

it('names row, column, value and what would be right of all that is wrong, and makes nothing', async () => {
  const { accounts, problems } = await read(
    csv(
      'x,Short,干警,small,,bo',
      'role.bad,R,厨师,small,,',
      'chief,Again,政治部,,,',
      'div.bad,D,庭长,small,不存在庭,',
      'court.bad,C,院领导,nowhere,,',
      'bo.two,Bo,干警,small,,bo',
      'cy.new,Cy,leader,small,,nobody',
      'same.name,S,leader,,,',
      'same.name,S,leader,,,',
      'no.person,P,干警,small,,',
      'an.admin,A,管理员,small,,',
      ',Empty,leader,,,',
    ),
  )
  expect(accounts).toEqual([])
  expect(problems.map(({ row, column, code, value, right }) => [row, column, code, value, right])).toEqual([
    [2, '用户名', 'user-name-unfit', 'x', null],
    [3, '角色', 'choice-unknown', '厨师', '管理员 / 政治部 / 庭长 / 院领导 / 干警'],
    [4, '用户名', 'user-name-taken', 'chief', null],
    [5, '分管部门', 'division-unknown', '不存在庭', 'Office (office) / Civil division (civil)'],
    [6, '法院', 'court-unknown', 'nowhere', 'Small court (small)'],
    [7, '人员编号', 'person-has-account', 'bo', 'bo.there'],
    [8, '人员编号', 'account-person-unknown', 'nobody', null],
    [10, '用户名', 'user-name-twice', 'same.name', null],
    [11, '人员编号', 'account-person-missing', null, null],
    [12, '法院', 'account-court-unfit', 'small', null],
    [13, '用户名', 'cell-empty', '', null],
  ])
})

it('reads its own templates, and refuses what is no table', async () => {
  for (const locale of ['zh-CN', 'en'] as const)
    for (const format of ['xlsx', 'csv'] as const)
      expect(await read(await writeAccountTemplate(format, locale))).toEqual({ accounts: [], problems: [], total: 0 })
  const titles = accountSheet.columns.map(({ title }) => title.en)
  const rows = [titles, ['from.book', 'B', 'Leader', 'Small court', null, null]]
  expect((await read(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }))).accounts).toMatchObject([
    { row: 2, facts: { username: 'from.book', role: 'leader', court: 'small' } },
  ])
  const codes = async (file: Uint8Array | string) => (await read(file)).problems.map(({ code }) => code)
  expect(await codes('')).toEqual(['header-missing'])
  expect(await codes('a,b\r\n1,2')).toContain('column-missing')
  expect(await codes(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual(['file-damaged'])
  expect(await codes(csv('=cmd(),Formula,leader,,,'))).toEqual(['formula'])
})
