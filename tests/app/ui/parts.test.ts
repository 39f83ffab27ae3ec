import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { setLanguage, useT } from '../../../src/app/i18n'
import { asked, confirm } from '../../../src/app/ui/confirm'
import DataTable from '../../../src/app/ui/DataTable.vue'
import { countOf, fte, number, percent, verdictOf, writerFor } from '../../../src/app/ui/format'
import GapBar from '../../../src/app/ui/GapBar.vue'
import { sortBy } from '../../../src/app/ui/sort'

beforeAll(() => setLanguage('en'))

describe('figures', () => {
  it('round only when shown', () => {
    expect([fte(0.04), fte(-0.04), fte(1.25), fte(1234.5)]).toEqual(['0.0', '0.0', '1.3', '1,234.5'])
    expect(percent(0.91369)).toBe('91.37 %')
  })
  it('of what is counted choose the singular, and are grouped in the plural', () => {
    const { t } = useT()
    expect([0, 1, 1234].map((each) => t('campaigns.cases', countOf(each)))).toEqual([
      '0 cases',
      '1 case',
      '1,234 cases',
    ])
  })
  it('of an opened sum give by hand what the sum shows, with no more decimals than it takes', () => {
    const closings = (full: number, counted: number, need: number): number => (full * counted) / need
    const sums: [number, number, number][] = [
      [55.4128, 4.8487, 5.5204],
      [61, 3, 4],
      [10.005, 2 / 3, 1.2349],
    ]
    for (const parts of sums) {
      const write = writerFor(parts, closings)
      const [full, counted, need] = parts.map((part) => Number(write(part).replaceAll(',', '')))
      expect(number(closings(full!, counted!, need!))).toBe(number(closings(...parts)))
    }
    expect(writerFor([61, 3, 4] as const, closings)(1 / 3)).toBe('0.33')
    const gap = writerFor([1.84, 0.96], (need, have) => need - have, { least: 1, always: 1 })
    expect([gap(1.84), gap(0.96), gap(1), fte(1.84 - 0.96)]).toEqual(['1.84', '0.96', '1.0', '0.9'])
  })
  it('are balanced where the difference would show as 0.0', () =>
    expect([verdictOf(1, 0.96), verdictOf(1, 0.94), verdictOf(1, 1.06), verdictOf(null, 3)]).toEqual([
      'balanced',
      'short',
      'surplus',
      'unknown',
    ]))
})

describe('the gap bar', () => {
  const said = (props: InstanceType<typeof GapBar>['$props']): string =>
    mount(GapBar, { props }).get('[role=img]').attributes('aria-label')!
  it('says what it draws', () => {
    expect(said({ need: 2, have: 0.5, label: 'Clerk' })).toBe('Clerk, need 2.0, have 0.5, short 1.5')
    expect(said({ need: 1, have: 1 })).toBe('need 1.0, have 1.0, balanced')
    expect(said({ need: null, have: 2 })).toBe('have 2.0, not computable')
  })
  it('does not let the surplus of one post cover what another lacks', () =>
    expect(said({ need: 2, have: 2, short: 0.5, surplus: 0.5 })).toContain('short 0.5'))
  it('draws to the scale of its picture', () => {
    const bar = mount(GapBar, { props: { need: 2, have: 1, scale: 4 } })
    expect(bar.get('.have').attributes('style')).toContain('width: 25%')
    expect(bar.get('.missing').attributes('style')).toContain('width: 25%')
  })
})

describe('sorting', () => {
  it('goes by number and by pinyin; what has no value comes last either way', () => {
    expect(sortBy([3, null, 20], (n) => n, false)).toEqual([3, 20, null])
    expect(sortBy([3, null, 20], (n) => n, true)).toEqual([20, 3, null])
    expect(sortBy(['王', '李', '陈'], (name) => name, false)).toEqual(['陈', '李', '王'])
  })
})

describe('the table', () => {
  // The real page has a viewport; here every element is 400 pixels high, so that about twenty rows are in sight.
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800)
  })
  const rows = Array.from({ length: 200 }, (_, index) => ({ id: `p${index}`, size: (index * 7) % 200 }))
  const table = async (stacks = false) => {
    const page = mount(DataTable<{ id: string; size: number }>, {
      props: {
        rows,
        columns: [
          { key: 'id', title: 'Id' },
          { key: 'size', title: 'Size', value: (row) => row.size },
        ],
        rowKey: (row) => row.id,
        caption: 'People',
        stacks,
      },
      slots: { id: ({ row }: { row: { id: string } }) => row.id },
      attachTo: document.body,
    })
    await flushPromises()
    return page
  }

  it('sorts by a column up, down, and back, and says so', async () => {
    const page = await table()
    const head = page.findAll('th')[1]!
    const first = (): string => page.findAll('tbody tr:not(.space) td')[0]!.text()
    const button = head.get('button')
    await button.trigger('click')
    await flushPromises()
    expect([head.attributes('aria-sort'), first()]).toEqual(['ascending', 'p0'])
    await button.trigger('click')
    await flushPromises()
    expect([head.attributes('aria-sort'), first()]).toEqual([
      'descending',
      `p${rows.find((row) => row.size === 199)!.id.slice(1)}`,
    ])
    await button.trigger('click')
    await flushPromises()
    expect(head.attributes('aria-sort')).toBe('none')
    page.unmount()
  })
  it('draws fewer of the rows that stack, as their cards are higher, and says in each cell what it is', async () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100)
    const page = await table(true)
    await flushPromises()
    const drawn = page.findAll('tbody tr:not(.space)')
    expect(drawn.length).toBeLessThan(20)
    expect(drawn[0]!.findAll('td').map((cell) => cell.attributes('data-title'))).toEqual(['Id', 'Size'])
    page.unmount()
    vi.restoreAllMocks()
  })
  it('draws only rows in sight, and every row when printed', async () => {
    const page = await table()
    await flushPromises()
    expect(page.findAll('tbody tr:not(.space)').length).toBeGreaterThan(5)
    expect(page.findAll('tbody tr:not(.space)').length).toBeLessThan(60)
    dispatchEvent(new Event('beforeprint'))
    await flushPromises()
    expect(page.findAll('tbody tr:not(.space)')).toHaveLength(200)
    dispatchEvent(new Event('afterprint'))
    await flushPromises()
    expect(page.findAll('tbody tr:not(.space)').length).toBeLessThan(60)
    page.unmount()
  })
})

describe('a question', () => {
  const question = { title: 'Remove?', text: 'It is gone for good.', verb: 'Remove it' }
  it('is answered by the person', async () => {
    const answer = confirm(question)
    expect(asked.value?.verb).toBe('Remove it')
    asked.value!.answer(true)
    expect(await answer).toBe(true)
    expect(asked.value).toBeUndefined()
  })
  it('that comes second answers the first with no', async () => {
    const first = confirm(question)
    const second = confirm(question)
    expect(await first).toBe(false)
    asked.value!.answer(true)
    expect(await second).toBe(true)
  })
})
