import { PiniaColada } from '@pinia/colada'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { defineComponent, h } from 'vue'
import { vi } from 'vitest'
import { i18n } from '../../../src/app/i18n'
// Fetched here already, so that no test waits for them.
import '../../../src/app/need/NeedPage.vue'
import '../../../src/app/need/lanes/LanesPage.vue'
import '../../../src/app/need/settings/SettingsPage.vue'
import '../../../src/app/need/weights/CaseTypePage.vue'
import '../../../src/app/need/weights/WeightsPage.vue'
import { routes } from '../../../src/app/router'
import { useStoredCourt } from '../../../src/app/use-court'
import { courtFile, type Court } from '../../../src/domain'
import { smallCourt } from '../small-court'

/** A server of one court, as the API has it: what was saved last. */
export const held: { court: Court; version: number } = { court: smallCourt(), version: 1 }

async function server(path: string, { method = 'GET', body }: RequestInit = {}): Promise<Response> {
  const answer = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
  if (path === '/api/courts') return answer(200, [{ id: held.court.id }])
  if (method === 'GET') return answer(200, held)
  held.court = courtFile.parse({ ...held.court, ...(JSON.parse(body as string) as object) })
  held.version++
  return answer(200, { version: held.version })
}

/** Shows the page of an address once the court is there, as the shell does. */
export async function show(path: string, court: Court): Promise<VueWrapper> {
  held.court = court
  held.version = 1
  vi.stubGlobal('fetch', server)
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const Shell = defineComponent(() => {
    const stored = useStoredCourt()
    return () => (stored.data.value === undefined ? null : h(RouterView))
  })
  const page = mount(Shell, {
    global: { plugins: [createPinia(), PiniaColada, i18n, router] },
    attachTo: document.body,
  })
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  return page
}

/** What a part of the page says: its texts one after the other, with a space between. */
export function words({ element }: { readonly element: Node }): string {
  const texts: string[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent ?? '')
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim()
}

/**
 * The small court with lanes: a fast-track team beside team-1 hears the same category; half of the contract cases are
 * simple and take a judge half as long there.
 */
export const courtWithLanes = (): Court => {
  const court = smallCourt()
  return smallCourt({
    teams: [
      ...court.teams,
      { id: 'fast', name: '速裁团队', department: 'civil', track: 'fast-track', categories: ['合同'] },
    ],
    posts: [...court.posts, { unit: 'fast', role: 'judge' }, { unit: 'fast', role: 'clerk' }],
    caseTypes: [{ ...court.caseTypes[0], simpleShare: 0.5, fastWeights: { judge: 50 } }],
  })
}
