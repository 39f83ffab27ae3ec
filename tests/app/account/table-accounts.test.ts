import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/account/AccountsPage.vue'
import { session } from '@/app/account/session'
import TableAccounts from '@/app/account/TableAccounts.vue'
import type { AccountTable } from '@/app/api'
import FileDrop from '@/app/data/FileDrop.vue'
import type { AccountFacts } from '@/domain'
import { openPage, settle } from '../page'
import { smallCourt } from '../small-court'

const facts = (username: string, more: Partial<AccountFacts>): AccountFacts => ({
  ...{ username, name: username, role: 'hr', court: null, divisions: [], person: null },
  ...more,
})
const good: AccountTable = {
  problems: [],
  total: 0,
  accounts: [
    {
      row: 2,
      facts: facts('bo', { role: 'staff', court: 'small', person: 'bo' }),
      called: { court: '小法院', divisions: [], person: '单雄' },
    },
    {
      row: 3,
      facts: facts('head', { role: 'head', court: 'small', divisions: ['civil'] }),
      called: { court: '小法院', divisions: ['民事审判庭'], person: null },
    },
    { row: 4, facts: facts('root-2', { role: 'administrator' }), called: { court: null, divisions: [], person: null } },
  ],
}
const wrong: AccountTable = {
  total: 1,
  accounts: [],
  problems: [
    {
      ...{ sheet: '', row: 5, column: 'Court', value: 'elsewhere' },
      code: 'court-unknown',
      list: null,
      right: 'small',
    },
  ],
}

/** A server that reads tables, and makes accounts. */
let read: { status: number; body: unknown }[]
let make: { status: number; body: unknown }
let made: AccountFacts[][]
let listed: number
const before = session.value
let page: VueWrapper
beforeEach(async () => {
  read = [{ status: 200, body: good }]
  make = {
    status: 201,
    body: good.accounts.map(({ facts: { username, name } }) => ({ username, name, password: 'p' })),
  }
  made = []
  listed = 0
  const administrator = { ...facts('root', { role: 'administrator' }), id: 'root', divisions: [], mustChange: false }
  session.value = { state: 'signed-in', account: administrator }
  page = await openPage(smallCourt(), '/accounts', 'en', { more: { '/api/accounts': [] } })
  const rest = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const say = ({ status, body }: { status: number; body: unknown }) =>
      Promise.resolve(new Response(JSON.stringify(body), { status }))
    if (path === '/api/accounts') listed += 1
    if (path === '/api/accounts/table') return say(read.length > 1 ? read.shift()! : read[0]!)
    if (path !== '/api/accounts/all') return rest(path, init)
    made.push((JSON.parse(init.body as string) as { accounts: AccountFacts[] }).accounts)
    return say(make)
  })
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  session.value = before
})
const card = () => page.getComponent(TableAccounts)
const words = (): string => card().text().replace(/\s+/g, ' ')
const button = (name: RegExp) =>
  card()
    .findAll('button')
    .find((each) => name.test(each.text()))
async function choose(): Promise<void> {
  card()
    .getComponent(FileDrop)
    .vm.$emit('choose', new File(['username'], 'new.csv', { type: 'text/csv' }))
  await settle()
}

describe('accounts from a table', () => {
  it('are shown as they would be made, and made as they were shown, with first passwords to hand out', async () => {
    await choose()
    expect(words()).toContain('3 accounts can be made from new.csv.')
    const rows = card()
      .findAll('tbody tr')
      .map((row) => row.findAll('td, th').map((cell) => cell.text()))
    expect(rows.map(([row, username]) => [row, username])).toEqual([
      ['2', 'bo'],
      ['3', 'head'],
      ['4', 'root-2'],
    ])
    expect(rows[0]).toContain('单雄 bo')
    expect(rows[1]).toContain('民事审判庭')
    expect(rows[2]![4]).toBe('–')
    expect(made).toEqual([])
    await button(/Make 3 accounts/)!.trigger('click')
    await settle()
    expect(made).toEqual([good.accounts.map((each) => each.facts)])
    expect(card().find('[role=status]').text()).toContain('3')
    expect(button(/Make/)).toBeUndefined()
    // The page reads its list again.
    expect(listed).toBe(1)
    await button(/Choose another file/)!.trigger('click')
    expect(card().findComponent(FileDrop).exists()).toBe(true)
  })
  it('are not offered where the table has faults: each is named', async () => {
    read = [{ status: 200, body: wrong }]
    await choose()
    expect(words()).toContain('No account was made: 1 place in new.csv is wrong.')
    expect(words()).toMatch(/elsewhere.*There is no such court.*One of: small/)
    expect(button(/Make/)).toBeUndefined()
    await button(/Choose another file/)!.trigger('click')
    expect(card().findComponent(FileDrop).exists()).toBe(true)
  })
  it('are none where the table has no rows', async () => {
    read = [{ status: 200, body: { ...good, accounts: [] } }]
    await choose()
    expect(words()).toContain('The table has no rows below its header.')
    expect(button(/Make/)).toBeUndefined()
  })
  it('are refused with the reason where the file cannot be read, and another can be chosen', async () => {
    read = [{ status: 415, body: { code: 'import-type', facts: {} } }]
    await choose()
    expect(card().get('[role=alert]').text()).toContain('This is no table that can be read.')
    expect(card().findComponent(FileDrop).exists()).toBe(true)
  })
  it('are read anew where they will not do any more since they were shown, and it is said why', async () => {
    read = [
      { status: 200, body: good },
      { status: 200, body: wrong },
    ]
    make = { status: 409, body: { code: 'accounts-unfit', facts: { count: 1 } } }
    await choose()
    await button(/Make 3 accounts/)!.trigger('click')
    await settle()
    expect(words()).toContain('The accounts were not made. Since the table was read something has changed')
    expect(words()).toContain('No account was made: 1 place in new.csv is wrong.')
    expect(listed).toBe(0)
  })
})
