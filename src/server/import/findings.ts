import { z } from 'zod'
import type { CalendarMonth } from '../../domain'
import { maxProblems } from '../../workbook/problem'

/** What looks wrong and may yet be right: where in the file, or of which team, case type and month. */
export const finding = z.object({
  /** Words at `workbook.problems.<code>`. */
  code: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  right: z.string().nullable(),
  team: z.string().nullable(),
  caseType: z.string().nullable(),
  month: z.string().nullable(),
})
export type Finding = z.infer<typeof finding>

/** The first ones, and how many there are in all. */
export const findings = z.object({ kept: z.array(finding), total: z.int() })

export class Findings {
  readonly kept: Finding[] = []
  total = 0

  /** The same, before all others: it is among those kept, however many there are. */
  addFirst(...given: Parameters<Findings['add']>): void {
    const rest = this.kept.splice(0)
    this.add(...given)
    this.kept.push(...rest.slice(0, maxProblems - this.kept.length))
  }

  add(
    code: string,
    of: { team: string | null; caseType: string | null; month: CalendarMonth | null },
    at: Partial<Pick<Finding, 'row' | 'column' | 'value' | 'right'>>,
  ): void {
    this.total++
    if (this.kept.length >= maxProblems) return
    const { team, caseType, month } = of
    this.kept.push({ code, row: null, column: null, value: null, right: null, team, caseType, month, ...at })
  }
}
