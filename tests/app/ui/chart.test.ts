import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { setLanguage } from '../../../src/app/i18n'
import { drawFlow, flowHeight } from '../../../src/app/rounds/flow-picture'
import Chart from '../../../src/app/ui/chart/Chart.vue'
import { lookOf, type Draw } from '../../../src/app/ui/chart/look'
import { textsDrawn } from './draw'

beforeAll(() => setLanguage('en'))

const bars: Draw = () => ({
  xAxis: { type: 'category', data: ['January', 'February'] },
  yAxis: { type: 'value' },
  series: [{ type: 'bar', name: 'Filed', data: [3, 5] }],
})

describe('a chart', () => {
  const props = {
    title: 'Filed by month',
    description: 'Filed cases rise from 3 to 5.',
    draw: bars,
    table: {
      columns: [{ title: 'Month' }, { title: 'Filed', end: true }],
      rows: [
        ['January', '3'],
        ['February', '5'],
      ],
    },
  }
  it('says in words what the picture shows, and shows it as a table on demand', async () => {
    const chart = mount(Chart, { props })
    expect(chart.get('[role=img]').attributes('aria-label')).toBe(props.description)
    await chart.get('button').trigger('click')
    expect(chart.find('[role=img]').exists()).toBe(false)
    expect(chart.get('caption').text()).toBe('Filed by month')
    expect(chart.findAll('tbody tr').map((row) => row.text())).toEqual(['January3', 'February5'])
    expect(chart.findAll('tbody th').map((cell) => cell.attributes('scope'))).toEqual(['row', 'row'])
    await chart.get('button').trigger('click')
    expect(chart.find('[role=img]').exists()).toBe(true)
    chart.unmount()
    await flushPromises()
  })
  it('is drawn by the library from what it is given', () =>
    expect(textsDrawn(bars)).toEqual(expect.arrayContaining(['January', 'February', '5'])))
  it('is light on paper, whatever the screen is', () => {
    expect(lookOf('dark', true)).toBe(lookOf('light', false))
    expect(lookOf('dark', false)).not.toBe(lookOf('light', false))
  })
})

describe('the flow picture', () => {
  const flows = [
    { from: '办公室', to: '民一庭', people: ['张三', '李四'] },
    { from: '民一庭', to: '执行局', people: ['王五'] },
  ]
  it('names both sides, where one department gives and takes', () =>
    expect(textsDrawn(drawFlow(flows, ({ from }) => from)).toSorted()).toEqual(
      ['办公室', '执行局', '民一庭', '民一庭'].toSorted(),
    ))
  it('grows with the longer side', () => {
    expect(flowHeight(flows)).toBe('220px')
    expect(flowHeight(Array.from({ length: 20 }, (_, at) => ({ from: 'a', to: `${at}`, people: [] })))).toBe('680px')
  })
})
