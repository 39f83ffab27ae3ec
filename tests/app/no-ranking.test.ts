import { flushPromises, type VueWrapper } from '@vue/test-utils'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { textsOf } from '../spoken'
import Chart from '@/app/ui/chart/Chart.vue'
import { workerKey } from '@/app/forecast/use-answer'
import { inlineWorker } from './forecast/inline-worker'
import { openPage } from './page'
import { smallCourt } from './small-court'
import type { Court } from '../../src/domain'

/** Promise 10 on the screens: people and teams stand in an order that has nothing to do with what they have closed. */

const teams = ['team-1', 'team-2', 'team-3']

/** A court whose teams get as many cases as each other, and close what is drawn. */
function courtThatCloses(closed: readonly number[]): Court {
  const court = smallCourt()
  const [row] = court.caseload
  const months = court.caseload.map(({ month }) => month)
  return {
    ...court,
    teams: [...court.teams, { ...court.teams[0]!, id: 'team-3', name: '三团队' }],
    caseload: teams.flatMap((team, at) => {
      let pending = 60
      return months.map((month) => {
        const carried = pending
        const done = Math.min(carried + 5, closed[at]!)
        pending = carried + 5 - done
        return { ...row!, team, month, carried, filed: 5, closed: done, pending }
      })
    }),
  }
}

const addresses = [
  '/',
  '/caseload',
  '/caseload?team=team-2',
  '/teams',
  '/divisions/民事',
  '/people',
  '/people/cy',
  '/me',
  '/need',
  '/caseload/backlog',
  '/caseload/forecast',
  '/caseload/enforcement',
]

let page: VueWrapper
afterEach(() => {
  page.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
Element.prototype.scrollIntoView = () => {}

/** Teams and people in the order in which the page names them, and the heads of columns that it lets sort. */
async function read(court: Court, address: string): Promise<{ names: string[]; sorts: string[] }> {
  page = await openPage(court, address, 'zh-CN', { provide: { [workerKey as symbol]: inlineWorker().speaker } })
  await vi.dynamicImportSettled()
  await flushPromises()
  // Pictures are read as the tables that say the same.
  for (const chart of page.findAllComponents(Chart)) await chart.get('.tools .sum-button').trigger('click')
  const known = new RegExp([...court.teams, ...court.people].map(({ name }) => name).join('|'), 'g')
  const names = [...(document.body.textContent ?? '').matchAll(known)].map(([name]) => name)
  return { names, sorts: page.findAll('th[aria-sort]').map((head) => head.text()) }
}

const drawn = fc.sample(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 12 })), {
  numRuns: process.env['FULL'] === undefined ? 1 : 8,
  seed: 10,
})
const { names, measures } = textsOf('zh-CN').indicators as Record<'names' | 'measures', Record<string, string>>
const figures = [...Object.values(names), ...Object.values(measures)]

describe('people and teams', () => {
  it.each(addresses)('on %s stand in one order, whoever closes more, and no indicator sorts them', async (address) => {
    const first = await read(courtThatCloses([1, 5, 9]), address)
    for (const head of first.sorts) expect(figures).not.toContain(head)
    for (const closed of drawn) {
      page.unmount()
      document.body.innerHTML = ''
      expect((await read(courtThatCloses(closed), address)).names, String(closed)).toEqual(first.names)
    }
  })
})
