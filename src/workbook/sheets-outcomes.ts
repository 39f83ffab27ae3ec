import { campaign, heldFunds, payment, survey } from '../domain'
import { phaseWords, targetKindWords } from './choices-cases'
import type { Sheet } from './column'
import { boolean, choice, date, id, integer, number, refersEach, text } from './columns'

/** Sheets about what comes of the work: case funds, surveys, campaigns. */
export const outcomeSheets: Sheet[] = [
  {
    list: 'payments',
    title: { zh: '案款发放', en: 'Payments' },
    row: payment,
    key: ['id'],
    optional: true,
    rowsOf: (court) => court.payments,
    columns: [
      id('id', ['编号', 'Id'], ['每笔一个。', 'One for each payment.']),
      date('date', ['日期', 'Date'], ['发放日期。', 'Day of the payment.']),
      number('amount', ['金额（元）', 'Amount (yuan)'], ['以元为单位。', 'In yuan.']),
    ],
  },
  {
    list: 'heldFunds',
    title: { zh: '在账案款', en: 'Held funds' },
    row: heldFunds,
    key: ['date'],
    optional: true,
    rowsOf: (court) => court.heldFunds,
    columns: [
      date('date', ['日期', 'Date'], ['盘点日；每日一行。', 'Day of the count; one row for each day.']),
      integer(
        'overdueCount',
        ['超期未发笔数', 'Overdue'],
        ['应发而未发的案款。', 'Funds due to be paid out and not paid.'],
      ),
      number('overdueAmount', ['超期未发金额（元）', 'Overdue (yuan)'], ['以元为单位。', 'In yuan.']),
      integer(
        'unidentifiedCount',
        ['不明案款笔数', 'Unidentified'],
        ['尚不清楚属于哪个案件或当事人。', 'Not known yet to which case or party they belong.'],
      ),
      number('unidentifiedAmount', ['不明案款金额（元）', 'Unidentified (yuan)'], ['以元为单位。', 'In yuan.']),
    ],
  },
  {
    list: 'surveys',
    title: { zh: '满意度调查', en: 'Surveys' },
    row: survey,
    key: ['id'],
    optional: true,
    rowsOf: (court) => court.surveys,
    columns: [
      id('id', ['编号', 'Id'], ['每份问卷一个。', 'One for each questionnaire.']),
      date('date', ['日期', 'Date'], ['填写日期。', 'Day it was filled in.']),
      choice('phase', ['阶段', 'Phase'], phaseWords, ['改革之前或之后。', 'Before or after the change.']),
      boolean('satisfied', ['满意', 'Satisfied'], ['是或否。', 'Yes or no.']),
      text(
        'subject',
        ['调查内容', 'Subject'],
        ['空着为对法院工作的满意度。', 'What was asked about; empty means satisfaction with the court.'],
      ),
    ],
  },
  {
    list: 'campaigns',
    title: { zh: '攻坚行动', en: 'Campaigns' },
    row: campaign,
    key: ['id'],
    optional: true,
    rowsOf: (court) => court.campaigns,
    columns: [
      id('id', ['编号', 'Id'], ['每次行动一个。', 'One for each campaign.']),
      text('name', ['名称', 'Name'], ['最多 80 字。', 'At most 80 characters.']),
      date('from', ['开始', 'From'], ['第一日。', 'Its first day.']),
      date('until', ['结束', 'Until'], ['最后一日。', 'Its last day.']),
      refersEach('units', ['参加单位', 'Units'], 'unit', [
        '多个用分号隔开，空着为全院。',
        'Parted by semicolons; empty means the whole court.',
      ]),
      choice('targetKind', ['目标类型', 'Target of'], targetKindWords, [
        '期内结案数，或到期末的全年结案率；空着按结案数。',
        'Cases closed in it, or the closing rate of the year by its end; empty means cases closed.',
      ]),
      number('target', ['目标值', 'Target'], ['件数，或百分数（例如 83）。', 'Cases, or percent (such as 83).']),
      text('note', ['说明', 'Note'], ['最多 500 字；可空。', 'At most 500 characters; may be empty.']),
    ],
  },
]
