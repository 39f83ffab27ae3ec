import type { CalendarDate, Days } from '../../domain'
import type { Draw } from '../ui/chart/look'

/** A course over days: a value for each, null where there is none. */
export interface Course {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** A broken line, for what is planned and not counted. */
  readonly dashed?: boolean
  /** Bars instead of a line. */
  readonly bars?: boolean
}

export interface Courses {
  readonly days: readonly CalendarDate[]
  readonly courses: readonly Course[]
  /** A span to shade, with its name. */
  readonly span?: Days & { readonly name: string }
  readonly shown: (value: number) => string
  /** Least of the axis; from the data where it is left out. */
  readonly min?: number
}

/** Courses day by day, with a span of days shaded. */
export const drawCourses =
  ({ days, courses, span, shown, min }: Courses): Draw =>
  (look) => ({
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0 },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value) => (typeof value === 'number' ? shown(value) : '–'),
    },
    xAxis: { type: 'category', data: [...days], boundaryGap: courses.some(({ bars }) => bars) },
    yAxis: { type: 'value', min, scale: min === undefined, axisLabel: { formatter: (value: number) => shown(value) } },
    series: courses.map(({ name, values, dashed, bars }, at) => ({
      name,
      type: bars ? ('bar' as const) : ('line' as const),
      data: [...values],
      showSymbol: false,
      connectNulls: false,
      color: look.colours[at % look.colours.length],
      ...(bars ? {} : { lineStyle: { width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) } }),
      ...(at === 0 && span !== undefined
        ? {
            markArea: {
              silent: true,
              itemStyle: { color: look.band },
              label: { color: look.quiet, position: 'insideTopLeft' as const },
              data: [[{ name: span.name, xAxis: span.from }, { xAxis: span.until }]] as [
                { name: string; xAxis: string },
                { xAxis: string },
              ][],
            },
          }
        : {}),
    })),
  })
