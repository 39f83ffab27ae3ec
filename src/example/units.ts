import type { Role } from '../domain'
import { rowsOf } from './table'

export type Staff = readonly (readonly [Role, number])[]

const roleOf: Readonly<Record<string, Role>> = {
  J: 'judge',
  A: 'assistant',
  C: 'clerk',
  E: 'enforcement-officer',
  S: 'administrative',
  B: 'bailiff',
}

/** Reads `J1 A0 C2`: how many people sit in each post of a unit. */
const staffOf = (text: string): Staff =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => [roleOf[word[0]!]!, Number(word.slice(1))] as const)

/** Department, name, kind, division, floor, and the people of the department itself or of a division's own office. */
export const departments = rowsOf(`
  office               | 办公室                   | administrative | 综合       | 3  | S3 A1 C2
  political            | 政治部                   | administrative | 综合       | 3  | S3 A1 C1
  research             | 审判管理办公室（研究室） | administrative | 综合       | 2  | S1 A3 C1
  inspection           | 督察室                   | administrative | 综合       | 2  | S2 C1
  finance              | 行政装备管理科           | administrative | 综合       | 3  | S3 C1
  archives             | 信息技术与档案科         | administrative | 综合       | 3  | S2 A1 C2
  police               | 司法警察大队             | administrative | 综合       | 6  | B7
  filing               | 立案庭（诉讼服务中心）   | trial          | 立案与速裁 | 6  | C3 S1
  criminal             | 刑事审判庭               | trial          | 刑事       | 8  | C1
  civil-1              | 民事审判第一庭           | trial          | 民事       | 10 | C1
  civil-2              | 民事审判第二庭           | trial          | 民事       | 8  | C1
  administrative-trial | 行政审判庭               | trial          | 行政与法庭 | 3  |
  tribunals            | 人民法庭                 | trial          | 行政与法庭 | 4  |
  enforcement          | 执行局                   | enforcement    | 执行       | 14 | C1 E1
`).map(([id, name, kind, division, floor, staff]) => ({
  id: id!,
  name: name!,
  kind: kind as 'administrative' | 'trial' | 'enforcement',
  division: division!,
  floor: Number(floor),
  staff: staffOf(staff ?? ''),
}))

/** Towns where teams sit that are not in the main building. */
const sites: Readonly<Record<string, string>> = { east: '东山镇', west: '西河镇' }

/** Team, name, department, track, skills wanted, people, and the cases newly filed in 2021 by type. */
export const teams = rowsOf(`
  fast-1              | 速裁一团队         | filing               | fast-track | mediation typing         | J1 A1 C1    | loan-fast 760, confirmation 420
  fast-2              | 速裁二团队         | filing               | fast-track | mediation typing         | J1 A1 C1    | traffic-fast 540, labour-fast 230
  fast-3              | 速裁三团队         | filing               | fast-track | mediation typing         | J1 A0 C1    | fee-fast 880, sale-fast 390
  pre-trial           | 诉前调解与保全团队 | filing               | fast-track | mediation                | J1 A1 C2    | preservation 760, confirmation 661
  criminal-fast       | 刑事速裁团队       | criminal             | fast-track | typing                   | J1 A1 C1    | crime-fast 440
  criminal-1          | 刑事普通团队       | criminal             | ordinary   |                          | J2 A1 C2    | crime 270
  criminal-2          | 重大刑事团队       | criminal             | complex    | accounting               | J1 A1 C1    | crime-major 36
  family              | 家事团队           | civil-1              | ordinary   | mediation counselling    | J2 A1 C2    | family 520
  torts               | 侵权团队           | civil-1              | ordinary   | mediation                | J1 A1 C1    | tort 170, traffic 110
  housing             | 房地产团队         | civil-1              | complex    | engineering              | J2 A1 C1    | housing 340
  labour              | 劳动争议团队       | civil-1              | ordinary   | mediation                | J1 A1 C1    | labour 310
  banking             | 金融团队           | civil-2              | ordinary   | accounting               | J1 A0 C1    | bank-loan 530
  contracts           | 合同团队           | civil-2              | ordinary   | typing                   | J2 A1 C1    | sale 470
  company             | 公司与破产团队     | civil-2              | complex    | accounting               | J2 A1 C1    | company 70, bankruptcy 8
  construction        | 建设工程团队       | civil-2              | complex    | engineering              | J1 A1 C1    | construction 84
  administrative-1    | 行政诉讼团队       | administrative-trial | complex    |                          | J1 A1 C1    | administrative-suit 110
  administrative-2    | 非诉审查团队       | administrative-trial | fast-track |                          | J1 A0 C1    | administrative-review 260
  east                | 东片法庭团队       | tribunals            | ordinary   | mediation                | J1 A1 C1    | family 150, loan 130
  west                | 西片法庭团队       | tribunals            | ordinary   | mediation                | J1 A1 C1    | family 130, loan 140
  enforcement-fast    | 快执团队           | enforcement          | fast-track | asset-tracing            | J1 C1 E2    | enforce-simple 1900
  enforcement-assets  | 财产处置团队       | enforcement          | complex    | asset-tracing accounting | J1 A1 C1 E2 | enforce-assets 980
  enforcement-resumed | 恢复执行团队       | enforcement          | ordinary   | asset-tracing            | J1 C1 E2    | enforce-resumed 820
  enforcement-banking | 金融执行团队       | enforcement          | ordinary   | accounting               | J1 C2 E2    | enforce-bank-loan 1120
  enforcement-conduct | 行为与非诉执行团队 | enforcement          | ordinary   | mediation                | J1 C1 E2    | enforce-conduct 407, enforce-review 300
`).map(([id, name, department, track, skills, staff, filed]) => ({
  id: id!,
  name: name!,
  department: department!,
  track: track as 'fast-track' | 'ordinary' | 'complex',
  skills: skills === '' ? [] : skills!.split(' '),
  site: sites[id!] ?? null,
  staff: staffOf(staff!),
  filed: filed!.split(', ').map((entry) => {
    const [caseType, count] = entry.split(' ')
    return { caseType: caseType!, count: Number(count) }
  }),
}))

/**
 * A team that the court thinks of setting up, to serve the papers of all others: nobody is there yet, and its work does
 * not grow with cases of its own, so that the published totals stand. The plan says whether it is worth its people.
 */
export const proposedTeams = [
  {
    id: 'delivery',
    name: '集约送达团队',
    department: 'filing',
    track: 'fast-track',
    skills: ['typing'],
    status: 'proposed',
    needs: [
      ['assistant', 1],
      ['clerk', 1],
    ],
  },
] as const
