import { forecastMark, forecastOverrideRow } from '../domain'
import { monthMarkWords } from './choices-cases'
import type { Column, Sheet } from './column'
import { choice, date, id, month, number, text } from './columns'

const unit: Column = {
  ...id(
    'unit',
    ['单位', 'Unit'],
    [
      '部门或团队的编号，也可填名称；空着为全院。',
      'Id or name of a department or a team; empty means the whole court.',
    ],
  ),
  refers: 'unit',
}
const told: Column[] = [
  text('reason', ['理由', 'Reason'], ['最多 500 字。', 'At most 500 characters.']),
  text('by', ['填写人', 'By'], ['谁作的判断；可空。', 'Who judged so; may be empty.']),
  date('on', ['填写日期', 'On'], ['作出判断的日期。', 'Day on which it was judged so.']),
]

/** Sheets about what people know of filings beyond the figures. */
export const forecastSheets: Sheet[] = [
  {
    list: 'forecastMarks',
    title: { zh: '预测月份标记', en: 'Forecast marks' },
    row: forecastMark,
    key: ['unit', 'month'],
    optional: true,
    rowsOf: (court) => court.forecastMarks,
    columns: [
      unit,
      month('month', ['月份', 'Month'], ['已有数据的月份。', 'A month of the past.']),
      choice('mark', ['标记', 'Mark'], monthMarkWords, [
        '异常月不用于推算；新水平起点之前的月份只用于季节形状。',
        'An unusual month tells nothing of others; months before a new level serve the season only.',
      ]),
      ...told,
    ],
  },
  {
    list: 'forecastOverrides',
    title: { zh: '人工预测值', en: 'Forecast by hand' },
    row: forecastOverrideRow,
    key: ['unit', 'month'],
    optional: true,
    rowsOf: (court) => court.forecastOverrides,
    columns: [
      unit,
      month('month', ['月份', 'Month'], ['将来的月份。', 'A month to come.']),
      number('value', ['新收件数', 'Filed'], ['代替推算值。', 'In place of the computed count.']),
      ...told,
    ],
  },
]
