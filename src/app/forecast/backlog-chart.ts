import type { CalendarMonth } from '../../domain'
import type { Draw, Look } from '../ui/chart/look'
import type { ChartTable } from '../ui/chart/table'
import { number } from '../ui/format'
import type { Course, TeamOutlookAnswer } from './questions'

export type BacklogWords = Record<
  'month' | 'past' | 'before' | 'after' | 'fan' | 'half' | 'fanAfter' | 'target' | 'filed' | 'closed',
  string
>

const whole = (value: number): string => number(Math.round(value))
type Fan = Course['fan'][number]

/** Pending cases: what was, what is expected, and the fan of futures; with and without who comes and goes. */
export const drawBacklog =
  (answer: TeamOutlookAnswer, target: number | null, words: BacklogWords): Draw =>
  (look) => {
    const { history, before, after, stock } = answer
    const known = history.map(({ pending }) => pending)
    const names = [...history.map(({ month }) => month), ...before.months.map(({ month }) => month)]
    const gap = known.slice(0, -1).map(() => null)
    const ahead = (values: readonly number[]) => [...gap, stock, ...values]
    const course = (of: Course) => ahead(of.months.map(({ pending }) => pending))
    const fan = (of: Course, low: (month: Fan) => number, high: (month: Fan) => number, name: string, colour: string) =>
      [
        { name: `${name} `, data: ahead(of.fan.map(low)), areaStyle: undefined },
        {
          name,
          data: [...gap, 0, ...of.fan.map((month) => high(month) - low(month))],
          areaStyle: { color: colour, opacity: 1 },
          itemStyle: { color: colour },
        },
      ].map((series) => ({
        ...series,
        type: 'line' as const,
        stack: name,
        silent: true,
        symbol: 'none',
        lineStyle: { opacity: 0 },
      }))
    const tenth = (month: Fan): number => month.p10
    const ninth = (month: Fan): number => month.p90
    return {
      grid: { left: 52, right: 16, top: 36, bottom: 28 },
      legend: {
        type: 'scroll',
        top: 0,
        left: 0,
        data: [
          words.past,
          words.before,
          words.fan,
          words.half,
          ...(after === null ? [] : [words.after, words.fanAfter]),
        ],
      },
      xAxis: { type: 'category', data: names, boundaryGap: false },
      yAxis: { type: 'value', min: 0 },
      tooltip: {
        trigger: 'axis',
        formatter: (hit) => {
          const at = (Array.isArray(hit) ? hit[0]?.dataIndex : hit.dataIndex) ?? 0
          return tip(answer, at, words)
        },
      },
      series: [
        ...fan(before, tenth, ninth, words.fan, look.band),
        ...fan(
          before,
          ({ p25 }) => p25,
          ({ p75 }) => p75,
          words.half,
          `${look.primary}2e`,
        ),
        ...(after === null ? [] : fan(after, tenth, ninth, words.fanAfter, washOf(look))),
        { name: words.past, type: 'line', color: look.ink, symbol: 'none', data: known },
        {
          name: words.before,
          type: 'line',
          color: look.primary,
          lineStyle: { type: 'dashed' },
          symbol: 'none',
          data: course(before),
          ...(target === null
            ? {}
            : {
                markLine: {
                  symbol: 'none',
                  silent: true,
                  lineStyle: { color: look.quiet },
                  label: { formatter: words.target, position: 'insideStartTop' as const, color: look.quiet },
                  data: [{ yAxis: target }],
                },
              }),
        },
        ...(after === null
          ? []
          : [
              {
                name: words.after,
                type: 'line' as const,
                color: look.colours[1]!,
                symbol: 'circle',
                symbolSize: 6,
                data: course(after),
              },
            ]),
      ],
    }
  }

const washOf = (look: Look): string => `${look.colours[1]!}33`

function tip({ history, before, after }: TeamOutlookAnswer, at: number, words: BacklogWords): string {
  const past = history[at]
  if (past !== undefined) return `${past.month}\n${words.past} ${whole(past.pending)}`
  const i = at - history.length
  const line = (name: string, of: Course): string => {
    const [month, fan] = [of.months[i], of.fan[i]]
    return month === undefined || fan === undefined
      ? ''
      : `\n${name} ${whole(month.pending)} (${whole(fan.p10)} - ${whole(fan.p90)})`
  }
  return `${before.months[i]?.month ?? ''}${line(words.before, before)}${after === null ? '' : line(words.after, after)}`
}

/** The same as a table, month by month. */
export function backlogTable({ before, after }: TeamOutlookAnswer, words: BacklogWords): ChartTable {
  const range = ({ p10, p90 }: Fan): string => `${whole(p10)} - ${whole(p90)}`
  const end = (title: string) => ({ title, end: true })
  return {
    columns: [
      { title: words.month },
      ...[words.filed, words.closed, words.before, words.fan].map(end),
      ...(after === null ? [] : [words.after, words.fanAfter].map(end)),
    ],
    rows: before.months.map(({ month, filed, closed, pending }, i): [CalendarMonth, ...string[]] => [
      month,
      whole(filed),
      whole(closed),
      whole(pending),
      range(before.fan[i]!),
      ...(after === null ? [] : [whole(after.months[i]!.pending), range(after.fan[i]!)]),
    ]),
  }
}
