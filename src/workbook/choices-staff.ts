import type {
  Assignment,
  Department,
  Duty,
  Kinship,
  Leave,
  Person,
  Qualification,
  Role,
  Team,
  UnitStatus,
} from '../domain'
import type { Words } from './words'

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

export const unitStatusWords: Record<UnitStatus, Words> = {
  standing: { zh: '常设', en: 'Standing' },
  proposed: { zh: '拟设', en: 'Proposed' },
  'may-close': { zh: '可撤并', en: 'May close' },
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
