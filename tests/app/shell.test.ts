import { PiniaColada } from '@pinia/colada'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { session } from '@/app/account/session'
import { i18n } from '@/app/i18n'
import { routes } from '@/app/router'
import Shell from '@/app/Shell.vue'
import { serve } from './page'
import { smallCourt } from './small-court'

const before = session.value
afterEach(() => {
  session.value = before
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

/** The shell in a browser that has just opened an address; a leader is signed in. */
function open(asked: string) {
  session.value = {
    state: 'signed-in',
    account: {
      ...{ id: 'lea', username: 'lea', name: 'Lea', role: 'leader', court: null, divisions: [], person: null },
      mustChange: false,
    },
  }
  const inbox = { messages: [], count: 0, unread: 0 }
  const mailing = { mail: null, byMail: true, language: 'en', sent: false }
  serve(smallCourt(), {
    ...{ '/rounds': [], '/sessions': [], '/mailing': mailing },
    ...{ '/messages?size=1': inbox, '/messages?size=50': inbox },
  })
  const history = createMemoryHistory()
  history.replace(asked)
  // Mounting sets out for the address, as in a browser: the first page is fetched while the shell is there already.
  const router = createRouter({ history, routes })
  const begin = () => mount(Shell, { global: { plugins: [createPinia(), PiniaColada, i18n, router] } })
  return { router, begin }
}

it.each([
  ['/', '/effect'],
  ['/messages', '/messages'],
  ['/account', '/account'],
])('opened at %s, shows a leader %s, though the page is still on its way', async (asked, shown) => {
  const { router, begin } = open(asked)
  const shell = begin()
  await router.isReady()
  await vi.waitFor(() => expect(router.currentRoute.value.path).toBe(shown), { timeout: 10_000 })
  await flushPromises()
  await vi.dynamicImportSettled()
  expect(router.currentRoute.value.path).toBe(shown)
  shell.unmount()
})

it('keeps what was typed on a page that stands alone when the courts come in', async () => {
  const { router, begin } = open('/account')
  const served = fetch
  let come = (): void => undefined
  const courts = new Promise<void>((resolve) => (come = resolve))
  vi.stubGlobal('fetch', async (path: string) => {
    if (path === '/api/courts') await courts
    return served(path)
  })
  const shell = begin()
  await router.isReady()
  const field = () => shell.find<HTMLInputElement>('input[autocomplete="current-password"]')
  await vi.waitFor(() => expect(field().exists()).toBe(true), { timeout: 10_000 })
  await field().setValue('half typed')
  come()
  await vi.waitFor(() => expect(shell.text()).toContain(smallCourt().name), { timeout: 10_000 })
  expect(field().element.value).toBe('half typed')
  shell.unmount()
})
