import type {
  Campaign,
  CaseType,
  CaseRecord,
  IndicatorDefinition,
  IndicatorUnit,
  Measure,
  MonthMark,
  Survey,
} from '../domain'
import type { Choices } from './choices'
import type { Words } from './words'

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
