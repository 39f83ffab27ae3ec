import { indicator, termMeasures } from '../domain'
import { directionWords, indicatorUnitWords, partOfCourtWords } from './choices-cases'
import type { Sheet } from './column'
import { choice, date, id, integer, list, number, text } from './columns'

const codes = termMeasures.join(', ')

/** The court's own versions of indicators. */
export const indicatorSheets: Sheet[] = [
  {
    list: 'indicators',
    title: { zh: '指标', en: 'Indicators' },
    row: indicator,
    key: ['id', 'version'],
    optional: true,
    rowsOf: (court) => court.indicators,
    columns: [
      id(
        'id',
        ['编号', 'Id'],
        [
          '与内置指标同号时，是该指标的新版本，例如 closing-rate。',
          'The id of a built-in indicator makes a new version of it, such as closing-rate.',
        ],
      ),
      integer(
        'version',
        ['版本', 'Version'],
        [
          '内置指标为 1，本院的从 2 起；旧版本保留不改。',
          'Built-in ones are 1, the court’s own begin with 2; old versions stay.',
        ],
      ),
      date(
        'since',
        ['启用日期', 'In force since'],
        ['从这一天起按本版本计算。', 'First day that this version counts.'],
      ),
      text('name', ['名称', 'Name'], ['内置指标可空。', 'May be empty for a built-in indicator.']),
      list(
        'numerator',
        ['分子', 'Numerator'],
        [
          `相加的项，减去的项前加 -，用分号隔开。可用：${codes}。`,
          `Terms added up, with - before those taken off, parted by semicolons. Any of: ${codes}.`,
        ],
      ),
      list(
        'denominator',
        ['分母', 'Denominator'],
        ['写法同分子；只计数的指标空着。', 'Written as the numerator; empty where the numerator is the figure.'],
      ),
      choice('of', ['统计范围', 'Whose cases'], partOfCourtWords, ['空着按全院。', 'Empty means the whole court.']),
      list(
        'excludedCategories',
        ['不计类别', 'Categories left out'],
        ['案件类别，多个用分号隔开。', 'Case categories, parted by semicolons.'],
      ),
      list(
        'excludedCaseTypes',
        ['不计案件类型', 'Case types left out'],
        ['案件类型编号，多个用分号隔开。', 'Ids of case types, parted by semicolons.'],
      ),
      choice('unit', ['单位', 'Unit'], indicatorUnitWords, [
        '百分比、天数和比值须有分母。',
        'Percent, days and ratio need a denominator.',
      ]),
      number('low', ['合理区间下限', 'Interval from'], ['不设则空着。', 'Empty where there is none.']),
      number('high', ['合理区间上限', 'Interval to'], ['不设则空着。', 'Empty where there is none.']),
      choice('direction', ['方向', 'Direction'], directionWords, ['空着按无方向。', 'Empty means none.']),
      text('source', ['依据', 'Source'], ['文件名称或文号；可空。', 'The document it follows; may be empty.']),
      text('note', ['说明', 'Note'], ['为什么这样规定；可空。', 'Why the court defines it so; may be empty.']),
    ],
  },
]
