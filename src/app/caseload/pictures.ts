import type { CalendarMonth, Range } from '../../domain'
import type { Draw, Look } from '../ui/chart/look'

/** A course of values by month; null where there is none. */
export interface Course {
  readonly name: string
  readonly values: readonly (number | null)[]
}

const grid = { left: 8, right: 16, top: 36, bottom: 8, containLabel: true } as const
const months = (list: readonly CalendarMonth[]) => ({ type: 'category' as const, data: [...list] })
const legend = ({ ink }: Look) => ({ top: 0, left: 0, textStyle: { color: ink }, itemWidth: 18, itemHeight: 10 })
const said = (say: (value: number) => string) => (value: unknown) => (typeof value === 'number' ? say(value) : '–')

/**
 * A course before the band of its range, with what it is compared with dashed behind it, and a month from which on
 * something holds.
 */
export function drawTrend(
  list: readonly CalendarMonth[],
  now: Course,
  before: Course,
  range: Range | null,
  say: (value: number) => string,
  since?: { readonly month: CalendarMonth; readonly name: string },
): Draw {
  return (look) => ({
    legend: legend(look),
    grid,
    tooltip: { trigger: 'axis', valueFormatter: said(say) },
    xAxis: months(list),
    yAxis: { type: 'value', scale: true },
    series: [
      {
        type: 'line',
        name: now.name,
        data: [...now.values],
        lineStyle: { width: 2.5, color: look.colours[0] },
        itemStyle: { color: look.colours[0] },
        symbolSize: 5,
        ...(since && {
          markLine: {
            silent: true,
            symbol: 'none',
            label: { formatter: since.name, color: look.ink },
            lineStyle: { type: 'dotted', width: 1.5, color: look.ink },
            data: [{ xAxis: since.month }],
          },
        }),
        ...(range && {
          markArea: {
            silent: true,
            itemStyle: { color: look.band },
            data: [[{ yAxis: range.low ?? -Infinity }, { yAxis: range.high ?? Infinity }]],
          },
        }),
      },
      {
        type: 'line',
        name: before.name,
        data: [...before.values],
        lineStyle: { width: 1.5, type: 'dashed', color: look.quiet },
        itemStyle: { color: look.quiet },
        symbol: 'none',
      },
    ],
  })
}

/** What came and what went as bars, the stock as a line over them, on an axis of its own. */
export const drawFlowByMonth =
  (list: readonly CalendarMonth[], filed: Course, closed: Course, pending: Course, say: (n: number) => string): Draw =>
  (look) => ({
    legend: legend(look),
    grid,
    tooltip: { trigger: 'axis', valueFormatter: said(say) },
    xAxis: months(list),
    yAxis: [{ type: 'value' }, { type: 'value', splitLine: { show: false }, scale: true }],
    series: [
      ...[filed, closed].map(({ name, values }) => ({
        type: 'bar' as const,
        name,
        data: [...values],
        barMaxWidth: 14,
      })),
      {
        type: 'line',
        name: pending.name,
        data: [...pending.values],
        yAxisIndex: 1,
        lineStyle: { width: 2.5, color: look.colours[5] },
        itemStyle: { color: look.colours[5] },
        symbolSize: 5,
      },
    ],
  })

/** Parts of a whole by month, stacked. */
export const drawStack =
  (list: readonly CalendarMonth[], parts: readonly Course[], say: (n: number) => string): Draw =>
  (look) => ({
    legend: legend(look),
    grid,
    tooltip: { trigger: 'axis', valueFormatter: said(say) },
    xAxis: months(list),
    yAxis: { type: 'value' },
    series: parts.map(({ name, values }, at) => ({
      type: 'bar' as const,
      name,
      stack: 'all',
      data: [...values],
      itemStyle: { color: look.colours[[4, 0, 1, 5][at % 4]!] },
      barMaxWidth: 28,
    })),
  })

/** Rows by months as a field of colours; a cell without a value is left empty. */
export function drawHeat(
  list: readonly CalendarMonth[],
  rows: readonly Course[],
  say: (value: number) => string,
): Draw {
  const cells = rows.flatMap(({ values }, row) =>
    values.flatMap((value, at) => (value === null ? [] : [[at, row, value] as [number, number, number]])),
  )
  const all = cells.map(([, , value]) => value)
  return (look) => ({
    // Its shades tell cells apart on paper too.
    aria: { decal: { show: false } },
    grid: { left: 8, right: 8, top: 8, bottom: 48, containLabel: true },
    tooltip: {
      formatter: (params) => {
        const [at, row, value] = (params as unknown as { value: [number, number, number] }).value
        return `${rows[row]!.name}\n${list[at]}: ${say(value)}`
      },
    },
    xAxis: { ...months(list), splitArea: { show: false } },
    yAxis: {
      type: 'category',
      data: rows.map(({ name }) => name),
      inverse: true,
      axisLabel: { width: 130, overflow: 'truncate' },
    },
    visualMap: {
      min: all.length === 0 ? 0 : Math.min(...all),
      max: all.length === 0 ? 1 : Math.max(...all),
      calculable: true,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 120,
      itemWidth: 12,
      formatter: (value) => say(Number(value)),
      inRange: { color: [...look.heat] },
    },
    // Not a heat map of the library: that paints its cells little by little, and what is printed meanwhile is empty.
    series: [
      {
        type: 'custom',
        data: cells,
        renderItem: (_, api) => {
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
          const [width, height] = api.size!([1, 1]) as [number, number]
          return {
            type: 'rect',
            shape: { x: x - width / 2, y: y - height / 2, width, height },
            style: { fill: api.visual('color'), stroke: look.card, lineWidth: 1 },
          }
        },
      },
    ],
  })
}

/** Parts of a whole as bars side by side, the figure at their ends. */
export const drawShares =
  (parts: readonly { readonly name: string; readonly value: number }[], say: (n: number) => string): Draw =>
  (look) => ({
    grid: { left: 8, right: 120, top: 8, bottom: 8, containLabel: true },
    tooltip: { trigger: 'item', valueFormatter: said(say) },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      data: parts.map(({ name }) => name),
      inverse: true,
      axisTick: { show: false },
      axisLabel: { width: 130, overflow: 'truncate', color: look.ink },
    },
    series: [
      {
        type: 'bar',
        data: parts.map(({ value }) => value),
        itemStyle: { color: look.colours[0] },
        barMaxWidth: 16,
        label: { show: true, position: 'right', color: look.ink, formatter: ({ value }) => say(Number(value)) },
      },
    ],
  })
