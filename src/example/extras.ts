import type { Campaign, ForecastMark, HeldFunds, Payment, Survey } from '../domain'
import { apportion, datesIn, fleck } from './spread'
import { rowsOf } from './table'

/** Payments of case funds of the month from 11 November, and of the same month a year before; yuan. */
const months = [
  { from: '2020-11-11', until: '2020-12-10', count: 397, yuan: 18_236_000 },
  { from: '2021-11-11', until: '2021-12-10', count: 767, yuan: 44_570_000 },
]

export const payments = (): Payment[] =>
  months.flatMap(({ from, until, count, yuan }) => {
    const dates = datesIn(from, until, count)
    const amounts = apportion(
      yuan,
      dates.map((_, i) => 0.05 + fleck('amount', from, i) ** 4),
    )
    return dates.map((date, i) => ({ id: `fk${from.slice(0, 4)}-${i + 1}`, date, amount: amounts[i]! }))
  })

/** Seventy-eight questionnaires, half before and half after: 27 of 39 satisfied (69.2 %), then 36 of 39 (92.3 %). */
const phases = [
  { phase: 'before', date: '2021-11-08', count: 39, satisfied: 27 },
  { phase: 'after', date: '2021-12-10', count: 39, satisfied: 36 },
] as const

export const surveys = (): Survey[] =>
  phases.flatMap(({ phase, date, count, satisfied }) =>
    Array.from({ length: count }, (_, i) => ({
      id: `wj-${phase}-${i + 1}`,
      date,
      phase,
      satisfied: (i * satisfied) % count < satisfied,
      subject: null,
    })),
  )

/**
 * Overdue and unidentified case funds at the end of each week, down to nothing on 10 December; how they fell is made
 * up.
 */
export const heldFunds = (): HeldFunds[] =>
  rowsOf(`
    2021-10-29 | 318 | 21460000 | 94 | 3180000
    2021-11-10 | 326 | 22140000 | 97 | 3260000
    2021-11-19 | 251 | 17020000 | 78 | 2540000
    2021-11-26 | 148 | 9870000  | 41 | 1190000
    2021-12-03 | 46  | 2960000  | 12 | 310000
    2021-12-10 | 0   | 0        | 0  | 0
  `).map(([date, ...figures]) => {
    const [overdueCount, overdueAmount, unidentifiedCount, unidentifiedAmount] = figures.map(Number)
    return {
      date: date!,
      overdueCount: overdueCount!,
      overdueAmount: overdueAmount!,
      unidentifiedCount: unidentifiedCount!,
      unidentifiedAmount: unidentifiedAmount!,
    }
  })

/** The month of enforcement; its target is made up. */
export const campaigns = (): Campaign[] => [
  {
    id: 'gj-2021-11',
    name: '执行攻坚月',
    from: '2021-11-11',
    until: '2021-12-10',
    units: ['enforcement'],
    targetKind: 'closed',
    target: 1300,
    note: '集中办结执行案件，清理超期未发和不明案款。',
  },
]

/** Two months that tell nothing of others, as a court would mark them. */
export const forecastMarks = (): ForecastMark[] =>
  ['2020-02', '2020-03'].map((month) => ({
    unit: null,
    month,
    mark: 'outlier',
    reason: '疫情期间暂停现场立案，新收明显偏少，不代表以后的月份。',
    by: '审判管理办公室',
    on: '2020-05-06',
  }))
