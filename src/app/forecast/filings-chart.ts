import type { CalendarMonth, FilingsForecast, MonthMark } from '../../domain'
import type { Draw } from '../ui/chart/look'
import type { ChartTable } from '../ui/chart/table'
import { number } from '../ui/format'
import type { FilingsAnswer } from './questions'

/** One month of the picture; a month of the past was filed, one to come is expected. */
export interface FilingsMonth {
  readonly month: CalendarMonth
  readonly filed: number | null
  readonly mark: MonthMark | null
  readonly expected: number | null
  readonly low: number | null
  readonly high: number | null
  /** What the method alone gives where a person put another count. */
  readonly computed: number | null
  readonly byHand: boolean
}

export type FilingsWords = Record<
  'month' | 'filed' | 'expected' | 'low' | 'high' | 'band' | 'note' | 'outlier' | 'level-shift' | 'byHand',
  string
>

/** The last months that were reported, then those to come. */
export function filingsMonths(
  { filed, marks }: FilingsAnswer,
  forecast: FilingsForecast | null,
  past = 36,
): FilingsMonth[] {
  const none = { expected: null, low: null, high: null, computed: null, byHand: false }
  return [
    ...Object.keys(filed)
      .toSorted()
      .slice(-past)
      .map((month) => ({ ...none, month, filed: filed[month]!, mark: marks[month] ?? null })),
    ...(forecast?.months ?? []).map(({ month, expected, low, high, computed, reason }) => ({
      ...{ month, expected, low, high, computed, filed: null, mark: null },
      byHand: reason !== null,
    })),
  ]
}

const shapes = { outlier: 'diamond', 'level-shift': 'triangle' } as const
const whole = (value: number): string => number(Math.round(value))
export const noteOf = ({ mark, byHand }: FilingsMonth, words: FilingsWords): string =>
  mark !== null ? words[mark] : byHand ? words.byHand : ''

/** Past filings, what is expected, and the band; months that a person spoke of stand out by shape and word. */
export const drawFilings =
  (months: readonly FilingsMonth[], words: FilingsWords): Draw =>
  (look) => {
    // Every month can be clicked; only those that somebody spoke of are seen as a point.
    const marked = (row: FilingsMonth, value: number | null, symbol: string) => {
      const note = noteOf(row, words)
      return note === ''
        ? { value, symbol: 'circle', symbolSize: 12, itemStyle: { opacity: 0 } }
        : {
            value,
            symbol,
            symbolSize: 12,
            label: {
              show: true,
              formatter: note,
              color: look.ink,
              backgroundColor: look.card,
              padding: 2,
              distance: 8,
            },
          }
    }
    const last = months.findLast(({ filed }) => filed !== null)
    // The course to come begins where the past ends, so that the two lines meet.
    const joined = (row: FilingsMonth, value: number | null) => (row === last && row.filed !== null ? row.filed : value)
    return {
      grid: { left: 52, right: 16, top: 36, bottom: 28 },
      legend: { type: 'scroll', top: 0, left: 0, data: [words.filed, words.expected, words.band] },
      xAxis: { type: 'category', data: months.map(({ month }) => month), boundaryGap: false },
      yAxis: { type: 'value' },
      tooltip: {
        trigger: 'axis',
        formatter: (hit) => {
          const at = Array.isArray(hit) ? hit[0]?.dataIndex : hit.dataIndex
          const row = months[at ?? 0]
          return row === undefined ? '' : rowText(row, words)
        },
      },
      series: [
        {
          name: 'low',
          type: 'line',
          stack: 'band',
          silent: true,
          symbol: 'none',
          lineStyle: { opacity: 0 },
          data: months.map((row) => joined(row, row.low)),
        },
        {
          name: words.band,
          type: 'line',
          stack: 'band',
          silent: true,
          symbol: 'none',
          lineStyle: { opacity: 0 },
          itemStyle: { color: look.band },
          areaStyle: { color: look.band, opacity: 1 },
          data: months.map((row) => (row.low === null ? (row === last ? 0 : null) : row.high! - row.low)),
        },
        {
          name: words.filed,
          type: 'line',
          showAllSymbol: true,
          color: look.ink,
          data: months.map((row) => marked(row, row.filed, row.mark === null ? 'none' : shapes[row.mark])),
        },
        {
          name: words.expected,
          type: 'line',
          showAllSymbol: true,
          color: look.primary,
          lineStyle: { type: 'dashed' },
          data: months.map((row) => marked({ ...row, mark: null }, joined(row, row.expected), 'rect')),
        },
      ],
    }
  }

function rowText(row: FilingsMonth, words: FilingsWords): string {
  const note = noteOf(row, words)
  const said =
    row.filed !== null
      ? `${words.filed} ${whole(row.filed)}`
      : `${words.expected} ${whole(row.expected!)} (${whole(row.low!)} - ${whole(row.high!)})`
  return `${row.month}\n${said}${note === '' ? '' : `\n${note}`}`
}

/** The same as a table. */
export const filingsTable = (months: readonly FilingsMonth[], words: FilingsWords): ChartTable => ({
  columns: [
    { title: words.month },
    { title: words.filed, end: true },
    { title: words.expected, end: true },
    { title: words.low, end: true },
    { title: words.high, end: true },
    { title: words.note },
  ],
  rows: months.map((row) => [
    row.month,
    ...[row.filed, row.expected, row.low, row.high].map((value) => (value === null ? '' : whole(value))),
    noteOf(row, words),
  ]),
})
