import type { CalendarDate, Days } from '../../domain'
import type { Draw } from '../ui/chart/look'
import { number } from '../ui/format'

/** A course over days: a value for each, null where there is none. */
export interface Course {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** A broken line, for what is planned and not counted. */
  readonly dashed?: boolean
  /** Bars instead of a line. */
  readonly bars?: boolean
  /** Measured on some days only: a mark on each, and a line from one to the next. */
  readonly marks?: boolean
}

export interface Courses {
  readonly days: readonly CalendarDate[]
  readonly courses: readonly Course[]
  /** A span to shade, with its name. */
  readonly span?: Days & { readonly name: string }
  readonly shown: (value: number) => string
  /** Values of the axis, with fewer digits than `shown`. */
  readonly axis?: (value: number) => string
  /** Least of the axis; from the data where it is left out. */
  readonly min?: number
}

/** Courses day by day, with a span of days shaded. */
export const drawCourses =
  ({ days, courses, span, shown, axis = number, min }: Courses): Draw =>
  (look) => ({
    // Room for half of a day's label, which may stand at the very end.
    grid: { left: 8, right: 40, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0 },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value) => (typeof value === 'number' ? shown(value) : '–'),
    },
    xAxis: { type: 'category', data: [...days], boundaryGap: courses.some(({ bars }) => bars) },
    yAxis: { type: 'value', min, scale: min === undefined, axisLabel: { formatter: (value: number) => axis(value) } },
    series: courses.map(({ name, values, dashed, bars, marks = false }, at) => ({
      name,
      type: bars ? ('bar' as const) : ('line' as const),
      data: [...values],
      showSymbol: marks,
      showAllSymbol: marks,
      symbolSize: 6,
      connectNulls: marks,
      color: look.colours[at % look.colours.length],
      ...(bars ? {} : { lineStyle: { width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) } }),
      ...(at === 0 && span !== undefined
        ? {
            markArea: {
              silent: true,
              itemStyle: { color: look.band },
              // Above the span and ending with it: it may be narrow, and lie at the very end.
              label: { color: look.quiet, position: ['100%', -16] as [string, number], align: 'right' as const },
              data: [[{ name: span.name, xAxis: span.from }, { xAxis: span.until }]] as [
                { name: string; xAxis: string },
                { xAxis: string },
              ][],
            },
          }
        : {}),
    })),
  })
