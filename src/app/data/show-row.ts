import type { Court } from '@/domain'
import {
  booleanWords,
  fieldOf,
  labelOf,
  say,
  sheetOf,
  type Column,
  type ListName,
  type Locale,
  type Row,
  type Target,
} from '@/workbook'

/** A team and a case type may have the same id: names are kept by what the id is of. */
const kinds = { department: 'unit', team: 'unit', unit: 'unit', person: 'person', caseType: 'case-type' } as const
const keyOf = (target: Target | undefined, id: string): string => (target === undefined ? id : `${kinds[target]} ${id}`)

/** Names of the court's units, people and case types by id, in the file and as they are now. */
export const namesOf = (...courts: (Court | undefined)[]): ReadonlyMap<string, string> =>
  new Map(
    courts.flatMap((court) => {
      if (court === undefined) return []
      const named = (target: Target, rows: readonly { id: string; name: string }[]) =>
        rows.map(({ id, name }) => [keyOf(target, id), name] as const)
      return [
        ...named('unit', [...court.departments, ...court.teams]),
        ...named('person', court.people),
        ...named('caseType', court.caseTypes),
      ]
    }),
  )

/** A field's value as a person would say it: names for ids, labels for codes; an empty one is `-`. */
export function showValue(column: Column, value: unknown, names: ReadonlyMap<string, string>, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '-'
  const named = (id: string): string => names.get(keyOf(column.refers ?? column.refersEach, id)) ?? id
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map((each) => named(String(each))).join('; ')
  if (typeof value === 'boolean') return labelOf(booleanWords, value ? 'true' : 'false', locale)
  const text = typeof value === 'number' ? String(value) : (value as string)
  if (column.choices !== undefined) return labelOf(column.choices, text, locale)
  return column.refers === undefined ? text : named(text)
}

/** A row in a few words: its key, and its name where it has one. */
export function showRow(list: ListName, row: Row, names: ReadonlyMap<string, string>, locale: Locale): string {
  const { key, columns } = sheetOf(list)
  const fields = columns.some(({ field }) => field === 'name') ? [...key, 'name'] : key
  return fields
    .map((field) =>
      showValue(
        columns.find((column) => column.field === field)!,
        fieldOf(row, field),
        names,
        locale,
      ),
    )
    .filter((text) => text !== '-')
    .join(' · ')
}

/** One changed field: its title, and its value before and after. */
export function showChange(
  list: ListName,
  field: string,
  before: Row,
  after: Row,
  names: ReadonlyMap<string, string>,
  locale: Locale,
) {
  const column = sheetOf(list).columns.find((each) => each.field === field)!
  return {
    title: say(column.title, locale),
    before: showValue(column, fieldOf(before, field), names, locale),
    after: showValue(column, fieldOf(after, field), names, locale),
  }
}
