import type { Court, PlanData, Round } from '../../domain'
import { compareRows, fieldOf, sheets, type ListChange, type Row, type Sheet } from '../../workbook'
import { sha256, type Change, type Entry } from './entry'

/** What differs, and whose facts it touches. */
export type Difference = Pick<Entry, 'changes' | 'people' | 'why'>

/** A list of which more rows differ is told as a whole: by counts, and by the hashes of what it was and is. */
export const mostRows = 500

const pick = (row: Row, fields: readonly string[]): Row =>
  Object.fromEntries(fields.map((field) => [field, fieldOf(row, field) ?? null]))

/** A list as a whole: how many rows, and the SHA-256 of them as one JSON text. */
export const markOf = (rows: readonly Row[]): { rows: number; sha256: string } => ({
  rows: rows.length,
  sha256: sha256(JSON.stringify(rows)),
})

/** Fields of a list that hold a person's id. */
const peopleFields = ({ list, columns }: Sheet): string[] => [
  ...(list === 'people' ? ['id'] : []),
  ...columns
    .filter(({ refers, refersEach }) => refers === 'person' || refersEach === 'person')
    .map(({ field }) => field),
]

const touched = ({ added, changed, removed }: ListChange): Row[] => [
  ...[...added, ...removed].map(({ row }) => row),
  ...changed.flatMap(({ before, after }) => [before, after]),
]

/** The reasons that are given with what is new, each once. */
function reasonOf(rows: readonly Row[]): string | null {
  const reasons = new Set(rows.map(({ reason }) => reason).filter((reason) => typeof reason === 'string'))
  reasons.delete('')
  return reasons.size === 0 ? null : [...reasons].join('; ')
}

function changesOfList(change: ListChange, before: readonly Row[], after: readonly Row[]): Change[] {
  const { list, added, changed, removed } = change
  const counts = { added: added.length, changed: changed.length, removed: removed.length }
  if (counts.added + counts.changed + counts.removed > mostRows)
    return [{ list, key: null, before: markOf(before), after: { ...markOf(after), ...counts } }]
  return [
    ...added.map(({ key, row }) => ({ list, key, before: null, after: row })),
    ...changed.map(({ key, before: was, after: is, fields }) => ({
      list,
      key,
      before: pick(was, fields),
      after: pick(is, fields),
    })),
    ...removed.map(({ key, row }) => ({ list, key, before: row, after: null })),
  ]
}

/** What differs between two states of lists, each told by its sheet. */
function differenceIn(lists: readonly { sheet: Sheet; before: readonly Row[]; after: readonly Row[] }[]): Difference {
  const people = new Set<string>()
  const changes: Change[] = []
  const reasons: Row[] = []
  for (const { sheet, before, after } of lists) {
    const change = compareRows(sheet, before, after)
    const fields = peopleFields(sheet)
    for (const row of touched(change))
      for (const id of fields.flatMap((field) => fieldOf(row, field) ?? [])) people.add(id as string)
    changes.push(...changesOfList(change, before, after))
    reasons.push(...change.added.map(({ row }) => row), ...change.changed.map(({ after: row }) => row))
  }
  return { changes, people: [...people], why: reasonOf(reasons) }
}

/** What differs between two states of a court, in the lists that both of them hold. */
export const courtDifference = (before: Court, after: Court): Difference =>
  differenceIn(
    sheets.flatMap((sheet) => {
      const [old, next] = [sheet.rowsOf(before), sheet.rowsOf(after)]
      return old === undefined || next === undefined ? [] : [{ sheet, before: old, after: next }]
    }),
  )

/** What differs in one list of a court. */
export const listDifference = (list: Sheet['list'], before: readonly Row[], after: readonly Row[]): Difference =>
  differenceIn([{ sheet: sheets.find((sheet) => sheet.list === list)!, before, after }])

/** Every list of a court as a whole: what is told of a court that comes or goes. */
export function courtMarks(court: Court): { list: string; mark: Row }[] {
  const { id, name, example, settings, ...lists } = court
  const head = { id, name, example, settings: sha256(JSON.stringify(settings)) }
  return [
    { list: 'court', mark: head },
    ...Object.entries(lists)
      .filter(([, rows]) => Array.isArray(rows) && rows.length > 0)
      .map(([list, rows]) => ({ list, mark: markOf(rows as Row[]) })),
  ]
}

const fieldsThatDiffer = (before: Row, after: Row): string[] =>
  Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/** What differs between two states of a round: its fields, and the decisions on people one by one. */
export function roundDifference(before: Round | null, after: Round | null): Difference {
  const { decisions: old = [], ...was } = before ?? {}
  const { decisions: next = [], ...is } = after ?? {}
  const key = (before ?? after)!.id
  const keyOf = ({ person, kind, seat }: Round['decisions'][number]): string => [person, kind, seat ?? ''].join(' ')
  const fields = before === null || after === null ? [] : fieldsThatDiffer(was, is)
  const head: Change[] =
    before === null || after === null
      ? [{ list: 'rounds', key, before: before && was, after: after && is }]
      : fields.length === 0
        ? []
        : [{ list: 'rounds', key, before: pick(was, fields), after: pick(is, fields) }]
  const same =
    (one: object) =>
    (other: object): boolean =>
      JSON.stringify(one) === JSON.stringify(other)
  const gone = old.filter((each) => !next.some(same(each)))
  const come = next.filter((each) => !old.some(same(each)))
  const [stayed, stay] = [before?.excludedPeople ?? [], after?.excludedPeople ?? []]
  const unlike = [...stayed.filter((id) => !stay.includes(id)), ...stay.filter((id) => !stayed.includes(id))]
  return {
    changes: [
      ...head,
      ...gone.map((each) => ({ list: 'decisions', key: keyOf(each), before: each, after: null })),
      ...come.map((each) => ({ list: 'decisions', key: keyOf(each), before: null, after: each })),
    ],
    people: [...new Set([...[...gone, ...come].map(({ person }) => person), ...unlike])],
    why: reasonOf(come),
  }
}

/** A plan as far as the log tells of it. */
export interface ToldPlan {
  readonly plan: PlanData
  readonly status: string
  readonly origin: string
}

/** What differs between two plans of a round: who sits elsewhere, and whether it is kept. */
export function planDifference(round: string, before: ToldPlan | null, after: ToldPlan): Difference {
  const stateOf = ({ status, origin }: ToldPlan) => ({ status, origin })
  const was: PlanData = before?.plan ?? {}
  const people = Object.keys({ ...was, ...after.plan }).filter(
    (person) => (was[person] ?? null) !== (after.plan[person] ?? null) || !(person in after.plan),
  )
  const seat = (plan: PlanData, person: string) => ({ seat: plan[person] ?? null })
  const state: Change = { list: 'plans', key: round, before: before && stateOf(before), after: stateOf(after) }
  const isSame = before !== null && JSON.stringify(state.before) === JSON.stringify(state.after)
  return {
    changes: [
      ...(isSame ? [] : [state]),
      ...people.map((key) => ({ list: 'seats', key, before: before && seat(was, key), after: seat(after.plan, key) })),
    ],
    people,
    why: null,
  }
}

/** Two differences that are made at once. */
export const both = (one: Difference, other: Difference): Difference => ({
  changes: [...one.changes, ...other.changes],
  people: one.people === 'all' || other.people === 'all' ? 'all' : [...new Set([...one.people, ...other.people])],
  why: [one.why, other.why].filter((why) => why !== null).join('; ') || null,
})
