import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'
import {
  changesByYear,
  smallestGroup,
  staffGroups,
  unitNames,
  type CalendarDate,
  type Court,
  type ServiceBand,
  type ChangeOfYear,
} from '../domain'
import { keepText } from './cell'
import { roleWords } from './choices-staff'
import { headerStyle } from './look'
import { say, type Locale, type Words } from './words'

const titles = {
  about: { zh: '说明', en: 'About' },
  staff: { zh: '人员', en: 'Staff' },
  changes: { zh: '人员变动', en: 'Changes of staff' },
  caseload: { zh: '案件量', en: 'Caseload' },
} satisfies Record<string, Words>

const serviceWords: Record<ServiceBand, Words> = {
  'under-5': { zh: '不满 5 年', en: 'Under 5 years' },
  '5-9': { zh: '5–9 年', en: '5 to 9 years' },
  '10-19': { zh: '10–19 年', en: '10 to 19 years' },
  '20-up': { zh: '20 年以上', en: '20 years or more' },
}
const changeWords: Record<ChangeOfYear['change'], Words> = {
  joined: { zh: '入院', en: 'Joined' },
  left: { zh: '离院', en: 'Left' },
  moved: { zh: '调整岗位', en: 'Moved to another post' },
}
const open: Words = { zh: '不分', en: 'All' }
const hidden: Words = { zh: `不足 ${smallestGroup} 人`, en: `Fewer than ${smallestGroup}` }
const unitNumber = (number: number): Words => ({ zh: `单位 ${number}`, en: `Unit ${number}` })

/** What is in the file, and what was left out of it. */
const about = (date: CalendarDate): Words[] => [
  { zh: `本文件供统计使用，数据截至 ${date}。`, en: `This file is for statistics; it holds for ${date}.` },
  {
    zh: '不含姓名、编号、日期到日的个人经历、请假、亲属关系、意愿、异议和纪律情况。',
    en: 'It holds no names or ids, no days of anybody’s career, no leave, kinship, wishes, objections or discipline.',
  },
  {
    zh: `“${titles.staff.zh}”：每组至少 ${smallestGroup} 人，每人只计一次。按部门、身份和在院年限分组后不足 ${smallestGroup} 人的，依次并入不分年限、不分部门、不分身份的组，这些列写“${open.zh}”；全院不足 ${smallestGroup} 人时不列。`,
    en: `“${titles.staff.en}”: every group has ${smallestGroup} people or more, and each person is counted once. Where fewer than ${smallestGroup} are alike in department, role and years of service, they are counted without the years, then without the department, then without the role, and the column says “${open.en}”. A court of fewer than ${smallestGroup} people is not listed.`,
  },
  {
    zh: `“${titles.changes.zh}”：不足 ${smallestGroup} 人（包括没有）的写“${hidden.zh}”，不列合计，以免倒推。`,
    en: `“${titles.changes.en}”: fewer than ${smallestGroup} people, none included, read “${hidden.en}”; there are no totals to work them out from.`,
  },
  {
    zh: `“${titles.caseload.zh}”：按团队和月份，与平时的统计相同，不涉及个人；只有一名法官的团队，其数字也是该法官的，对外提供前请考虑。名称中含有人员姓名的单位以序号代替。`,
    en: `“${titles.caseload.en}”: by team and month, as in the usual statistics. Where a team has a single judge, its figures are that judge’s as well: think of it before handing them on. Units whose names hold the name of somebody are told by number.`,
  },
]

function table(title: Words, heads: Words[], rows: CellValue[][], locale: Locale): WriteSheet {
  return {
    name: say(title, locale),
    columns: heads.map((_, at) => ({ width: at === 0 ? 24 : 18 })),
    rows: [heads.map((head) => say(head, locale)), ...rows],
    cells: new Map(heads.map((_, at) => [`0,${at}`, { style: headerStyle(false) }])),
    freezePane: { rows: 1, columns: 0 },
  }
}

/** The court for statistics: nobody can be told from it, and it says what it leaves out (匿名统计表). */
export function writeStatistics(court: Court, locale: Locale, date: CalendarDate): Promise<Uint8Array> {
  const names = unitNames(court, (number) => say(unitNumber(number), locale))
  const types = new Map(court.caseTypes.map(({ id, name }) => [id, name]))
  const nameOf = (unit: string | null): string => keepText(unit === null ? say(open, locale) : (names.get(unit) ?? ''))
  const groups = staffGroups(court, date) ?? []
  return writeXlsx({
    sheets: [
      {
        name: say(titles.about, locale),
        columns: [{ width: 110, style: { alignment: { wrapText: true, vertical: 'top' } } }],
        rows: about(date).map((line) => [say(line, locale)]),
      },
      table(
        titles.staff,
        [
          { zh: '部门', en: 'Department' },
          { zh: '身份', en: 'Role' },
          { zh: '在院年限', en: 'Years of service' },
          { zh: '人数', en: 'People' },
        ],
        groups.map(({ department, role, service, people }) => [
          nameOf(department),
          say(role === null ? open : roleWords[role], locale),
          say(service === null ? open : serviceWords[service], locale),
          people,
        ]),
        locale,
      ),
      table(
        titles.changes,
        [
          { zh: '年份', en: 'Year' },
          { zh: '身份', en: 'Role' },
          { zh: '变动', en: 'Change' },
          { zh: '人数', en: 'People' },
        ],
        changesByYear(court, date).map(({ year, role, change, people }) => [
          year,
          say(roleWords[role], locale),
          say(changeWords[change], locale),
          people ?? say(hidden, locale),
        ]),
        locale,
      ),
      table(
        titles.caseload,
        [
          { zh: '月份', en: 'Month' },
          { zh: '团队', en: 'Team' },
          { zh: '案件类型', en: 'Case type' },
          { zh: '旧存', en: 'Carried over' },
          { zh: '新收', en: 'Filed' },
          { zh: '办结', en: 'Closed' },
          { zh: '未结', en: 'Pending' },
        ],
        court.caseload.map(({ month, team, caseType, carried, filed, closed, pending }) => [
          month,
          nameOf(team),
          keepText(types.get(caseType) ?? ''),
          carried,
          filed,
          closed,
          pending,
        ]),
        locale,
      ),
    ],
  })
}
