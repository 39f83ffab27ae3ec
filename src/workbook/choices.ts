import type {
  Assignment,
  Campaign,
  CaseType,
  Department,
  Duty,
  CaseRecord,
  IndicatorDefinition,
  IndicatorUnit,
  Kinship,
  Leave,
  Measure,
  MonthMark,
  Person,
  Qualification,
  Role,
  Settings,
  Survey,
  Team,
  TeamTemplate,
  YearValueInputs,
} from '../domain'
import { plain, type Locale, type Words } from './words'

/** The values of an enumeration with the words that stand for them in a sheet; `also` are other words for it in use. */
export type Choices = Readonly<Record<string, Words & { readonly also?: readonly string[] }>>

/** The label of a value; the value itself where it has none. */
export const labelOf = (choices: Choices, value: string, locale: Locale): string => {
  const words = choices[value]
  return words === undefined ? value : locale === 'en' ? words.en : words.zh
}

/** The value that a text stands for: its code, its label in either language, or another word for it. */
export const valueOf = (choices: Choices, text: string): string | undefined =>
  Object.entries(choices).find(([value, words]) =>
    [value, words.zh, words.en, ...(words.also ?? [])].some((spelling) => plain(spelling) === plain(text)),
  )?.[0]

export const roleWords: Record<Role, Words> = {
  judge: { zh: '员额法官', en: 'Judge' },
  assistant: { zh: '法官助理', en: 'Judicial assistant' },
  clerk: { zh: '书记员', en: 'Clerk' },
  'enforcement-officer': { zh: '执行员', en: 'Enforcement officer' },
  bailiff: { zh: '法警', en: 'Bailiff' },
  administrative: { zh: '司法行政人员', en: 'Administrative staff' },
}

export const departmentKindWords: Record<Department['kind'], Words> = {
  administrative: { zh: '综合部门', en: 'Administrative' },
  trial: { zh: '业务庭', en: 'Trial division' },
  enforcement: { zh: '执行局', en: 'Enforcement bureau' },
}

export const dutyWords: Record<Duty, Words> = {
  personnel: { zh: '组织人事', en: 'Personnel' },
  discipline: { zh: '纪检监察', en: 'Discipline' },
  audit: { zh: '审计', en: 'Audit' },
  finance: { zh: '财务', en: 'Finance' },
  approval: { zh: '项目和资金审批', en: 'Approval of projects and funds' },
  procurement: { zh: '招标采购', en: 'Procurement' },
  'other-key': { zh: '其他关键岗位', en: 'Another key post' },
}

export const trackWords: Record<Team['track'], Words> = {
  'fast-track': { zh: '速裁', en: 'Fast-track' },
  ordinary: { zh: '普通', en: 'Ordinary' },
  complex: { zh: '精审', en: 'Complex' },
}

export const employmentWords: Record<Person['employment'], Words> = {
  'civil-servant': { zh: '公务员', en: 'Civil servant' },
  contract: { zh: '聘用制', en: 'Contract' },
}

export const assignmentKindWords: Record<Assignment['kind'], Words> = {
  permanent: { zh: '任职', en: 'Permanent' },
  temporary: { zh: '挂职', en: 'Temporary' },
}

export const qualificationKindWords: Record<Qualification['kind'], Words> = {
  qualification: { zh: '资格', en: 'Qualification' },
  skill: { zh: '技能', en: 'Skill' },
}

export const kinshipWords: Record<Kinship['kind'], Words> = {
  spouse: { zh: '夫妻', en: 'Spouse' },
  lineal: { zh: '直系血亲', en: 'Lineal' },
  collateral: { zh: '三代以内旁系血亲', en: 'Collateral' },
  affinity: { zh: '近姻亲', en: 'By marriage' },
}

export const leaveWords: Record<Leave['kind'], Words> = {
  annual: { zh: '年休假', en: 'Annual leave' },
  sick: { zh: '病假', en: 'Sick leave' },
  maternity: { zh: '产假', en: 'Maternity leave' },
  study: { zh: '学习', en: 'Study' },
  secondment: { zh: '借调', en: 'Secondment' },
  other: { zh: '其他', en: 'Other' },
  pregnancy: { zh: '孕期', en: 'Pregnancy' },
  nursing: { zh: '哺乳期', en: 'Nursing' },
  medical: { zh: '医疗期', en: 'Medical treatment' },
}

/** As courts' own systems word it (结案方式); one word stands for one outcome. */
export const outcomeWords = {
  judgment: {
    zh: '判决或裁定',
    en: 'Judgment',
    also: ['判决', '裁定', '驳回起诉', '驳回申请', '维持', '改判', 'Ruling'],
  },
  mediated: { zh: '调解', en: 'Mediated', also: ['调解结案', '调解书', '司法确认'] },
  settled: { zh: '和解', en: 'Settled', also: ['和解结案', '执行和解', '达成和解'] },
  withdrawn: {
    zh: '撤回',
    en: 'Withdrawn',
    also: ['撤诉', '准予撤诉', '准许撤诉', '按撤诉处理', '按自动撤诉处理', '撤回起诉', '撤回申请', '准许撤回起诉'],
  },
  transferred: { zh: '移送', en: 'Transferred', also: ['移送管辖', '移送其他法院', '移送其他部门', '指定管辖'] },
  full: { zh: '执行完毕', en: 'Fully enforced', also: ['全部执行完毕', '全部执行'] },
  'terminated-for-now': {
    zh: '终结本次执行程序',
    en: 'Terminated for now',
    also: ['终本', '终结本次执行'],
  },
  other: {
    zh: '其他',
    en: 'Other',
    also: ['其它', '其他方式', '终结执行', '终结诉讼', '不予执行', '不予受理'],
  },
} satisfies Record<NonNullable<CaseRecord['outcome']>, Choices[string]>

export const measureWords: Record<Measure, Words> = {
  limited: { zh: '结案中有审限', en: 'Closed, with a time limit' },
  onTime: { zh: '审限内结案', en: 'Closed on time' },
  days: { zh: '审理天数合计', en: 'Days to closing, sum' },
  mediable: { zh: '结案中可调解', en: 'Closed, could be mediated' },
  settled: { zh: '调解和解', en: 'Mediated or settled' },
  withdrawn: { zh: '撤诉', en: 'Withdrawn' },
  full: { zh: '执行完毕', en: 'Fully enforced' },
  fullDays: { zh: '执行完毕天数合计', en: 'Days to full enforcement, sum' },
  terminated: { zh: '终本', en: 'Terminated for now' },
  disputes: { zh: '案数', en: 'Disputes' },
  pendingTo3: { zh: '未结不满 3 个月', en: 'Pending under 3 months' },
  pendingTo6: { zh: '未结 3 至 6 个月', en: 'Pending 3 to 6 months' },
  pendingTo12: { zh: '未结 6 至 12 个月', en: 'Pending 6 to 12 months' },
  pendingOver12: { zh: '未结 12 个月以上', en: 'Pending over 12 months' },
  claimed: { zh: '申请执行标的（元）', en: 'Claimed (yuan)' },
  recovered: { zh: '执行到位（元）', en: 'Recovered (yuan)' },
}

export const phaseWords: Record<Survey['phase'], Words> = {
  before: { zh: '之前', en: 'Before' },
  after: { zh: '之后', en: 'After' },
}

export const targetKindWords: Record<Campaign['targetKind'], Words> = {
  closed: { zh: '结案数', en: 'Cases closed' },
  'closing-rate': { zh: '结案率', en: 'Closing rate' },
}

export const weightSourceWords: Record<CaseType['weightSource'], Words> = {
  table: { zh: '本表', en: 'This table' },
  events: { zh: '事件合计', en: 'Events' },
  panel: { zh: '专家评估', en: 'Panel' },
}

export const weightUnitWords: Record<Settings['weightUnit'], Words> = {
  minutes: { zh: '分钟', en: 'Minutes' },
  points: { zh: '分值', en: 'Points' },
  'standard-cases': { zh: '标准件', en: 'Standard cases' },
}

export const needModeWords: Record<Settings['needMode'], Words> = {
  weights: { zh: '按权重', en: 'Weights' },
  peers: { zh: '按同类团队', en: 'Peers' },
  'pro-rata': { zh: '按比例分配', en: 'Pro rata' },
}

export const filingsWindowWords: Record<Settings['filingsWindow'], Words> = {
  'last-months': { zh: '最近几个月', en: 'Last months' },
  'three-year-mean': { zh: '三年平均', en: 'Mean of three years' },
}

export const peerReferenceWords: Record<Settings['peerReference'], Words> = {
  'third-quartile': { zh: '上四分位', en: 'Third quartile' },
  median: { zh: '中位数', en: 'Median' },
}

export const roundingWords: Record<Settings['rounding'], Words> = {
  none: { zh: '不取整', en: 'None' },
  'half-up': { zh: '四舍五入', en: 'Half up' },
  threshold: { zh: '门槛 1.15 / 0.90', en: 'Threshold 1.15 / 0.90' },
  'equal-proportions': { zh: '等比例分配', en: 'Equal proportions' },
  'largest-remainder': { zh: '最大余数', en: 'Largest remainder' },
  tolerance: { zh: '容差一人', en: 'Tolerance of one' },
}

export const yearValueSourceWords: Record<YearValueInputs['source'], Words> = {
  calendar: { zh: '工作日历', en: 'Working calendar' },
  indiana: { zh: '印第安纳 80,640', en: 'Indiana 80,640' },
  nrw: { zh: '北威州 99,900', en: 'North Rhine-Westphalia 99,900' },
  'schleswig-holstein': { zh: '石荷州 101,326', en: 'Schleswig-Holstein 101,326' },
  texas: { zh: '得克萨斯型 77,400', en: 'Texas type 77,400' },
}

export const templateKindWords: Record<TeamTemplate['kind'], Words> = {
  trial: departmentKindWords.trial,
  enforcement: departmentKindWords.enforcement,
}

export const indicatorUnitWords: Record<IndicatorUnit, Words> = {
  percent: { zh: '百分比', en: 'Percent' },
  days: { zh: '天', en: 'Days' },
  ratio: { zh: '比值', en: 'Ratio' },
  cases: { zh: '件', en: 'Cases' },
  points: { zh: '点', en: 'Points' },
  yuan: { zh: '元', en: 'Yuan' },
  fte: { zh: '人力（FTE）', en: 'FTE' },
}

export const directionWords: Record<IndicatorDefinition['direction'], Words> = {
  higher: { zh: '越高越好', en: 'Better higher' },
  lower: { zh: '越低越好', en: 'Better lower' },
  within: { zh: '区间内为好', en: 'Better within' },
  none: { zh: '无方向', en: 'None' },
}

export const partOfCourtWords: Record<IndicatorDefinition['of'], Words> = {
  all: { zh: '全院', en: 'Whole court' },
  trial: { zh: '审判部门', en: 'Trial divisions' },
  enforcement: { zh: '执行部门', en: 'Enforcement' },
}

export const monthMarkWords: Record<MonthMark, Words> = {
  outlier: { zh: '异常月', en: 'Unusual month' },
  'level-shift': { zh: '新水平起点', en: 'New level from here' },
}

export const booleanWords = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } } as const
