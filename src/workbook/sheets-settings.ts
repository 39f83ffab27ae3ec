import { fill, teamTemplate, yearValueInputs } from '../domain'
import { templateKindWords, yearValueSourceWords } from './choices-settings'
import { roleWords, trackWords } from './choices-staff'
import type { Sheet } from './column'
import { choice, date, integer, list, number, perRoleWhole } from './columns'

/** Sheets of the lists that stand in a court's settings. */
export const settingsSheets: Sheet[] = [
  {
    list: 'fills',
    title: { zh: '岗位资格', en: 'Who may fill' },
    row: fill,
    key: ['role', 'post'],
    optional: true,
    rowsOf: (court) => court.settings.fills,
    columns: [
      choice('role', ['身份', 'Role'], roleWords, ['哪类人员。', 'Which people.']),
      choice('post', ['可任岗位', 'May fill'], roleWords, [
        '可以担任哪类岗位；除员额法官外，不能填员额法官。',
        'Which posts they may fill; nobody but a judge may fill a judge’s post.',
      ]),
      list(
        'requires',
        ['所需资格', 'Requires'],
        [
          '资格或技能代码，多个用分号隔开；无要求则空着。',
          'Codes of qualifications or skills, parted by semicolons; empty where nothing is asked.',
        ],
      ),
    ],
  },
  {
    list: 'yearValues',
    title: { zh: '年有效工时来源', en: 'Year values' },
    row: yearValueInputs,
    key: ['role'],
    optional: true,
    rowsOf: (court) => court.settings.yearValues,
    columns: [
      choice('role', ['身份', 'Role'], roleWords, ['每类人员最多一行。', 'At most one row for each role.']),
      choice('source', ['来源', 'Source'], yearValueSourceWords, [
        '按工作日历计算，或采用公开的数值；空着按工作日历。',
        'Computed from the working calendar, or a published value; empty means the calendar.',
      ]),
      integer(
        'year',
        ['年份', 'Year'],
        ['按工作日历计算时必填。', 'Required where the source is the working calendar.'],
      ),
      number(
        'workingDays',
        ['工作日', 'Working days'],
        [
          '节假日安排尚未公布的年份，可自行填写；空着按日历。',
          'Given by hand for a year whose holidays are not yet published; empty counts the calendar.',
        ],
      ),
      number('hoursPerDay', ['每日小时', 'Hours a day'], ['空着按 8。', 'Empty means 8.']),
      number(
        'leaveDays',
        ['年休假天数', 'Leave days'],
        [
          '空着按本院该类人员的工龄计算平均值（5、10、15 天）。',
          'Empty takes the mean of the court’s people of the role by years of service (5, 10, 15 days).',
        ],
      ),
      date(
        'date',
        ['人员统计日期', 'People on'],
        ['按哪一天的人员计算年休假；空着按当年 1 月 1 日。', 'Day the people are counted on; empty means 1 January.'],
      ),
      number(
        'nonCaseShare',
        ['非办案占比', 'Not for cases'],
        ['不用于办案的时间占比；空着按 0.25。', 'Share of the day that is not for cases; empty means 0.25.'],
      ),
    ],
  },
  {
    list: 'templates',
    title: { zh: '团队模板', en: 'Team templates' },
    row: teamTemplate,
    key: ['kind', 'track'],
    optional: true,
    rowsOf: (court) => court.settings.templates,
    columns: [
      choice('kind', ['部门类别', 'Kind'], templateKindWords, [
        '业务庭或执行局的团队。',
        'Teams of trial divisions or of the enforcement bureau.',
      ]),
      choice('track', ['类型', 'Track'], trackWords, ['每种类型一行。', 'One row for each track.']),
      ...perRoleWhole(
        'heads',
        ['人数', 'heads'],
        ['一个团队配几名该类人员；没有则空着。', 'How many of the role one team has; empty where it has none.'],
      ),
    ],
  },
]
