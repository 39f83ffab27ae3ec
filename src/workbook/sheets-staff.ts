import { assignment, kinship, leave, person, preference, qualification, wishAnswer } from '../domain'
import {
  assignmentKindWords,
  employmentWords,
  kinshipWords,
  leaveWords,
  qualificationKindWords,
  roleWords,
} from './choices-staff'
import type { Sheet } from './column'
import { boolean, choice, date, id, integer, number, rare, refers, refersEach, text } from './columns'

/** Sheets about people. */
export const staffSheets: Sheet[] = [
  {
    list: 'people',
    title: { zh: '干警', en: 'People' },
    row: person,
    key: ['id'],
    rowsOf: (court) => court.people,
    columns: [
      id(
        'id',
        ['编号', 'Id'],
        [
          '每人一个，长期不变，例如工号。不含空格和 @ / + :。',
          'One for each person, for good, such as a staff number. No spaces and none of @ / + :.',
        ],
      ),
      text('name', ['姓名', 'Name'], ['最多 80 字。', 'At most 80 characters.']),
      choice('role', ['身份', 'Role'], roleWords, ['本人的身份类别。', 'What the person is.']),
      number(
        'share',
        ['在岗比例', 'Share'],
        ['1 为全职，0.5 为半职；空着按 1。', '1 is full time, 0.5 half; empty means 1.'],
      ),
      date(
        'joined',
        ['入院日期', 'Joined'],
        ['到本院工作的日期，例如 2015-07-01。', 'First day at this court, such as 2015-07-01.'],
      ),
      date(
        'left',
        ['离院日期', 'Leaves'],
        [
          '已知的退休或调离：在本院的最后一天；没有就空着。',
          'Retirement or departure known ahead: the last day here; empty where none is.',
        ],
      ),
      choice('employment', ['用工性质', 'Employment'], employmentWords, [
        '空着按公务员。',
        'Empty means civil servant.',
      ]),
      boolean(
        'leader',
        ['中层领导', 'Leader'],
        ['部门正副职填“是”；空着按“否”。', 'Yes for heads and deputy heads of a department; empty means no.'],
      ),
      rare(
        boolean(
          'courtLeader',
          ['院领导', 'Court leader'],
          [
            '院长、副院长等填“是”；空着按“否”。',
            'Yes for the president, vice presidents and the like; empty means no.',
          ],
        ),
      ),
      rare(
        boolean(
          'underReview',
          ['审查调查中', 'Under review'],
          [
            '正在接受审查调查或涉及刑事程序填“是”，结束后改回；空着按“否”。',
            'Yes during a disciplinary review or criminal proceedings, until they end; empty means no.',
          ],
        ),
      ),
      rare(
        boolean(
          'lawyerRelative',
          ['亲属从事律师职业', 'Lawyer in the family'],
          [
            '配偶、父母、子女在本院辖区从事律师职业或开办律师事务所填“是”；空着按“否”。',
            'Yes where a spouse, parent or child is a lawyer or keeps a law firm in the court’s area; empty means no.',
          ],
        ),
      ),
      rare(
        refers('mentor', ['导师', 'Mentor'], 'person', [
          '带教本人的干警；没有就空着。',
          'Who teaches this person; may be empty.',
        ]),
      ),
      rare(
        refers('worksWith', ['固定搭档', 'Works with'], 'person', [
          '须与本人同在一个单位的干警，两人中填一人即可；没有就空着。',
          'Who must be in the same unit, told of one of the two; may be empty.',
        ]),
      ),
      rare(
        refersEach('conflictUnits', ['回避单位', 'Units of conflict'], 'unit', [
          '正在审理本人曾参与其他程序的案件的单位，多个用分号隔开；没有就空着。',
          'Units that hear cases in which the person took part at another stage, parted by semicolons; may be empty.',
        ]),
      ),
    ],
  },
  {
    list: 'assignments',
    title: { zh: '任职', en: 'Assignments' },
    row: assignment,
    key: ['person', 'unit', 'role', 'from'],
    rowsOf: (court) => court.assignments,
    columns: [
      refers('person', ['干警', 'Person'], 'person'),
      refers('unit', ['单位', 'Unit'], 'unit'),
      choice('role', ['岗位', 'Post'], roleWords, [
        '在该单位担任的岗位；须在“岗位”表中。',
        'The post held there; it must stand in the sheet "Posts".',
      ]),
      date('from', ['开始日期', 'From'], ['任职第一天。', 'First day in the post.']),
      date(
        'until',
        ['结束日期', 'Until'],
        ['任职最后一天；仍在任则空着。', 'Last day in the post; empty while it is held.'],
      ),
      choice('kind', ['任职性质', 'Kind'], assignmentKindWords, ['空着按任职。', 'Empty means permanent.']),
      number(
        'share',
        ['占比', 'Share'],
        [
          '一人两岗时各占多少，1 为全部；空着按 1。',
          'How much of the person, where two posts are held; empty means 1.',
        ],
      ),
    ],
  },
  {
    list: 'qualifications',
    title: { zh: '资格与技能', en: 'Skills and qualifications' },
    row: qualification,
    key: ['person', 'kind', 'code', 'since'],
    rowsOf: (court) => court.qualifications,
    columns: [
      refers('person', ['干警', 'Person'], 'person'),
      choice('kind', ['类别', 'Kind'], qualificationKindWords, [
        '资格（如法律职业资格）或技能。',
        'A qualification (such as the legal exam) or a skill.',
      ]),
      id(
        'code',
        ['代码', 'Code'],
        ['全院统一，例如 legal-exam、typing。', 'The same throughout the court, such as legal-exam, typing.'],
      ),
      integer(
        'level',
        ['等级', 'Level'],
        ['1（基础）至 5；不分等级则空着。', '1 (basic) to 5; empty where there are no levels.'],
      ),
      date('since', ['取得日期', 'Since'], ['可空。', 'May be empty.']),
      date('until', ['有效期至', 'Until'], ['长期有效则空着。', 'Empty where it does not expire.']),
    ],
  },
  {
    list: 'kinships',
    title: { zh: '亲属关系', en: 'Kinship' },
    row: kinship,
    key: ['first', 'second', 'kind'],
    rowsOf: (court) => court.kinships,
    columns: [
      refers('first', ['甲', 'First person'], 'person'),
      refers('second', ['乙', 'Second person'], 'person'),
      choice('kind', ['关系', 'Relation'], kinshipWords, [
        '任职回避的四类关系。',
        'The four classes that the law of avoidance knows.',
      ]),
    ],
  },
  {
    list: 'leaves',
    title: { zh: '请假与保护期', en: 'Leave' },
    row: leave,
    key: ['person', 'kind', 'from'],
    rowsOf: (court) => court.leaves,
    columns: [
      refers('person', ['干警', 'Person'], 'person'),
      choice('kind', ['类别', 'Kind'], leaveWords, [
        '孕期、哺乳期、医疗期为保护期。',
        'Pregnancy, nursing and medical treatment are protected periods.',
      ]),
      date('from', ['开始日期', 'From'], ['第一天。', 'First day.']),
      date('until', ['结束日期', 'Until'], ['最后一天；未定则空着。', 'Last day; empty while it is open.']),
      boolean(
        'consents',
        ['本人同意调整', 'Consents'],
        [
          '保护期内本人书面同意参加调整则填“是”；空着按“否”。',
          'Yes where the person agrees to be proposed during a protected period; empty means no.',
        ],
      ),
    ],
  },
  {
    list: 'preferences',
    title: { zh: '意愿', en: 'Preferences' },
    row: preference,
    key: ['person', 'rank'],
    rowsOf: (court) => court.preferences,
    columns: [
      refers('person', ['干警', 'Person'], 'person'),
      integer('rank', ['志愿序号', 'Rank'], ['1 为第一志愿，最多到 9。', '1 is the first wish; up to 9.']),
      refers('unit', ['单位', 'Unit'], 'unit'),
      choice('role', ['岗位', 'Post'], roleWords, [
        '不限岗位则空着。',
        'Empty for whichever post the person may fill.',
      ]),
    ],
  },
  {
    list: 'wishAnswers',
    title: { zh: '意愿答复', en: 'Answers to wishes' },
    row: wishAnswer,
    key: ['round', 'person'],
    optional: true,
    rowsOf: (court) => court.wishAnswers,
    columns: [
      id(
        'round',
        ['轮岗批次', 'Round'],
        [
          '批次编号；采纳方案时由系统登记，早先的批次可自行补填。',
          'Id of the round; written when a plan is kept, and by hand for rounds before that.',
        ],
      ),
      refers('person', ['干警', 'Person'], 'person'),
      date('date', ['生效日期', 'Date'], ['该批次生效的日期。', 'Day on which the round takes effect.']),
      refers('unit', ['意愿单位', 'Unit wished for'], 'unit'),
      integer(
        'rank',
        ['志愿序号', 'Rank'],
        [
          '已满足的志愿；都未满足时填可以满足的第一个志愿。',
          'Of the wish that was met; where none was, of the first that could have been.',
        ],
      ),
      boolean(
        'met',
        ['是否满足', 'Met'],
        ['未满足的计入负担台账。', 'A wish that was not met stands in the ledger of what was carried.'],
      ),
    ],
  },
]
