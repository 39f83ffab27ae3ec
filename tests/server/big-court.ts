import { courtFile, type Court } from '../../src/domain'
import { exampleCourt } from '../../src/example'

const own = ['id', 'department', 'team', 'unit', 'person', 'first', 'second'] as const

/** The example court so many times over, side by side: a court that a run takes a while for. */
export function bigCourt(copies: number, id = 'big'): Court {
  const { departments, teams, posts, people, assignments, qualifications, kinships, preferences, caseload, ...rest } =
    exampleCourt()
  const lists = { departments, teams, posts, people, assignments, qualifications, kinships, preferences, caseload }
  const times = <T extends object>(rows: readonly T[]): T[] =>
    Array.from({ length: copies }, (_, copy) =>
      rows.map((row) => {
        const renamed = Object.fromEntries(
          own
            .filter((field) => field in row)
            .map((field) => [field, `${(row as Record<string, string>)[field]}-${copy}`]),
        )
        return { ...row, ...renamed }
      }),
    ).flat()
  return courtFile.parse({
    ...rest,
    id,
    leaves: [],
    cases: [],
    campaigns: [],
    wishAnswers: [],
    ...Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, times<object>(rows)])),
  })
}
