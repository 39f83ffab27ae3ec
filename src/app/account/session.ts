import { computed, shallowRef } from 'vue'
import type { RouteMeta } from 'vue-router'
import { may, peopleSeen, sightOf, type Court, type Permission } from '../../domain'
import { api, type OwnAccount, type SessionState } from '../api'

/** What the server says of who is here; null until it was asked. */
export const session = shallowRef<SessionState | null>(null)

export async function askSession(): Promise<void> {
  session.value = await api.session()
}

/** Who is signed in; null for nobody. */
export const account = computed<OwnAccount | null>(() =>
  session.value?.state === 'signed-in' ? session.value.account : null,
)

/** Whether who is signed in may do something: what one may not do has no button. The server asks the same table. */
export const mayNow = (what: Permission): boolean => account.value !== null && may(account.value, what)

/** Whether a page is for who is signed in. */
export function mayOpen({ may: needed, own = false }: Pick<RouteMeta, 'may' | 'own'>): boolean {
  if (own && !hasOwnPage.value) return false
  return needed === undefined || (typeof needed === 'string' ? [needed] : needed).some(mayNow)
}

/** Whether the court on the page is all of it, so that what is worked out from it here is what the server would say. */
export const seesAll = computed(() => account.value !== null && sightOf[account.value.role] === 'all')

/** Whether the private facts of a person are among those on the page. */
export const seesFactsOf = (court: Court, person: string): boolean =>
  account.value !== null && peopleSeen(account.value, court)?.has(person) !== false

/** Whether the page of one's own assignment has anybody to show: HR chooses whom. */
export const hasOwnPage = computed(() => seesAll.value || (account.value?.person ?? null) !== null)

/** Where one is at home: the first page that one's account is for. */
export const homeOf = ({ role }: Pick<OwnAccount, 'role'>): string =>
  ({ administrator: '/accounts', staff: '/me', hr: '/', head: '/', leader: '/effect' })[role]

/** Ends the session and begins anew with nothing of it left on the page. */
export async function leave(): Promise<void> {
  await api.signOut()
  location.assign('/')
}
