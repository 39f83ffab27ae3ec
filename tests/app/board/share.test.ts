import { DOMWrapper, flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { blankRound, type Round } from '@/domain'
import type { Language } from '@/app/i18n'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

vi.setConfig({ testTimeout: 60_000 })
const round: Round = { id: 'r1', name: 'Round', date: '2026-03-01', ...blankRound }
const texts: Record<Language, { menu: string; open: string; do: string; second: string }> = {
  en: {
    menu: 'Move 单雄 to…',
    open: 'Share between two posts…',
    do: 'Share and pin',
    second: 'Second post',
  },
  'zh-CN': { menu: '把单雄调到…', open: '在两个岗位分任…', do: '分任并锁定', second: '第二岗位' },
}
let page: VueWrapper
beforeAll(() => {
  // jsdom has no picture of where things are.
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

it.each(Object.entries(texts) as [Language, (typeof texts)[Language]][])(
  'gives a person to two posts at once, pinned there (%s)',
  async (language, words) => {
    const more = {
      '/rounds': [{ round, version: 1, kept: false }],
      '/rounds/r1': { round, version: 1 },
      '/plan': null,
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
    for (let turn = 0; turn < 6; turn++) await flushPromises()
    const answers = globalThis.fetch
    const saved: Round[] = []
    vi.stubGlobal('fetch', (path: string, init?: RequestInit): Promise<Response> => {
      if (init?.method === 'PUT' && path.endsWith('/rounds/r1')) saved.push(JSON.parse(init.body as string) as Round)
      return answers(path, init)
    })
    const body = new DOMWrapper(document.body)
    const card = page.find('[data-person="bo"]')
    expect(card.exists()).toBe(true)
    card.element.parentElement!.querySelector<HTMLElement>('.menu')!.click()
    await flushPromises()
    const dialog = body.findAll('.el-dialog').find((each) => each.text().includes(words.menu))!
    const details = dialog.findAll('details').find((each) => each.find('summary').text() === words.open)!
    expect(details.exists()).toBe(true)
    const press = () => details.findAll('button').find((each) => each.text() === words.do)!
    expect(press().attributes('disabled')).toBeDefined()
    const select = details
      .findAll('label')
      .find((each) => each.text().startsWith(words.second))!
      .find('select')
    await select.setValue('civil/clerk')
    await press().trigger('click')
    for (let turn = 0; turn < 6; turn++) await flushPromises()
    expect(saved.at(-1)?.decisions).toEqual([
      { kind: 'pin', person: 'bo', seat: 'bo@civil/clerk:500+office/clerk:500', reason: '' },
    ])
    expect(page.findAll('[data-person="bo"]').map((each) => each.attributes('data-unit'))).toEqual(
      expect.arrayContaining(['civil', 'office']),
    )
    expect(page.find('[data-person="bo"]').attributes('aria-label')).toContain('50%')
  },
)
