import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { blankRound, type Round } from '@/domain'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

vi.setConfig({ testTimeout: 60_000 })
const round: Round = { id: 'r1', name: 'Round', date: '2026-03-01', ...blankRound }
let page: VueWrapper
beforeAll(() => {
  // jsdom has no picture of where things are.
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn++) await flushPromises()
}
const key = async (name: string): Promise<void> => {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
  await settle()
}

it('puts the card down by Escape wherever the focus is, and nothing else hears of it', async () => {
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  const more = {
    '/rounds': [{ round, version: 1, kept: false }],
    '/rounds/r1': { round, version: 1 },
    '/plan': null,
    '/runs/latest': null,
  }
  page = await openPage(smallCourt(), '/rounds/r1/board', 'en', { more })
  await vi.dynamicImportSettled()
  await settle()
  const heard = vi.fn()
  document.addEventListener('keydown', heard)
  const card = page.find<HTMLElement>('[data-person="bo"]')
  card.element.focus()
  await key(' ')
  await key('ArrowRight')
  expect(card.attributes('aria-pressed')).toBe('true')
  page.find<HTMLElement>('h1').element.focus()
  heard.mockClear()
  await key('Escape')
  expect(card.attributes('aria-pressed')).toBe('false')
  expect(page.find('[data-testid="board-status"]').text()).toBe('单雄 is back in place.')
  expect(document.activeElement).toBe(card.element)
  expect(card.attributes('data-unit')).toBe('office')
  expect(heard).not.toHaveBeenCalled()
  await key('Escape')
  expect(heard).toHaveBeenCalledOnce()
  document.removeEventListener('keydown', heard)
})
