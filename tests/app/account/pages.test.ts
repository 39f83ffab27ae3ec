import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { account, homeOf, mayOpen, session } from '@/app/account/session'
import { routes } from '@/app/router'
import { accountRoles, sightOf, type AccountRole } from '@/domain'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

const before = session.value
const signInAs = (role: AccountRole, person: string | null = null): void => {
  session.value = {
    state: 'signed-in',
    account: {
      ...{ id: role, username: role, name: role, role, court: null, divisions: [], person },
      mustChange: false,
    },
  }
}
beforeEach(() => {
  session.value = before
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const opened = (role: AccountRole, person: string | null = null): string[] => {
  signInAs(role, person)
  return routes.flatMap(({ name, meta }) => (meta !== undefined && mayOpen(meta) ? [String(name)] : []))
}

describe('pages', () => {
  it('are for those whom they are about', () => {
    expect(opened('administrator')).toEqual(['data', 'audit', 'accounts', 'account', 'messages', 'welcome', 'nowhere'])
    expect(opened('staff', 'ann')).toEqual(['me', 'account', 'messages', 'nowhere'])
    expect(opened('hr')).not.toContain('accounts')
    expect(opened('hr')).toContain('board')
    for (const reader of ['head', 'leader'] as const) {
      expect(opened(reader)).toContain('overview')
      for (const name of ['board', 'data', 'list', 'audit', 'accounts', 'welcome', 'me'])
        expect(opened(reader), reader).not.toContain(name)
    }
    expect(opened('head', 'ann')).toContain('me')
  })
  it('have a home for everybody that opens', () => {
    for (const role of accountRoles) {
      const names = opened(role, role === 'staff' ? 'ann' : null)
      const home = routes.find(({ path }) => path === homeOf({ role }))!
      expect(names, role).toContain(String(home.name))
    }
  })
})

describe('what one may not do', () => {
  const buttons = (html: HTMLElement): string[] =>
    [...html.querySelectorAll('button')].map((button) => button.textContent + (button.ariaLabel ?? ''))
  it.each(['/teams', '/rounds', '/need/weights', '/caseload/campaigns'])('has no button on %s', async (address) => {
    signInAs('leader')
    const page = await openPage(smallCourt(), address, 'en')
    expect(said(page).length).toBeGreaterThan(20)
    for (const text of buttons(page.element.parentElement)) expect(text).not.toMatch(/^\s*(Add|Edit|New|Change|Delete)/)
    page.unmount()
  })
  it('is there for HR', async () => {
    const page = await openPage(smallCourt(), '/teams', 'en')
    expect(buttons(page.element.parentElement).some((text) => /Add.*department/.test(text))).toBe(true)
    page.unmount()
  })
})

describe('my assignment', () => {
  it('is that of the account: nobody else is chosen', async () => {
    const [first] = smallCourt().people
    signInAs('staff', first!.id)
    const page = await openPage(smallCourt(), '/me', 'en')
    expect(said(page)).toContain(first!.name)
    expect(page.find('[role=combobox][aria-label="Name, pinyin initials or number"]').exists()).toBe(false)
    page.unmount()
  })
  it('of HR is that of whoever asks', async () => {
    const page = await openPage(smallCourt(), '/me', 'en')
    expect(page.find('[role=combobox][aria-label="Name, pinyin initials or number"]').exists()).toBe(true)
    page.unmount()
  })
})

describe('the page of accounts', () => {
  const shown = (more: object) => ({
    ...{ id: 'a', username: 'ann', name: 'Ann', role: 'staff', court: 'small', divisions: [], person: 'ann' },
    ...{ mail: null, mustChange: false, disabled: false, example: false, sessions: 1, ...more },
  })
  it('says how each account stands, warns of examples, and offers nothing that would lock one out', async () => {
    signInAs('administrator')
    const accounts = [
      shown({ id: account.value!.id, username: 'chief', name: 'Chief', role: 'administrator', court: null }),
      shown({ id: 'b', name: 'Bea', mustChange: true, sessions: 0 }),
      shown({ id: 'c', name: 'Cyd', disabled: true, example: true }),
    ]
    const page = await openPage(smallCourt(), '/accounts', 'en', { more: { '/api/accounts': accounts } })
    await flushPromises()
    expect(said(page)).toContain('3 accounts, 1 of them switched off.')
    expect(said(page)).toContain('Example accounts are switched on')
    const row = (name: string) =>
      page
        .findAll('tbody tr')
        .find((each) => each.text().includes(name))!
        .text()
    expect(row('Chief')).not.toMatch(/Switch off|Reset/)
    expect(row('Bea')).toMatch(/Password to set.*Switch off/s)
    expect(row('Cyd')).toMatch(/Switched off.*Switch on/s)
    page.unmount()
  })
})

it('knows whose facts each role sees', () => {
  expect(Object.keys(sightOf).toSorted()).toEqual([...accountRoles].toSorted())
})
