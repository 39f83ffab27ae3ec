import type { Settings, TeamTemplate, YearValueInputs } from '../domain'
import { departmentKindWords } from './choices-staff'
import type { Words } from './words'

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
