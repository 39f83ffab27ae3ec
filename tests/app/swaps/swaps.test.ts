import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/me/MePage.vue'
import '@/app/rounds/RoundPage.vue'
import PersonSelect from '@/app/people/PersonSelect.vue'
import MySwap from '@/app/swaps/MySwap.vue'
import SwapsList from '@/app/swaps/SwapsList.vue'
import { asked } from '@/app/ui/confirm'
import { blankRound, type PlanData, type Round, type Swap } from '@/domain'
import type { ToldSwap } from '@/app/api'
import { openRoundPage } from '../consult/round'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

/** A server of the swaps under a round's plan. */
let rows: Swap[]
let window: { open: boolean; until: string | null }
let outcome: ToldSwap
let sent: { path: string; given: Record<string, string> }[]
const swap = (more: Partial<Swap>): Swap => ({
  ...{ id: 's1', person: 'cy', other: 'bo', text: 'I live nearer', state: 'asked', plan: 1, answer: null },
  ...{ askedOn: '2026-11-28', answeredOn: null, settledOn: null, ...more },
})
function answerTo(path: string, { method = 'GET', body }: RequestInit): Response {
  const say = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
  if (method === 'GET') return say(200, { ...window, swaps: rows })
  const given = body === undefined ? {} : (JSON.parse(body as string) as Record<string, string>)
  if (path.endsWith('/check')) return say(200, outcome)
  sent.push({ path: path.slice(path.indexOf('/swaps')), given })
  if (path.endsWith('/swaps')) rows = [swap({ ...given })]
  else rows = rows.map((row) => ({ ...row, state: 'withdrawn', settledOn: '2026-11-29', ...given }))
  return say(path.endsWith('/swaps') ? 201 : 200, rows[0])
}
let page: VueWrapper
beforeEach(() => {
  rows = []
  sent = []
  window = { open: true, until: '2099-12-01' }
  outcome = {
    kind: 'price',
    goals: [
      { goal: 'front-line-shortage', now: 500, then: 700 },
      { goal: 'fit', now: 90, then: 80 },
    ],
  }
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  localStorage.clear()
})
function take(): void {
  const rest = fetch
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) =>
    path.includes('/swaps') ? answerTo(path, init) : rest(path, init),
  )
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await flushPromises()
}

describe('a person', () => {
  const round: Round = { id: 'r1', name: 'Round 1', date: '2026-03-02', ...blankRound }
  const plan: PlanData = {
    ann: 'ann@team-1/judge',
    bo: 'bo@office/clerk',
    cy: 'cy@team-1/clerk',
    di: 'di@office/clerk',
  }
  const kept = { plan, status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' }
  async function show(): Promise<void> {
    localStorage.setItem('frontline.me.small', 'bo')
    const more = {
      '/rounds': [{ round, version: 1, kept: true }],
      '/plan': kept,
      '/swaps': { ...window, swaps: rows },
    }
    page = await openPage(smallCourt(), '/me', 'en', { more })
    take()
  }
  const card = () => page.getComponent(MySwap)
  const words = (): string => card().text().replace(/\s+/g, ' ')
  const button = (text: string) =>
    card()
      .findAll('button')
      .find((each) => each.text() === text)!
  const choose = async (who: string): Promise<void> => {
    card().getComponent(PersonSelect).vm.$emit('update:modelValue', who)
    await settle()
  }

  it('chooses among those with another post, reads what it comes to, and asks', async () => {
    await show()
    expect(card().getComponent(PersonSelect).props('people')).toEqual([{ id: 'cy', name: '曾国栋', role: 'clerk' }])
    expect(words()).toContain('up to and including 2099-12-01')
    await choose('cy')
    expect(words()).toMatch(/You to 民事审判庭 · 一团队 · Clerk, 曾国栋 to 办公室 · Clerk/)
    expect(words()).toMatch(/nobody else moves.*0\.5.*0\.7/)
    await card().get('textarea').setValue('  I live nearer ')
    await card().get('form').trigger('submit')
    await settle()
    expect(sent).toEqual([{ path: '/swaps', given: { person: 'bo', other: 'cy', text: 'I live nearer' } }])
    expect(words()).toContain('Waiting for the colleague')
    expect(card().find('form').exists()).toBe(false)
    await button('Take the swap back').trigger('click')
    asked.value!.answer(true)
    await settle()
    expect(words()).toMatch(/Taken back.*settled on 2026-11-29/)
  })
  it('reads which rules forbid it, and cannot ask then', async () => {
    outcome = { kind: 'forbidden', rules: [], withheld: true }
    await show()
    await choose('cy')
    expect(words()).toContain('It is not possible:Rules forbid it that rest on personal facts')
    expect(card().find('form textarea').exists()).toBe(false)
  })
  it('is asked, looks at what it would mean, and agrees', async () => {
    rows = [swap({})]
    await show()
    expect(words()).toMatch(/曾国栋 asks 单雄 to swap.*曾国栋 to 办公室.*单雄 to 民事审判庭.*Words: I live nearer/)
    await button('What would it mean?').trigger('click')
    await settle()
    expect(words()).toContain('nobody else moves')
    await button('Agree').trigger('click')
    await settle()
    expect(sent).toEqual([{ path: '/swaps/s1/answer', given: { state: 'agreed' } }])
    expect(words()).toContain('Agreed, waiting for HR')
  })
  it('reads what HR said, and that time is over', async () => {
    window = { open: false, until: '2026-11-27' }
    rows = [swap({ state: 'refused', answer: 'The registry needs you', settledOn: '2026-11-28' })]
    await show()
    expect(words()).toMatch(/Not accepted.*HR says: The registry needs you/)
    page.unmount()
    rows = []
    await show()
    expect(words()).toContain('The time to ask for a swap ended on 2026-11-27.')
  })
})

describe('HR', () => {
  const list = () => page.getComponent(SwapsList)
  const button = (text: string) =>
    list()
      .findAll('button')
      .find((each) => each.text() === text)!
  it('decides what two have agreed, and says why not', async () => {
    rows = [swap({ id: 's0', state: 'declined', settledOn: '2026-11-28' }), swap({ state: 'agreed' })]
    const more = { '/swaps': { ...window, swaps: rows } }
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { more }))
    take()
    await settle()
    expect(list().text()).toContain('2 in all, 1 agreed and to be decided.')
    expect(list().findAll('form')).toHaveLength(1)
    expect(button('Do not accept').attributes('disabled')).toBeDefined()
    await button('What would it mean?').trigger('click')
    await settle()
    expect(list().text()).toContain('nobody else moves')
    await list().get('textarea').setValue('Not now')
    await button('Do not accept').trigger('click')
    await settle()
    expect(sent).toEqual([{ path: '/swaps/s1/decision', given: { state: 'refused', answer: 'Not now' } }])
  })
  it('accepts, and reads the round and its plan anew', async () => {
    rows = [swap({ state: 'agreed' })]
    const more = { '/swaps': { ...window, swaps: rows } }
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { more }))
    take()
    await settle()
    const read = vi.spyOn(globalThis, 'fetch')
    await button('Accept and change the plan').trigger('click')
    await settle()
    expect(sent).toEqual([{ path: '/swaps/s1/decision', given: { state: 'accepted', answer: '' } }])
    const paths = read.mock.calls.map(([path]) => path as string)
    expect(paths.some((path) => path.endsWith('/plan'))).toBe(true)
    expect(paths.some((path) => path.endsWith('/rounds/r1'))).toBe(true)
  })
})
