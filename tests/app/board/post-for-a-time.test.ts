import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { ElDatePicker } from 'element-plus'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { blankRound, defineProblem, presentPlan, problemOf, writePlan, type Decision, type Round } from '@/domain'
import type { Language } from '@/app/i18n'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

vi.setConfig({ testTimeout: 60_000 })
const round: Round = { id: 'r1', name: 'Round', date: '2026-03-01', ...blankRound }
const seat = 'bo@team-1/clerk'
const posting = (until: string): Decision => ({ kind: 'pin', person: 'bo', seat, reason: '', until })

let page: VueWrapper
let saved: Round[]
beforeAll(() => {
  // jsdom has no picture of where things are.
  Element.prototype.scrollIntoView = () => undefined
})
beforeEach(() => {
  saved = []
  localStorage.clear()
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn++) await flushPromises()
}
const decisions = (): Decision[] | undefined => saved.at(-1)?.decisions
const body = new DOMWrapper(document.body)
const card = () => page.find('[data-person="bo"]')
const place = (): string | undefined => card().attributes('data-unit')
const spoken = (): string => page.find('[data-testid="board-status"]').text()

async function openBoard(language: Language, plan: unknown = null): Promise<void> {
  const more = {
    '/rounds': [{ round, version: 1, kept: false }],
    '/rounds/r1': { round, version: 1 },
    '/plan': plan,
    '/runs/latest': null,
  }
  // The planner plans ahead after a move by hand; that is another test's matter.
  const Idle = class extends EventTarget {
    postMessage(): void {}
    terminate(): void {}
  }
  vi.stubGlobal('Worker', Idle)
  // jsdom has none.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  page = await openPage(smallCourt(), '/rounds/r1/board', language, { more })
  await vi.dynamicImportSettled()
  await settle()
  const answers = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init?: RequestInit): Promise<Response> => {
    if (init?.method === 'PUT' && path.endsWith('/rounds/r1')) saved.push(JSON.parse(init.body as string) as Round)
    return answers(path, init)
  })
}
const shownDialog = () => body.findAll('.el-dialog').at(-1)!
const panel = () => shownDialog().findAll('details')[0]!
const press = async (text: string): Promise<void> => {
  const button = body.findAll('button').find((each) => each.text() === text || each.attributes('aria-label') === text)
  await button!.trigger('click')
  await settle()
}
/** Opens "Move to…" and in it what posts for a time. */
async function openPanel(): Promise<void> {
  card().element.parentElement!.querySelector<HTMLElement>('.menu')!.click()
  await settle()
  const details = panel().element as HTMLDetailsElement
  details.open = true
  await panel().trigger('toggle')
}
async function choose(until: string): Promise<void> {
  page.findComponent(ElDatePicker).vm.$emit('update:modelValue', until)
  await settle()
}

const texts: Record<Language, Record<'open' | 'do' | 'tooLong' | 'chip' | 'said' | 'change' | 'forGood', string>> = {
  en: {
    open: 'Post for a time…',
    do: 'Post and pin',
    tooLong: 'that is longer than allowed',
    chip: 'temporary until 2026-08-31',
    said: '单雄 posted to 民事审判庭 · 一团队 · Clerk until 2026-08-31, and pinned.',
    change: 'Change the day',
    forGood: 'Move for good',
  },
  'zh-CN': {
    open: '挂职到其他岗位…',
    do: '挂职并锁定',
    tooLong: '超过最长期限',
    chip: '挂职至 2026-08-31',
    said: '单雄挂职到民事审判庭 · 一团队 · 书记员，至 2026-08-31，已锁定。',
    change: '更改截止日',
    forGood: '改为正式调任',
  },
}
describe.each(Object.entries(texts) as [Language, (typeof texts)[Language]][])(
  'a temporary posting (%s)',
  (language, words) => {
    it('is a choice of the dialog: rules answer to its day, the card and the speech say until when', async () => {
      await openBoard(language)
      await openPanel()
      expect(panel().find('summary').text()).toBe(words.open)
      expect(page.findComponent(ElDatePicker).props('modelValue')).toBe('2027-02-28')
      await panel().find('select').setValue(seat)
      expect(panel().text()).not.toContain(words.tooLong)
      await choose('2027-03-01')
      expect(panel().text()).toContain(words.tooLong)
      await choose('2026-08-31')
      expect(panel().text()).not.toContain(words.tooLong)
      await press(words.do)
      expect(decisions()).toEqual([posting('2026-08-31')])
      expect(place()).toBe('team-1')
      expect(card().text()).toContain(words.chip)
      expect(card().attributes('aria-label')).toContain(words.chip)
      expect(spoken()).toBe(words.said)
    })
    it('may have its day changed, or dropped so that the move is for good', async () => {
      await openBoard(language)
      await openPanel()
      await panel().find('select').setValue(seat)
      await press(words.do)
      await openPanel()
      expect(page.findComponent(ElDatePicker).props('modelValue')).toBe('2027-02-28')
      await choose('2026-08-31')
      await press(words.change)
      expect(decisions()).toEqual([posting('2026-08-31')])
      expect(card().text()).toContain(words.chip)
      await openPanel()
      await press(words.forGood)
      expect(decisions()).toEqual([{ kind: 'pin', person: 'bo', seat, reason: '' }])
      expect(place()).toBe('team-1')
      expect(card().text()).not.toContain(words.chip)
    })
  },
)

describe('a temporary posting', () => {
  const post = async (): Promise<void> => {
    await openBoard('en')
    await openPanel()
    await panel().find('select').setValue(seat)
    await choose('2026-08-31')
    await press('Post and pin')
  }
  it('is taken back and made again with its move, and said so', async () => {
    await post()
    await press('Undo')
    expect(decisions()).toEqual([])
    expect(place()).toBe('office')
    expect(spoken()).toBe('The move of 单雄 is taken back. No longer posted for a time.')
    await press('Redo')
    expect(decisions()).toEqual([posting('2026-08-31')])
    expect(place()).toBe('team-1')
    expect(spoken()).toBe('The move of 单雄 is made again. Posted until 2026-08-31 now.')
  })
  it('ends with its seat when the person is moved on', async () => {
    await post()
    card().element.parentElement!.querySelector<HTMLElement>('.menu')!.click()
    await settle()
    const back = shownDialog()
      .findAll('button')
      .find((each) => each.attributes('aria-label') === 'Move 单雄 to 民事审判庭 · Clerk')
    await back!.trigger('click')
    await settle()
    expect(place()).toBe('civil')
    expect(decisions()).toEqual([])
    await press('Undo')
    expect(place()).toBe('team-1')
    expect(decisions()).toEqual([posting('2026-08-31')])
  })
  it('is for good once the person is unpinned', async () => {
    await post()
    await press('Pin 单雄')
    expect(decisions()).toEqual([])
    expect(place()).toBe('team-1')
    expect(spoken()).toBe('单雄 unpinned, and no longer posted for a time.')
  })
  it('of somebody who goes there in the kept plan can be kept again', async () => {
    const problem = defineProblem(problemOf(smallCourt(), round))
    const plan = { ...writePlan(problem, presentPlan(problem)), bo: seat }
    const kept = { plan, status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' }
    await openBoard('en', kept)
    const keep = () => page.findAll('button').find((each) => each.text() === 'Keep this plan')!
    expect(keep().attributes('disabled')).toBeDefined()
    await openPanel()
    await press('Post and pin')
    expect(decisions()).toEqual([posting('2027-02-28')])
    expect(keep().attributes('disabled')).toBeUndefined()
  })
  it('stays as it was where the round cannot be saved', async () => {
    await openBoard('en')
    await openPanel()
    await panel().find('select').setValue(seat)
    const answers = globalThis.fetch
    vi.stubGlobal('fetch', (path: string, init?: RequestInit): Promise<Response> =>
      init?.method === 'PUT' ? Promise.reject(new Error('gone')) : answers(path, init),
    )
    await press('Post and pin')
    expect(place()).toBe('office')
    expect(card().text()).not.toContain('temporary')
  })
})
