import type { CellValue, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { Court } from '../domain'
import { keepText } from './cell'
import { booleanWords, labelOf } from './choices'
import type { Column, Target } from './column'
import { listsTitle, sheetOf } from './sheets'
import { say, type Locale } from './words'

/** Row of the last cell that drop-down lists and formats of an empty sheet reach to. */
export const reach = 5000
/** The longest list of choices that a cell's own rule may hold; a longer one stands in a hidden sheet. */
const longestRule = 240

/** Values of drop-down lists that are too long for the rule itself, a column each, in a hidden sheet. */
export class Lists {
  readonly #columns: string[][] = []
  constructor(readonly locale: Locale) {}

  rule(values: readonly string[]): Pick<DataValidation, 'values' | 'formula1'> {
    if (values.join(',').length <= longestRule && !values.some((value) => /[,"]/.test(value)))
      return { values: [...values] }
    this.#columns.push([...values])
    const letter = letterOf(this.#columns.length - 1)
    return { formula1: `'${say(listsTitle, this.locale)}'!$${letter}$1:$${letter}$${values.length}` }
  }

  sheet(): WriteSheet[] {
    const deepest = Math.max(0, ...this.#columns.map((column) => column.length))
    if (deepest === 0) return []
    const rows = Array.from({ length: deepest }, (_, row) =>
      this.#columns.map((column): CellValue => (column[row] === undefined ? null : keepText(column[row]))),
    )
    return [{ name: say(listsTitle, this.locale), hidden: true, rows }]
  }
}

export const letterOf = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26))

/** Ids that a column may refer to; the unit's are those of departments and teams together. */
const idsFor = (court: Court, target: Target): string[] =>
  ({
    department: () => court.departments,
    team: () => court.teams,
    unit: () => [...court.departments, ...court.teams],
    person: () => court.people,
    caseType: () => court.caseTypes,
  })
    [target]()
    .map((row) => row.id)

const listOf: Partial<Record<Target, 'departments' | 'teams' | 'people' | 'caseTypes'>> = {
  department: 'departments',
  team: 'teams',
  person: 'people',
  caseType: 'caseTypes',
}

export function ruleFor(
  column: Column,
  court: Court,
  locale: Locale,
  lists: Lists,
): Pick<DataValidation, 'values' | 'formula1'> | null {
  if (column.kind === 'boolean') return lists.rule(Object.values(booleanWords).map((words) => say(words, locale)))
  if (column.choices !== undefined)
    return lists.rule(Object.keys(column.choices).map((value) => labelOf(column.choices ?? {}, value, locale)))
  if (column.refers === undefined) return null
  const list = listOf[column.refers]
  if (list !== undefined) return { formula1: `'${say(sheetOf(list).title, locale)}'!$A$2:$A$${reach}` }
  const ids = idsFor(court, column.refers)
  return ids.length === 0 ? null : lists.rule(ids)
}
