import { caseload, caseRecord, caseType, panelAnswer, weightEvent } from '../domain'
import { measureWords, outcomeWords, weightSourceWords } from './choices-cases'
import { roleWords } from './choices-staff'
import type { Sheet } from './column'
import { alsoTitled, choice, date, id, integer, month, number, perKey, perRole, refers, text } from './columns'

/** Sheets about cases. */
export const caseSheets: Sheet[] = [
  {
    list: 'caseTypes',
    title: { zh: '案件类型', en: 'Case types' },
    row: caseType,
    key: ['id'],
    rowsOf: (court) => court.caseTypes,
    columns: [
      id('id', ['编号', 'Id'], ['每种案件类型（案由和程序）一个。', 'One for each case type (cause and procedure).']),
      text('name', ['名称', 'Name'], ['最多 80 字。', 'At most 80 characters.']),
      text(
        'category',
        ['类别', 'Category'],
        [
          '例如民事、刑事、执行；与团队的审理类别对应。',
          'Such as civil, criminal, enforcement; teams list what they hear.',
        ],
      ),
      ...perRole(
        'weights',
        ['权重（分钟）', 'minutes'],
        [
          '办结一件该类案件，该类人员平均所用分钟数；不参与则空着。',
          'Minutes of this role’s work over the life of one case; empty where it has no part.',
        ],
      ),
      choice('weightSource', ['权重来源', 'Weights from'], weightSourceWords, [
        '采用本表的权重，或“权重事件”“专家评估”两表算出的权重；空着按本表。',
        'The weights of this table, or those that "Weight events" or "Panel answers" give; empty means this table.',
      ]),
      date('weightReviewed', ['权重核定日期', 'Reviewed'], ['最近一次核定；可空。', 'Last looked at; may be empty.']),
      date(
        'weightReviewDue',
        ['权重复核期限', 'Review due'],
        ['应在何时之前复核；可空。', 'To be looked at again by this day; may be empty.'],
      ),
      number(
        'simpleShare',
        ['简案占比', 'Simple share'],
        [
          '可由速裁团队办理的简单案件占比，0 到 1；空着按 0。',
          'Share of simple cases that a fast-track team could take, 0 to 1; empty means 0.',
        ],
      ),
      ...perRole(
        'fastWeights',
        ['速裁权重（分钟）', 'fast-track minutes'],
        [
          '简案由速裁团队办理时的权重；与普通权重相同则空着。',
          'Minutes of a simple case in a fast-track team; empty where it is the same.',
        ],
      ),
      number(
        'limitMonths',
        ['审限（月）', 'Time limit (months)'],
        [
          '法定审限，以月为单位；依法没有审限的填 0，不清楚的空着。',
          'Statutory time limit in months; 0 where the law sets none, empty where it is not known.',
        ],
      ),
    ],
  },
  {
    list: 'weightEvents',
    title: { zh: '权重事件', en: 'Weight events' },
    row: weightEvent,
    key: ['caseType', 'role', 'event'],
    optional: true,
    rowsOf: (court) => court.weightEvents,
    columns: [
      refers('caseType', ['案件类型', 'Case type'], 'caseType'),
      choice('role', ['身份', 'Role'], roleWords, ['由哪类人员完成。', 'Whose work it is.']),
      text('event', ['事件', 'Event'], ['例如阅卷、庭前会议、开庭。', 'Such as reading the file, a hearing.']),
      number(
        'minutes',
        ['每次用时（分钟）', 'Minutes each'],
        ['发生一次平均所用分钟数。', 'Mean minutes each time it happens.'],
      ),
      number(
        'frequency',
        ['每案次数', 'Times per case'],
        ['每件案件平均发生几次，可为小数。', 'How often it happens in one case on average; fractions are right.'],
      ),
    ],
  },
  {
    list: 'panelAnswers',
    title: { zh: '专家评估', en: 'Panel answers' },
    row: panelAnswer,
    key: ['caseType', 'role', 'expert', 'round'],
    optional: true,
    rowsOf: (court) => court.panelAnswers,
    columns: [
      refers('caseType', ['案件类型', 'Case type'], 'caseType'),
      choice('role', ['身份', 'Role'], roleWords, ['评估哪类人员的用时。', 'Whose minutes are told.']),
      id('expert', ['专家代码', 'Expert'], ['用代码，不写姓名。', 'A code, no name.']),
      integer('round', ['轮次', 'Round'], ['第几轮；以最后一轮为准。', 'Which round; the last one counts.']),
      number(
        'minutes',
        ['用时（分钟）', 'Minutes'],
        ['办结一件该类案件所用分钟数。', 'Minutes over the life of one case.'],
      ),
    ],
  },
  {
    list: 'caseload',
    title: { zh: '案件量', en: 'Caseload' },
    row: caseload,
    key: ['team', 'caseType', 'month'],
    rowsOf: (court) => court.caseload,
    columns: [
      refers('team', ['团队', 'Team'], 'team'),
      refers('caseType', ['案件类型', 'Case type'], 'caseType'),
      month('month', ['月份', 'Month'], ['例如 2026-11。', 'Such as 2026-11.']),
      integer('carried', ['旧存', 'Carried over'], ['月初未结。', 'Pending when the month began.']),
      integer('filed', ['新收', 'Filed'], ['本月新收。', 'Newly filed in the month.']),
      integer('closed', ['结案', 'Closed'], ['本月审结、执结。', 'Closed in the month.']),
      integer('reopened', ['恢复', 'Reopened'], ['空着按 0。', 'Empty means 0.']),
      integer(
        'moved',
        ['移入移出', 'Moved'],
        [
          '从其他团队移入减去移出，可为负；空着按 0。',
          'Taken over from other teams less given to them, may be negative; empty means 0.',
        ],
      ),
      integer(
        'pending',
        ['未结', 'Pending'],
        [
          '月末未结 = 旧存 + 新收 + 恢复 + 移入移出 - 结案。',
          'At the end of the month: carried + filed + reopened + moved - closed.',
        ],
      ),
      ...perKey('measures', measureWords, ['不掌握则空着。', 'Empty where it is not known.']),
      number(
        'reportedClosingRate',
        ['系统结案率（%）', 'Reported closing rate (%)'],
        [
          '本院系统给出的结案率，仅供核对；可空。',
          'As the court’s own system reports it; only compared, never used; may be empty.',
        ],
      ),
    ],
  },
  {
    list: 'cases',
    title: { zh: '案件清单', en: 'Cases' },
    row: caseRecord,
    key: ['id'],
    optional: true,
    rowsOf: (court) => court.cases,
    columns: [
      alsoTitled(id('id', ['案件编号', 'Case id'], ['每案一个。', 'One for each case.']), '案号'),
      alsoTitled(refers('team', ['团队', 'Team'], 'team'), '审判团队', '承办团队'),
      alsoTitled(refers('caseType', ['案件类型', 'Case type'], 'caseType'), '案由'),
      alsoTitled(
        date('filed', ['立案日期', 'Filed'], ['例如 2026-11-11。', 'Such as 2026-11-11.']),
        '收案日期',
        '立案时间',
      ),
      alsoTitled(date('closed', ['结案日期', 'Closed'], ['未结则空着。', 'Empty while pending.']), '结案时间'),
      choice('outcome', ['结案方式', 'Outcome'], outcomeWords, ['未结则空着。', 'Empty while pending.']),
      date(
        'due',
        ['审限届满', 'Due'],
        [
          '法定审限最后一日，已计延长和扣除；可空。',
          'Last day of the statutory limit, extensions and excluded days counted in; may be empty.',
        ],
      ),
      id(
        'dispute',
        ['所属纠纷', 'Dispute'],
        ['同一纠纷的各件填同一编号；可空。', 'The same for all proceedings of one dispute; may be empty.'],
      ),
      number(
        'claimed',
        ['申请标的（元）', 'Claimed (yuan)'],
        ['执行案件填写；可空。', 'Of enforcement; may be empty.'],
      ),
      number(
        'recovered',
        ['到位金额（元）', 'Recovered (yuan)'],
        ['执行案件填写；可空。', 'Of enforcement; may be empty.'],
      ),
    ],
  },
]
