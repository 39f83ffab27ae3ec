import { computed, reactive, ref } from 'vue'
import { courtIssues, type Court } from '../../domain'
import { fieldAt, refusal, say, sheetOf, type ListName, type Row } from '../../workbook'
import { ApiError } from '../api'
import { namesOf, showRow } from '../data/show-row'
import { useT } from '../i18n'
import { confirm } from '../ui/confirm'
import { useCourt } from '../use-court'
import { usePreferences } from '../use-preferences'
import { blankRow, holds, rowFrom, valuesOf, withoutRow, withRow, type FieldValue, type FormList } from './rows'
import { useChangeCourt } from './use-change-court'
import { useDiscard } from './use-discard'

export interface RowFormOptions {
  readonly list: FormList
  /** The row to change; null for a new one. */
  readonly was: Row | null
  /** Fields that a new row begins with. */
  readonly given?: Row
  /** What else is saved with the row, in the same step. */
  readonly along?: (court: Court, row: Row) => Court
  /** What stands in the form beside the row: it too is lost with a form that is closed. */
  readonly beside?: () => unknown
  /** Takes the row away, with what goes with it. */
  readonly without?: (court: Court, row: Row) => Court
  /** What is lost with the row, where it is more than the row. */
  readonly loses?: (name: string) => string
  /** Called when it is saved or removed. */
  readonly done: () => void
}

/**
 * The form of one row of a list: its fields are those of the list's sheet, what is wrong is told at the field once
 * the form was sent, in the words of the import. `failed` holds what cannot be told at a field.
 */
export function useRowForm({ list, was, given, along, beside, without, loses, done }: RowFormOptions) {
  const { t, has } = useT()
  const { language } = usePreferences()
  const { court, date } = useCourt()
  const { busy, failed, change } = useChangeCourt()
  const sheet = sheetOf(list)
  const values = reactive(valuesOf(list, was ?? blankRow(list, court.value, date.value, given)))
  const sent = ref(false)
  const mayLeave = useDiscard(() => [values, beside?.()])

  const row = computed(() => sheet.row.safeParse(rowFrom(list, values)))
  const made = computed((): ((now: Court) => Court) | null => {
    const { data, success } = row.value
    return success ? (now) => (along ?? ((same: Court) => same))(withRow(now, list, was, data), data) : null
  })
  const issues = computed(() => (made.value === null || !sent.value ? [] : [...courtIssues(made.value(court.value))]))
  const words = (code: string, right: string | null): string => {
    const part = (name: 'wrong' | 'right'): string => {
      const key = `workbook.problems.${code}.${name}`
      return t(has(key) ? key : `workbook.problems.value-refused.${name}`, { value: '', right: right ?? '' })
    }
    return `${part('wrong')} ${part('right')}`
  }
  const errors = computed((): Record<string, string> => {
    if (!sent.value) return {}
    const told: Record<string, string> = {}
    for (const issue of row.value.error?.issues ?? []) {
      const field = fieldAt(sheet, issue.path) ?? ''
      const { code, right } = refusal(issue)
      const empty = values[field] === null || values[field] === ''
      told[field] ??= empty ? t('court.required') : words(code, right)
    }
    for (const { code, path, facts } of issues.value) {
      // Lists in the settings stand one step deeper.
      const [at, , ...field] = path[0] === 'settings' ? path.slice(1) : path
      if (at !== list) continue
      const right = facts.right ?? (facts.from === undefined ? null : `≥ ${facts.from}`)
      told[fieldAt(sheet, field) ?? ''] ??= words(code, right === null ? null : String(right))
    }
    return told
  })

  const noun = t(`court.nouns.${list}`)
  const nameOf = (of: Row): string =>
    typeof of.name === 'string' ? of.name : showRow(list, of, namesOf(court.value), language.value)
  /** Says what other lists refer to, where they would refer to nothing. */
  function refuse(name: string, found: readonly { path: readonly (string | number)[] }[]): boolean {
    const [first] = found
    if (first === undefined) return false
    const at = first.path[0] === 'settings' ? first.path[1] : first.path[0]
    const where = say(sheetOf(String(at) as ListName).title, language.value)
    failed.value = new ApiError(409, 'still-in-use', { row: name, count: found.length, where })
    return true
  }
  function gone(): boolean {
    if (was === null || holds(court.value, list, was)) return false
    failed.value = new ApiError(404, 'row-not-found', { row: nameOf(was) })
    return true
  }

  async function send(): Promise<void> {
    sent.value = true
    failed.value = null
    if (made.value === null || Object.keys(errors.value).length > 0 || gone()) return
    const name = nameOf(row.value.data!)
    if (refuse(name, issues.value)) return
    // The court is read again before the form closes, and then it holds the row already: nothing to be told of that.
    sent.value = false
    if (await change(made.value, t('court.saved', { name }))) done()
    else sent.value = true
  }
  async function remove(): Promise<void> {
    const name = nameOf(was!)
    const verb = t('court.remove', { what: noun })
    const text = loses?.(name) ?? t('court.removes', { name })
    if (!(await confirm({ title: verb, text, verb, danger: true })) || gone()) return
    const left = (now: Court): Court => (without ?? ((from, of) => withoutRow(from, list, of)))(now, was!)
    if (refuse(name, [...courtIssues(left(court.value))])) return
    if (await change(left, t('court.removed', { name }))) done()
  }
  return {
    list,
    columns: sheet.columns,
    values,
    errors,
    set: (field: string, value: FieldValue): void => void (values[field] = value),
    title: t(was === null ? 'court.add' : 'court.edit', { what: noun }),
    verb: t('court.save', { what: noun }),
    removes: was === null || list === 'court' ? undefined : t('court.remove', { what: noun }),
    isNew: was === null,
    busy,
    failed,
    send,
    remove,
    mayLeave,
  }
}
export type RowForm = ReturnType<typeof useRowForm>
