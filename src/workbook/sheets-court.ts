import { z } from 'zod'
import { courtFile, department, fill, post, settings, team } from '../domain'
import { departmentKindWords, roleWords, trackWords } from './choices'
import type { Sheet } from './column'
import { boolean, choice, id, integer, list, number, perRole, refers, text } from './columns'

/** The one row of the first sheet: the court's name, and its settings without the fills, which have a sheet of their own. */
const courtRow = z.object({
  id: courtFile.shape.id,
  name: courtFile.shape.name,
  example: courtFile.shape.example,
  ...settings.omit({ fills: true }).shape,
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
      integer(
        'longLeaveDays',
        ['长假天数', 'Long leave days'],
        [
          '超过该天数的请假不计入现有人力；空着按 45。',
          'Leave longer than this takes a person out of Have; empty means 45.',
        ],
      ),
      ...perRole(
        'yearMinutes',
        ['年有效工时（分钟）', 'year minutes'],
        [
          '一名全职人员一年可用于办案的分钟数，已扣除年休假；不按案件计算的身份空着。',
          'Minutes for cases of one full-time person in a year, annual leave taken off; empty for roles whose work does not scale with cases.',
        ],
      ),
    ],
  },
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
      integer(
        'floor',
        ['保留人数', 'Floor'],
        [
          '调出人员后至少保留几人（各类人员合计）；空着按 0。',
          'Heads, of all roles together, that it keeps when it gives people away; empty means 0.',
        ],
      ),
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
    ],
  },
]
