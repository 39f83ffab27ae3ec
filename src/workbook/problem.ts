import type { Court } from '../domain'
import type { ListName } from './column'

/**
 * One thing that stands in the way of an import. `right` is what would be right, as data; the words are at
 * `workbook.problems.<code>`.
 */
export interface WorkbookProblem {
  readonly code: string
  readonly list: ListName | null
  /** Title of the sheet as the file has it; empty for the file itself. */
  readonly sheet: string
  /** Row number as the spreadsheet shows it; null where the whole sheet or column is meant. */
  readonly row: number | null
  /** Title of the column as the file has it. */
  readonly column: string | null
  readonly value: string | null
  readonly right: string | null
}

/** What was found in a file, place by place. */
export interface Found {
  /** At most `maxProblems` of them, in the order of sheets and rows. */
  readonly problems: readonly WorkbookProblem[]
  /** How many there are in all. */
  readonly total: number
}

/** What the file holds: a court when nothing is wrong, else everything that is. */
export interface ReadResult extends Found {
  readonly court: Court | null
  /** What looks wrong and may yet be right: a person confirms it before the court is taken in. */
  readonly warnings: Found
}

export const maxProblems = 500
const none: Found = { problems: [], total: 0 }

/** A court in which nothing is wrong, with what is to be confirmed before it is taken in. */
export const taken = (court: Court, warnings: Problems): ReadResult => ({ court, ...none, warnings: warnings.found() })

/** Collects problems; keeps the first ones and counts the rest. */
export class Problems {
  readonly kept: WorkbookProblem[] = []
  total = 0

  add(code: string, at: Partial<Omit<WorkbookProblem, 'code'>> = {}): void {
    this.total++
    if (this.kept.length >= maxProblems) return
    this.kept.push({ code, list: null, sheet: '', row: null, column: null, value: null, right: null, ...at })
  }

  /** What was found, as a person walks through the file: sheet by sheet in the order given, row by row. */
  found(order: readonly string[] = []): Found {
    const place = ({ list }: WorkbookProblem): number => order.indexOf(list ?? '')
    const problems = this.kept.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0))
    return { problems, total: this.total }
  }

  refused(order: readonly string[] = []): ReadResult {
    return { court: null, ...this.found(order), warnings: none }
  }
}
