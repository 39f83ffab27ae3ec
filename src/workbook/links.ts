import type { Target } from './column'
import type { Problems } from './problem'
import type { ReadSheets } from './rows'

const listsOf: Record<Target, readonly ('departments' | 'teams' | 'people' | 'caseTypes')[]> = {
  department: ['departments'],
  team: ['teams'],
  unit: ['departments', 'teams'],
  person: ['people'],
  caseType: ['caseTypes'],
}

/** What people write for an id: full-width letters and other capitals are no other person. */
const loosely = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * Ids by how people write them: the id or the name, full-width letters and capitals alike; several where they share it.
 */
export function idsByName(rows: Iterable<{ id?: unknown; name?: unknown }>): (written: string) => readonly string[] {
  const index = new Map<string, Set<string>>()
  for (const { id, name } of rows)
    for (const spelling of [id, name])
      if (typeof spelling === 'string' && typeof id === 'string')
        index.set(loosely(spelling), (index.get(loosely(spelling)) ?? new Set()).add(id))
  return (written) => [...(index.get(loosely(written)) ?? [])]
}

/**
 * Turns names into ids where a reference is no id of the sheet it points to. An id that is there always stands
 * for itself, so a right file is never changed; a name that several rows share is refused.
 */
export function resolveNames(sheets: ReadSheets, problems: Problems): void {
  const ids = new Map<Target, ReadonlySet<unknown>>()
  const byName = new Map<Target, (written: string) => readonly string[]>()
  for (const [target, lists] of Object.entries(listsOf) as [Target, (typeof listsOf)[Target]][]) {
    const rows = lists.flatMap((list) => sheets.get(list)?.rows ?? [])
    ids.set(target, new Set(rows.map(({ value }) => value.id)))
    byName.set(target, idsByName(rows.map(({ value }) => value)))
  }
  /** The id that is meant; what was written where none or several could be. */
  const resolve = (
    target: Target,
    written: unknown,
    refuse: (value: string, meant: readonly string[]) => void,
  ): unknown => {
    if (typeof written !== 'string' || ids.get(target)!.has(written)) return written
    const meant = byName.get(target)!(written)
    if (meant.length > 1) refuse(written, meant)
    return meant.length === 1 ? meant[0] : written
  }
  for (const { sheet, title, titleOf, rows } of sheets.values())
    for (const { field, refers, refersEach } of sheet.columns) {
      const target = refers ?? refersEach
      if (target === undefined) continue
      for (const row of rows) {
        const written = row.value[field]
        const refuse = (value: string, meant: readonly string[]): void => {
          ;(row.bad as Set<string>).add(field)
          problems.add('name-ambiguous', {
            list: sheet.list,
            sheet: title,
            row: row.number,
            column: titleOf(field),
            value,
            right: meant.slice(0, 8).join(' / '),
          })
        }
        row.value[field] = Array.isArray(written)
          ? written.map((entry: unknown) => resolve(target, entry, refuse))
          : resolve(target, written, refuse)
      }
    }
}
