import { PiniaColada } from '@pinia/colada'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { i18n, setLanguage, type Language } from '@/app/i18n'
import { routes } from '@/app/router'
import { useStoredCourt } from '@/app/use-court'
import { usePreferences } from '@/app/use-preferences'
import type { Court } from '@/domain'

/**
 * A server of one court that only answers; the case list comes along only where it is asked for. `more` answers other
 * addresses, by how they end.
 */
export function serve(court: Court, more: Readonly<Record<string, unknown>> = {}): void {
  vi.stubGlobal('fetch', (path: string): Promise<Response> => {
    const answer = (data: unknown) => Promise.resolve(new Response(JSON.stringify(data), { status: 200 }))
    if (path === '/api/courts') return answer([{ id: court.id }])
    const other = Object.keys(more).find((end) => path.endsWith(end))
    if (other !== undefined) return answer(more[other])
    const { cases, ...rest } = court
    return answer({ court: path.includes('cases=all') ? { ...rest, cases: cases ?? [] } : rest, version: 1 })
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
  for (let turn = 0; turn < 6; turn++) await flushPromises()
  return page
}

/** What a reader of the page sees, in one line. */
export const said = (page: VueWrapper): string => page.text().replace(/\s+/g, ' ')
