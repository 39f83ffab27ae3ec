import { courtFile, type Court } from '../../src/domain'

const months = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)

/**
 * A court small enough to count by hand, at the end of 2025: an office, and a civil division with its own desk and
 * two teams. One case is one year value of a judge, so team-1, with twelve cases filed in the year, needs 1.2 judges
 * at 0.1 FTE a case. Ann is away, Bo and Cy sit in the office, Di is on probation there.
 */
export const smallCourt = (changes: Record<string, unknown> = {}): Court =>
  courtFile.parse({
    format: 'frontline-court/1',
    id: 'small',
    name: '小法院',
    settings: { yearMinutes: { judge: 1000, assistant: 1000, clerk: 1000 } },
    departments: [
      { id: 'office', name: '办公室', kind: 'administrative' },
      { id: 'civil', name: '民事审判庭', kind: 'trial', division: '民事' },
    ],
    teams: [
      { id: 'team-1', name: '一团队', department: 'civil', categories: ['合同'] },
      { id: 'team-2', name: '二团队', department: 'civil', categories: ['家事'] },
    ],
    posts: [
      { unit: 'office', role: 'clerk', fixed: 1 },
      { unit: 'civil', role: 'clerk', fixed: 1 },
      { unit: 'team-1', role: 'judge' },
      { unit: 'team-1', role: 'clerk' },
      { unit: 'team-2', role: 'judge' },
    ],
    people: [
      { id: 'ann', name: '张三', role: 'judge', joined: '2010-01-01' },
      { id: 'bo', name: '单雄', role: 'clerk', joined: '2012-01-01' },
      { id: 'cy', name: '曾国栋', role: 'clerk', joined: '2015-01-01' },
      { id: 'di', name: '李四', role: 'clerk', joined: '2025-09-01' },
      { id: 'ed', name: '王五', role: 'judge', joined: '2010-01-01', left: '2026-03-31' },
      { id: 'flo', name: '赵六', role: 'clerk', joined: '2026-02-01' },
    ],
    assignments: [
      { person: 'ann', unit: 'team-1', role: 'judge', from: '2015-01-01' },
      { person: 'bo', unit: 'office', role: 'clerk', from: '2018-03-01' },
      { person: 'cy', unit: 'office', role: 'clerk', from: '2019-01-01' },
      { person: 'di', unit: 'office', role: 'clerk', from: '2025-09-01' },
      { person: 'ed', unit: 'team-2', role: 'judge', from: '2012-01-01', until: '2020-12-31' },
      { person: 'ed', unit: 'team-1', role: 'judge', from: '2021-01-01' },
      {
        person: 'cy',
        unit: 'team-1',
        role: 'clerk',
        from: '2025-07-01',
        until: '2026-02-28',
        kind: 'temporary',
        share: 0.5,
      },
    ],
    qualifications: [{ person: 'bo', kind: 'skill', code: 'typing' }],
    leaves: [{ person: 'ann', kind: 'study', from: '2025-10-01', until: '2026-01-31' }],
    caseTypes: [{ id: 'contract', name: '合同', category: '合同', weights: { judge: 100, clerk: 50 } }],
    caseload: months(2025).map((month) => ({
      team: 'team-1',
      caseType: 'contract',
      month,
      carried: 3,
      filed: 1,
      closed: 1,
      pending: 3,
    })),
    ...changes,
  })
