import {
  defaultTemplates,
  type CaseType,
  type PanelAnswer,
  type Role,
  type TeamTemplate,
  type WeightEvent,
} from '../domain'
import { rowsOf } from './table'

/**
 * Case type, time limit in months (审限; 0 where the law sets none), share of simple cases, and the minutes of judge,
 * assistant, clerk and enforcement officer for a simple case in a fast-track team. Limits are those of the law where it
 * sets one; the rest is made up, of a plausible size.
 */
const rows = rowsOf(`
  loan-fast             | 3   |      |
  traffic-fast          | 3   |      |
  labour-fast           | 3   |      |
  fee-fast              | 2   |      |
  sale-fast             | 3   |      |
  confirmation          | 1   |      |
  crime-fast            | 0.5 |      |
  crime                 | 3   | 0.3  | 170 150 190 0
  crime-major           | 3   |      |
  family                | 6   | 0.3  | 120 110 140 0
  tort                  | 6   | 0.35 | 115 105 120 0
  traffic               | 6   | 0.45 | 105 100 110 0
  housing               | 6   | 0.1  | 160 110 180 0
  labour                | 6   | 0.35 | 100 95 110 0
  loan                  | 6   | 0.5  | 90 85 140 0
  bank-loan             | 6   | 0.6  | 70 75 90 0
  sale                  | 6   | 0.3  | 100 95 110 0
  company               | 6   |      |
  construction          | 6   |      |
  administrative-suit   | 6   | 0.15 | 260 150 280 0
  administrative-review | 3   |      |
  bankruptcy            | 0   |      |
  preservation          | 0   |      |
  enforce-simple        | 6   |      |
  enforce-assets        | 6   | 0.1  | 40 0 80 110
  enforce-resumed       | 6   | 0.35 | 45 0 80 130
  enforce-bank-loan     | 6   |      |
  enforce-conduct       | 6   | 0.2  | 60 0 90 150
  enforce-review        | 3   |      |
`)
const roles: readonly Role[] = ['judge', 'assistant', 'clerk', 'enforcement-officer']

const lanes = new Map(
  rows.map(([id, limit, share, fast]) => [
    id!,
    {
      limitMonths: Number(limit),
      simpleShare: Number(share),
      fastWeights: Object.fromEntries(
        (fast === undefined || fast === '' ? [] : fast.split(' '))
          .map((minutes, i) => [roles[i]!, Number(minutes)] as const)
          .filter(([, minutes]) => minutes > 0),
      ),
    },
  ]),
)

/** What a case type has beyond its table of minutes; all weights were reviewed at the end of 2020, for two years. */
export const lanesOf = (id: string): Partial<CaseType> => ({
  ...lanes.get(id),
  weightSource: id === 'tort' ? 'events' : id === 'labour' ? 'panel' : 'table',
  weightReviewed: '2020-12-20',
  weightReviewDue: id === 'bankruptcy' ? '2021-12-20' : '2022-12-20',
})

const event = (role: Role, name: string, minutes: number, frequency: number): WeightEvent => ({
  caseType: 'tort',
  role,
  event: name,
  minutes,
  frequency,
})

/** Events of a tort case; they add up to the minutes of the table. */
export const weightEvents = (): WeightEvent[] => [
  event('judge', '阅卷', 40, 1),
  event('judge', '庭前会议', 30, 0.5),
  event('judge', '开庭', 90, 1.5),
  event('judge', '撰写与审核文书', 130, 1),
  event('assistant', '整理材料与证据', 80, 1),
  event('assistant', '调解', 60, 1.5),
  event('assistant', '起草文书', 120, 1),
  event('clerk', '送达', 25, 4),
  event('clerk', '庭审记录', 90, 1.5),
  event('clerk', '归档', 75, 1),
]

/** Two rounds of a panel on labour cases; the medians of the second are the minutes of the table. */
export const panelAnswers = (): PanelAnswer[] => {
  const told: Partial<Record<Role, readonly (readonly number[])[]>> = {
    judge: [
      [180, 240, 260, 330, 420],
      [230, 250, 260, 280, 310],
    ],
    assistant: [
      [150, 220, 260, 300, 380],
      [220, 240, 250, 270, 290],
    ],
    clerk: [
      [160, 230, 270, 320, 360],
      [240, 255, 265, 280, 300],
    ],
  }
  return Object.entries(told).flatMap(([role, both]) =>
    both.flatMap((answers, i) =>
      answers.map((minutes, k) => ({
        caseType: 'labour',
        role: role as Role,
        expert: `e${k + 1}`,
        round: i + 1,
        minutes,
      })),
    ),
  )
}

/** Trial teams as is usual; a team of the enforcement bureau has two officers. */
export const templates: TeamTemplate[] = [
  ...defaultTemplates,
  ...(['fast-track', 'ordinary', 'complex'] as const).map((track): TeamTemplate => ({
    kind: 'enforcement',
    track,
    heads: { judge: 1, clerk: 1, 'enforcement-officer': 2 },
  })),
]
