import { PiniaColada } from '@pinia/colada'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import type { StoredWishes } from '@/app/api-types'
import { i18n, setLanguage, type Language } from '@/app/i18n'
import { routes } from '@/app/router'
import { useStoredCourt } from '@/app/use-court'
import { usePreferences } from '@/app/use-preferences'
import { countDays, emptyStatement, type CaseRecord, type Court } from '@/domain'

/** The cases of an address like `/cases?team=a&filedFrom=2021-01-01&page=2`, as the server finds them. */
function casesOf({ cases = [] }: Court, asked: URLSearchParams) {
  const among = (key: 'team' | 'caseType' | 'outcome', row: CaseRecord): boolean =>
    !asked.has(key) || asked.getAll(key).includes(String(row[key]))
  const between = (key: 'filed' | 'closed', row: CaseRecord): boolean =>
    (!asked.has(`${key}From`) || (row[key] ?? '') >= asked.get(`${key}From`)!) &&
    (!asked.has(`${key}Until`) || (row[key] ?? '9999') <= asked.get(`${key}Until`)!)
  const on = asked.get('pendingOn')
  const found = cases.filter(
    (row) =>
      among('team', row) &&
      among('caseType', row) &&
      among('outcome', row) &&
      between('filed', row) &&
      between('closed', row) &&
      (on === null || (row.filed <= on && (row.closed === null || row.closed > on))),
  )
  const [page, size] = [Number(asked.get('page') ?? 1), Number(asked.get('size') ?? 50)]
  const sorted = found.toSorted((a, b) => (a.filed < b.filed ? -1 : a.filed > b.filed ? 1 : 0))
  return { count: found.length, cases: sorted.slice((page - 1) * size, page * size) }
}

const noWishes: StoredWishes = {
  ...{ draft: emptyStatement, confirmed: null, confirmedAt: null, version: 0 },
  window: { open: true, until: null, round: null },
}

/** A server of one court that only answers, about its cases too. `more` answers other addresses, by how they end. */
export function serve(court: Court, more: Readonly<Record<string, unknown>> = {}): void {
  vi.stubGlobal('fetch', (path: string): Promise<Response> => {
    const answer = (data: unknown) => Promise.resolve(new Response(JSON.stringify(data), { status: 200 }))
    if (path === '/api/courts') return answer([{ id: court.id }])
    const other = Object.keys(more).find((end) => path.endsWith(end))
    if (other !== undefined) return answer(more[other])
    const { cases, ...rest } = court
    const [address = '', query] = path.split('?')
    const asked = new URLSearchParams(query)
    if (address.endsWith('/demand') || address.endsWith('/places')) return answer([])
    if (address.endsWith('/reasons')) return answer({})
    if (address.endsWith('/objections')) return answer({ open: false, until: null, objections: [] })
    if (address.endsWith('/swaps')) return answer({ open: false, until: null, swaps: [] })
    if (address.endsWith('/handovers')) return answer([])
    if (address.endsWith('/review')) return answer({ sent: null, answers: [], heads: [] })
    if (address.endsWith('/wishes')) return answer(noWishes)
    if (address.endsWith('/cases')) return answer(casesOf(court, asked))
    if (address.endsWith('/cases/days')) {
      const some = asked.has('team') ? cases?.filter(({ team }) => asked.getAll('team').includes(team)) : cases
      return answer(countDays(some ?? [], { from: asked.get('from')!, until: asked.get('until')! }))
    }
    return answer({ court: asked.get('cases') === 'all' ? { ...rest, cases: cases ?? [] } : rest, version: 1 })
  })
}

/** Mounts the page of an address once the court is there, as the shell does. */
export async function openPage(
  court: Court,
  address: string,
  language: Language,
  { more, provide }: { more?: Readonly<Record<string, unknown>>; provide?: Record<symbol, unknown> } = {},
): Promise<VueWrapper> {
  serve(court, more)
  usePreferences().language.value = language
  await setLanguage(language)
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(address)
  const Shell: Component = defineComponent(() => {
    const stored = useStoredCourt()
    return () => (stored.data.value === undefined ? null : h(RouterView))
  })
  const page = mount(Shell, {
    global: { plugins: [createPinia(), PiniaColada, i18n, router], stubs: { ChartCanvas: true }, provide },
    attachTo: document.body,
  })
  await settle()
  return page
}

/** Lets what was asked for come, and what follows from it. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await flushPromises()
}

/** What a reader of the page sees, in one line. */
export const said = (page: VueWrapper): string => page.text().replace(/\s+/g, ' ')
