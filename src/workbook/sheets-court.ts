import { z } from 'zod'
import { courtFile, department, post, settings, team } from '../domain'
import {
  filingsWindowWords,
  needModeWords,
  peerReferenceWords,
  roundingWords,
  weightUnitWords,
} from './choices-settings'
import { departmentKindWords, dutyWords, roleWords, trackWords, unitStatusWords } from './choices-staff'
import type { Sheet } from './column'
import { boolean, choice, id, integer, list, number, perRole, refers, text } from './columns'

/**
 * The one row of the first sheet: the court's name, and its settings without the lists in them, which have sheets of
 * their own.
 */
const courtRow = z.object({
  id: courtFile.shape.id,
  name: courtFile.shape.name,
  example: courtFile.shape.example,
  ...settings.omit({ fills: true, yearValues: true, templates: true }).shape,
})

/** Sheets about the court itself: settings, departments, teams, posts. */
export const courtSheets: Sheet[] = [
  {
    list: 'court',
    title: { zh: '法院与设置', en: 'Court and settings' },
    row: courtRow,
    key: [],
    rowsOf: ({ id, name, example, settings }) => [{ id, name, example, ...settings }],
    columns: [
      id(
        'id',
        ['法院编号', 'Court id'],
        ['本表只填一行。不含空格和 @ / + :。', 'This sheet has one row. No spaces and none of @ / + :.'],
      ),
      text('name', ['法院名称', 'Court name'], ['最多 80 字。', 'At most 80 characters.']),
      boolean(
        'example',
        ['示例', 'Example'],
        ['虚构的示例法院填“是”；真实法院空着。', 'Yes for a fictional court; empty for a real one.'],
      ),
      integer(
        'filingsMonths',
        ['计算月数', 'Months counted'],
        [
          '所需人力按最近几个月新收计算；空着按 12。',
          'How many months of newly filed cases the need counts; empty means 12.',
        ],
      ),
      choice('weightUnit', ['权重单位', 'Weight unit'], weightUnitWords, [
        '权重和年有效工时的单位；空着按分钟。',
        'What weights and year values are told in; empty means minutes.',
      ]),
      choice('needMode', ['计算方式', 'Need from'], needModeWords, [
        '所需人力如何计算：按权重、按同类团队的办案效率、或按比例分配现有人力；空着按权重。',
        'How the need is computed: from weights, from the productivity of peer teams, or by sharing out the people there are; empty means weights.',
      ]),
      choice('filingsWindow', ['新收范围', 'Filings'], filingsWindowWords, [
        '按最近几个月（见“计算月数”）或三年平均；空着按最近几个月。',
        'Those of the last months (see "Months counted") or the mean of three years; empty means the last months.',
      ]),
      choice('peerReference', ['效率基准', 'Peer reference'], peerReferenceWords, [
        '同类团队人均办结数的上四分位或中位数；空着按上四分位。',
        'Third quartile or median of the cases closed per person in peer teams; empty means the third quartile.',
      ]),
      integer(
        'peerLeast',
        ['同类团队最少数', 'Fewest peers'],
        [
          '至少几个团队（含本团队）才能比较；空着按 3。',
          'How many teams, this one among them, it takes to compare; empty means 3.',
        ],
      ),
      choice('rounding', ['取整规则', 'Rounding'], roundingWords, [
        '所需人力折成整岗的显示规则，不影响计算；空着不取整。',
        'How a need is shown as whole posts, never used in computing; empty means none.',
      ]),
      number(
        'administrativeCap',
        ['行政人员上限', 'Administrative cap'],
        [
          '司法行政人员最多占全院人员的比例，例如 0.15；空着按 0.15。',
          'Most of the staff that may be administrative, such as 0.15; empty means 0.15.',
        ],
      ),
      integer(
        'longLeaveDays',
        ['长假天数', 'Long leave days'],
        [
          '超过该天数的请假不计入现有人力；空着按 45。',
          'Leave longer than this takes a person out of Have; empty means 45.',
        ],
      ),
      integer(
        'burdenMonths',
        ['负担记录月数', 'Ledger months'],
        [
          '调整岗位、换办公地点、意愿未满足后几个月内计入负担台账；空着按 36。',
          'For how many months a move, a change of site or a refused wish stands in the ledger; empty means 36.',
        ],
      ),
      integer(
        'burdenMove',
        ['调整岗位分值', 'Points of a move'],
        [
          '每次正式调整岗位计几分，本人第一志愿的不计；0 为不计，空着按 2。',
          'What a permanent change of post counts, unless it was the own first wish; 0 for nothing, empty means 2.',
        ],
      ),
      integer(
        'burdenDistance',
        ['换办公地点分值', 'Points of another site'],
        [
          '调整到另一办公地点另加几分；0 为不计，空着按 1。',
          'What a move to another site counts on top; 0 for nothing, empty means 1.',
        ],
      ),
      integer(
        'burdenRefusedWish',
        ['意愿未满足分值', 'Points of a refused wish'],
        [
          '一个批次中意愿均未满足计几分；0 为不计，空着按 1。',
          'What a round counts that met none of the own wishes; 0 for nothing, empty means 1.',
        ],
      ),
      integer(
        'keepLeftMonths',
        ['离院后保存月数', 'Months kept after leaving'],
        [
          '离院后几个月删除个人信息（统计数字保留）；空着按 24。',
          'How many months after leaving personal facts are deleted, counts kept; empty means 24.',
        ],
      ),
      integer(
        'keepLeavesMonths',
        ['请假保存月数', 'Months leaves are kept'],
        [
          '请假结束后几个月删除；影响现有人力的长假只留起止。空着按 24。',
          'How many months after its end a leave is deleted; of a long one the span stays. Empty means 24.',
        ],
      ),
      integer(
        'keepWishesMonths',
        ['意愿保存月数', 'Months wishes are kept'],
        [
          '意愿最后一次填报后几个月删除；空着按 24。',
          'How many months after they were stated last wishes are deleted; empty means 24.',
        ],
      ),
      integer(
        'keepObjectionsMonths',
        ['异议保存月数', 'Months objections are kept'],
        [
          '异议办结后几个月删除其文字；空着按 24。',
          'How many months after it was settled the words of an objection are deleted; empty means 24.',
        ],
      ),
      boolean(
        'deleteDaily',
        ['每天自动删除', 'Deleted daily'],
        [
          '填“是”，服务器每天删除到期的个人信息；空着由人事手动删除。',
          'Yes: the server deletes each day what is due; empty: HR does it by hand.',
        ],
      ),
      ...perRole(
        'yearMinutes',
        ['年有效工时（分钟）', 'year minutes'],
        [
          '一名全职人员一年可用于办案的分钟数（或所选单位的饱和工作量），已扣除年休假；不按案件计算的身份空着。',
          'Minutes (or the unit chosen) for cases of one full-time person in a year, annual leave taken off; empty for roles whose work does not scale with cases.',
        ],
      ),
    ],
  },
  {
    list: 'departments',
    title: { zh: '部门', en: 'Departments' },
    row: department,
    key: ['id'],
    rowsOf: (court) => court.departments,
    columns: [
      id(
        'id',
        ['编号', 'Id'],
        [
          '每个部门一个，长期不变；不能与团队编号相同。',
          'One for each department, for good; no team may have the same.',
        ],
      ),
      text('name', ['名称', 'Name'], ['最多 80 字。', 'At most 80 characters.']),
      choice('kind', ['类别', 'Kind'], departmentKindWords, [
        '综合部门、业务庭或执行局。',
        'Administrative, trial division or enforcement bureau.',
      ]),
      text(
        'division',
        ['分管', 'Division'],
        ['同一分管的部门排在一起；可空。', 'Departments of one division are shown together; may be empty.'],
      ),
      text(
        'site',
        ['办公地点', 'Site'],
        [
          '在院本部以外办公时填，例如人民法庭所在地；空着按院本部。',
          'Where it sits, if not in the main building, such as the town of a tribunal; empty means the main building.',
        ],
      ),
      integer(
        'floor',
        ['保留人数', 'Floor'],
        [
          '调出人员后至少保留几人（各类人员合计）；空着按 0。',
          'Heads, of all roles together, that it keeps when it gives people away; empty means 0.',
        ],
      ),
      choice('status', ['设置', 'Status'], unitStatusWords, [
        '拟设的由方案决定是否设立，可撤并的由方案决定是否撤并；下设团队的部门，仅指部门本部。空着按常设。',
        'A plan may set up a proposed one, and close one that may close; of a department with teams it is its own office. Empty means standing.',
      ]),
    ],
  },
  {
    list: 'teams',
    title: { zh: '团队', en: 'Teams' },
    row: team,
    key: ['id'],
    rowsOf: (court) => court.teams,
    columns: [
      id(
        'id',
        ['编号', 'Id'],
        [
          '每个团队一个，长期不变；不能与部门编号相同。',
          'One for each team, for good; no department may have the same.',
        ],
      ),
      text('name', ['名称', 'Name'], ['最多 80 字。', 'At most 80 characters.']),
      refers('department', ['所属部门', 'Department'], 'department'),
      choice('track', ['类型', 'Track'], trackWords, ['空着按普通。', 'Empty means ordinary.']),
      list(
        'categories',
        ['审理类别', 'Categories'],
        ['与“案件类型”表的类别一致，多个用分号隔开。', 'As in the sheet "Case types", parted by semicolons.'],
      ),
      list(
        'skills',
        ['所需技能', 'Skills'],
        [
          '技能代码，多个用分号隔开；计入人岗相适应。',
          'Codes of skills that help here, parted by semicolons; they count in the fit.',
        ],
      ),
      text(
        'site',
        ['办公地点', 'Site'],
        ['与所属部门不在一处时填；空着与部门相同。', 'Where it sits, if not with its department; empty means with it.'],
      ),
      choice('status', ['设置', 'Status'], unitStatusWords, [
        '拟设的由方案整建制设立或不设，可撤并的由方案整建制保留或撤并；空着按常设。',
        'A plan sets up a proposed team whole or not at all, and keeps or closes one that may close; empty means standing.',
      ]),
    ],
  },
  {
    list: 'posts',
    title: { zh: '岗位', en: 'Posts' },
    row: post,
    key: ['unit', 'role'],
    rowsOf: (court) => court.posts,
    columns: [
      refers('unit', ['单位', 'Unit'], 'unit'),
      choice('role', ['岗位', 'Post'], roleWords, [
        '每个单位的每类岗位一行。',
        'One row for each kind of post of a unit.',
      ]),
      number(
        'fixed',
        ['固定人力', 'Fixed FTE'],
        ['不随案件量变化的工作，折合人数；空着按 0。', 'FTE of work that does not scale with cases; empty means 0.'],
      ),
      integer(
        'ceiling',
        ['编制上限', 'Ceiling'],
        ['最多几人；不设上限则空着。', 'Most heads; empty where none is set.'],
      ),
      integer(
        'least',
        ['设置人数', 'Least to be open'],
        [
          '单位拟设或可撤并时，设置（保留）该单位须配的人数；空着按团队模板，没有模板的按 1。',
          'Heads that a unit which is proposed or may close takes here to be open; empty takes those of the team template, or 1.',
        ],
      ),
      choice('ratioTo.role', ['配比对象', 'In ratio to'], roleWords, [
        '按同一单位另一类岗位的所需人力配备时填；按案件计算则空着。',
        'Where the need follows another post of the same unit; empty where it follows cases.',
      ]),
      number(
        'ratioTo.per',
        ['每岗配备', 'For each'],
        ['对方每需一人，本岗位配几人，例如 0.5。', 'How many for each one needed there, such as 0.5.'],
      ),
      choice('duty', ['关键职责', 'Sensitive duty'], dutyWords, [
        '承担组织人事、财务等工作，须定期轮岗、亲属回避的岗位填；一般岗位空着。',
        'For posts whose work is passed on after some years and kept from relatives of the court’s leaders; empty for most.',
      ]),
    ],
  },
]
