import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/me/MePage.vue'
import '@/app/rounds/RoundPage.vue'
import MyObjection from '@/app/objections/MyObjection.vue'
import ObjectionsList from '@/app/objections/ObjectionsList.vue'
import { asked } from '@/app/ui/confirm'
import { blankRound, defineProblem, presentPlan, problemOf, writePlan, type Objection, type Round } from '@/domain'
import { openRoundPage } from '../consult/round'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

/** A server of the objections to a round's plan. */
let rows: Objection[]
let window: { open: boolean; until: string | null }
const objection = (more: Partial<Objection>): Objection => ({
  ...{ id: 'o1', person: 'bo', text: 'I look after my father', state: 'open', answer: null, settledOn: null },
  ...{ filedOn: '2026-11-20', answerBy: '2099-12-04', ...more },
})
function answerTo(path: string, { method = 'GET', body }: RequestInit): Response {
  const say = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
  if (method === 'GET') return say(200, { ...window, objections: rows })
  const given = body === undefined ? {} : (JSON.parse(body as string) as Partial<Objection>)
  if (path.endsWith('/objections')) {
    if (rows.some(({ state }) => state === 'open')) return say(409, { code: 'objection-open', facts: { round: 'R' } })
    rows = [...rows, objection({ ...given, filedOn: '2026-11-29' })]
    return say(201, rows.at(-1))
  }
  const state = path.endsWith('/withdrawal') ? 'withdrawn' : given.state!
  rows = rows.map((row) => ({ ...row, ...given, state, settledOn: '2026-11-29' }))
  return say(200, rows[0])
}
let page: VueWrapper
beforeEach(() => {
  rows = []
  window = { open: true, until: '2099-12-01' }
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  localStorage.clear()
})
function take(): void {
  const rest = fetch
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) =>
    path.includes('/objections') ? answerTo(path, init) : rest(path, init),
  )
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) await flushPromises()
}

describe('a person', () => {
  const court = smallCourt()
  const round: Round = { id: 'r1', name: 'Round 1', date: '2026-03-02', ...blankRound }
  const problem = defineProblem(problemOf(court, round))
  const plan = writePlan(problem, presentPlan(problem))
  const kept = { plan, status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' }
  async function show(): Promise<void> {
    localStorage.setItem('frontline.me.small', 'bo')
    const more = {
      '/rounds': [{ round, version: 1, kept: true }],
      '/plan': kept,
      '/objections': { ...window, objections: rows },
    }
    page = await openPage(court, '/me', 'en', { more })
    take()
  }
  const card = () => page.getComponent(MyObjection)
  const words = (): string => card().text().replace(/\s+/g, ' ')

  it('objects in words, sees by when it is answered, and takes it back', async () => {
    await show()
    expect(words()).toContain('up to and including 2099-12-01')
    expect(card().get('form button').attributes('disabled')).toBeDefined()
    await card().get('textarea').setValue('  I look after my father  ')
    await card().get('form').trigger('submit')
    await settle()
    expect(rows).toMatchObject([{ person: 'bo', text: 'I look after my father', state: 'open' }])
    expect(words()).toContain('To be answeredfiled on 2026-11-29, to be answered by 2099-12-04')
    expect(card().find('form').exists()).toBe(false)
    await card().get('button').trigger('click')
    asked.value!.answer(true)
    await settle()
    expect(rows).toMatchObject([{ state: 'withdrawn' }])
    expect(card().find('form').exists()).toBe(true)
  })
  it('keeps the words where the server refuses them, and is told why', async () => {
    await show()
    rows = [objection({ person: 'cy' })]
    await card().get('textarea').setValue('mine')
    await card().get('form').trigger('submit')
    await settle()
    expect(words()).toContain('is still to be answered')
    expect(card().get('textarea').element.value).toBe('mine')
  })
  it('reads the answer, and that time is over', async () => {
    window = { open: false, until: '2026-11-27' }
    rows = [objection({ state: 'dismissed', answer: 'The post stays as it is', settledOn: '2026-11-25' })]
    await show()
    expect(words()).toMatch(/Not upheld.*Answer: The post stays as it is/)
    expect(card().find('form').exists()).toBe(false)
    page.unmount()
    rows = []
    await show()
    expect(words()).toContain('The time to object ended on 2026-11-27.')
  })
})

describe('HR', () => {
  const list = () => page.getComponent(ObjectionsList)
  it('answers an objection with reasons, and sees which are overdue', async () => {
    rows = [objection({ answerBy: '2026-01-01' })]
    const more = { '/objections': { ...window, objections: rows } }
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { more }))
    take()
    await settle()
    expect(list().text()).toContain('overdue')
    const [uphold] = list().findAll('form button')
    expect(uphold!.attributes('disabled')).toBeDefined()
    await list().get('textarea').setValue('Agreed')
    await uphold!.trigger('click')
    await settle()
    expect(rows).toMatchObject([{ state: 'upheld', answer: 'Agreed' }])
    expect(list().text()).toContain('Upheld')
  })
})
