import type { CellRead } from '../../workbook/cell'
import type { Target } from '../../workbook/column'
import { idsByName } from '../../workbook/links'
import { ownCopy } from '../../workbook/own-copy'
import type { Base } from './content'

/** Teams and case types by id or name, remembered by how they are written. */
export function referrer({ teams, caseTypes }: Base): (to: Target, written: string) => CellRead {
  const rowsOf = { team: teams, caseType: caseTypes } as Partial<
    Record<Target, readonly { id: string; name: string }[]>
  >
  const known = new Map<string, CellRead>()
  const look = Object.fromEntries(
    Object.entries(rowsOf).map(([to, rows]) => [
      to,
      { ids: new Set(rows.map(({ id }) => id)), named: idsByName(rows) },
    ]),
  )
  return (to, written) => {
    const key = `${to} ${written}`
    const before = known.get(key)
    if (before !== undefined) return before
    const { ids, named } = look[to]!
    const meant = ids.has(written) ? [written] : named(written)
    const read: CellRead =
      meant.length === 1
        ? { value: meant[0] }
        : meant.length > 1
          ? { code: 'name-ambiguous', right: meant.slice(0, 8).join(' / ') }
          : { code: to === 'team' ? 'team-unknown' : 'case-type-unknown', right: null }
    if (known.size < 10_000) known.set(ownCopy(key), read)
    return read
  }
}
