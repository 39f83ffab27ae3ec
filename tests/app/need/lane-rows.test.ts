import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { setLanguage } from '@/app/i18n'
import LaneRows from '@/app/need/lanes/LaneRows.vue'

const total = (need: number) => ({ need, have: 1, short: Math.max(0, need - 1), surplus: Math.max(0, 1 - need) })
const rowsAt = (need: number, ids = ['a', 'b', 'c']) =>
  ids.map((id) => ({ id, name: id, before: total(1), after: total(need) }))

/** The newest observer: tells what is in sight, and what it watches. */
let observer: { tell: (seen: Record<string, boolean>) => Promise<void>; watched: () => string[] }
const nameOf = (row: Element): string => row.querySelector('span')!.textContent
class Observer {
  constructor(follow: (seen: { target: Element; isIntersecting: boolean }[]) => void) {
    observer = {
      watched: () => this.rows.map(nameOf),
      tell: (seen) => {
        const told = this.rows.filter((row) => nameOf(row) in seen)
        follow(told.map((target) => ({ target, isIntersecting: seen[nameOf(target)]! })))
        return nextTick()
      },
    }
  }
  readonly rows: Element[] = []
  readonly observe = (row: Element): unknown => this.rows.push(row)
  readonly disconnect = (): unknown => this.rows.splice(0)
}

let page: VueWrapper
const show = (): void => {
  page = mount(LaneRows, {
    props: { title: 'Lanes', rows: rowsAt(2) },
    global: { stubs: { FilingsWindow: true } },
    attachTo: document.body,
  })
}
const slide = (need: number, ids?: string[]): Promise<void> => page.setProps({ rows: rowsAt(need, ids) })
/** What each row says the need would be. */
const needs = (): string[] =>
  page.findAll('li').map((row) => /need ([\d.]+)/.exec(row.findAll('[role=img]')[1]!.attributes('aria-label')!)![1]!)

beforeAll(() => setLanguage('en'))
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IntersectionObserver', Observer)
  show()
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('rows of lanes', () => {
  it('follow the slider at once in sight, and out of sight when it rests', async () => {
    await observer.tell({ b: false })
    await slide(3)
    await slide(4)
    expect(needs()).toEqual(['4.0', '2.0', '4.0'])
    await vi.advanceTimersByTimeAsync(200)
    expect(needs()).toEqual(['4.0', '4.0', '4.0'])
  })
  it('do not follow while the slider still moves', async () => {
    await observer.tell({ b: false })
    for (const need of [3, 4, 5]) {
      await slide(need)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(needs()).toEqual(['5.0', '2.0', '5.0'])
  })
  it('are up to date as soon as they come into sight', async () => {
    await observer.tell({ c: false })
    await slide(3)
    await observer.tell({ c: true })
    expect(needs()).toEqual(['3.0', '3.0', '3.0'])
  })
  it('are all up to date on paper', async () => {
    await observer.tell({ a: false, b: false, c: false })
    await slide(3)
    expect(needs()).toEqual(['2.0', '2.0', '2.0'])
    dispatchEvent(new Event('beforeprint'))
    await nextTick()
    expect(needs()).toEqual(['3.0', '3.0', '3.0'])
  })
  it('are watched when they come, while those known stay as they are', async () => {
    await observer.tell({ c: false })
    await slide(3, ['a', 'b', 'c', 'd'])
    expect(observer.watched()).toEqual(['a', 'b', 'c', 'd'])
    expect(needs()).toEqual(['3.0', '3.0', '2.0', '3.0'])
  })
  it('say the same in another language at once, whether in sight or not', async () => {
    await observer.tell({ b: false })
    await setLanguage('zh-CN')
    await nextTick()
    for (const row of page.findAll('li')) expect(row.text()).toContain('需要多 1.0')
    expect(page.text()).not.toContain('needs')
    await setLanguage('en')
  })
  it('are all in sight where nothing tells what is', async () => {
    page.unmount()
    vi.unstubAllGlobals()
    show()
    await slide(3)
    expect(needs()).toEqual(['3.0', '3.0', '3.0'])
  })
})
