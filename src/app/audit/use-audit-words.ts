import { format, parseISO } from 'date-fns'
import { computed } from 'vue'
import { wordsOf } from '@/locales/words'
import { fieldOf, say, sheets, type Column, type Row, type Sheet } from '@/workbook'
import type { AuditChange, AuditEntry } from '../api'
import { namesOf, showRow, showValue } from '../data/show-row'
import { useT } from '../i18n'
import { useWords } from '../rounds/use-words'
import { number } from '../ui/format'
import { useCourt, useCourts } from '../use-court'
import { usePreferences } from '../use-preferences'

/** Lists without a sheet whose rows come and go. */
const ownRows = new Set(['rounds', 'decisions'])
/** Enough of a hash to tell one from another. */
const hashShown = 12

/** Entries of the audit log in words: fields by the titles of their sheets, ids by the names of the court shown. */
export function useAuditWords() {
  const { t } = useT()
  const { said, person, department, unit, post, role, goalName, ruleName } = useWords()
  const { language } = usePreferences()
  const { court } = useCourt()
  const { courts } = useCourts()
  const names = computed(() => namesOf(court.value))

  const timeSaid = (at: string): string => format(parseISO(at), 'yyyy-MM-dd HH:mm:ss')
  const actionSaid = (action: string): string => said(`audit.actions.${action}`) ?? action
  /** Runs end, and facts are deleted each day, by themselves; all else is done by somebody, known or not. */
  const byItself = new Set(['run.end', 'person.forget', 'retention.apply'])
  const actorSaid = ({ actor, action }: Pick<AuditEntry, 'actor' | 'action'>): string =>
    actor?.name ?? t(byItself.has(action) ? 'audit.system' : 'audit.nobody')
  const courtSaid = (id: string): string => courts.value?.find((each) => each.id === id)?.name ?? id
  const subjectSaid = ({ subject: { kind, id, name }, court: of }: AuditEntry): string => {
    const what = name ?? (kind === 'court' && id !== null ? courtSaid(id) : id)
    const kindSaid = said(`audit.subjects.${kind}`) ?? kind
    const subject = what === null ? kindSaid : t('audit.change.row', { row: kindSaid, changes: what })
    return of === null || of === court.value.id || kind === 'court' ? subject : `${subject} · ${courtSaid(of)}`
  }

  const sheetOf = (list: string): Sheet | undefined => sheets.find((sheet) => sheet.list === list)
  const listSaid = (list: string): string => {
    const sheet = sheetOf(list)
    return sheet === undefined ? (said(`audit.lists.${list}`) ?? list) : say(sheet.title, language.value)
  }
  const fieldSaid = (column: Column | undefined, field: string): string =>
    column === undefined ? (said(`audit.fields.${field}`) ?? field) : say(column.title, language.value)
  const seatSaid = (seat: string | null): string =>
    String(wordsOf({ seat }, { person, department, unit, post, role }, (key) => said(key) ?? key).seat)

  /** A value of a field that no sheet has. */
  function valueSaid(field: string, value: unknown): string {
    if (field === 'seat') return seatSaid(value as string | null)
    if (value === null || value === undefined || value === '') return '-'
    if (field === 'sha256' || field === 'settings') return `${(value as string).slice(0, hashShown)}…`
    if (field === 'person' || field === 'other') return person(value as string)
    if (field === 'action') return actionSaid(value as string)
    if (typeof value === 'number') return number(value)
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
      const named = { excludedPeople: person, excludedDepartments: department, goals: goalName }[field]
      return value.length === 0 ? '-' : value.map(named ?? String).join(t('ui.comma'))
    }
    if (field === 'rules')
      return (value as { id: string; weight?: string }[])
        .map(({ id, weight, ...more }) =>
          [
            ruleName(id),
            weight && (said(`rounds.rules.${weight}`) ?? weight),
            ...(Object.keys(more).length > 0 ? [JSON.stringify(more)] : []),
          ].join(' '),
        )
        .join(t('ui.comma'))
    if (typeof value === 'object') return Object.keys(value).length === 0 ? '-' : JSON.stringify(value)
    const code = typeof value === 'string' ? value : JSON.stringify(value)
    return said(`audit.values.${field}.${code}`) ?? code
  }

  /** The row that a key names: by its fields, and by its name where the court has it still. */
  function rowSaid(list: string, key: string, row: Row | null): string {
    const sheet = sheetOf(list)
    if (list === 'reviewAnswers') {
      const [division = '', of = ''] = key.split(' ')
      return `${department(division)} · ${person(of)}`
    }
    if (sheet === undefined) return list === 'seats' ? person(key) : ''
    if (list === 'court') return ''
    const parts = key.split(' ')
    const byKey = Object.fromEntries(sheet.key.map((field, at) => [field, parts[at] ?? '']))
    const now = (sheet.rowsOf(court.value) ?? []).find((each) => each.id !== undefined && each.id === byKey.id)
    return showRow(sheet.list, { ...(now && { name: now.name }), ...byKey, ...row }, names.value, language.value)
  }

  /** Fields before and after. A whole row holds `weights: { judge }`, what differs in a row `weights.judge`. */
  function fieldsSaid({ list, key, before, after }: AuditChange): string[] {
    const { columns = [], key: named = [] } = sheetOf(list) ?? {}
    const isOneSided = before === null || after === null
    const isWholeRow = isOneSided && key !== null && columns.length > 0
    // Its key and its name stand before its fields.
    const rest = columns.map(({ field }) => field).filter((field) => field !== 'name' && !named.includes(field))
    const fields = isWholeRow ? rest : Object.keys({ ...before, ...after })
    return fields.flatMap((field) => {
      const column = columns.find((each) => each.field === field)
      const shown = (row: Row): string => {
        const value = isWholeRow ? fieldOf(row, field) : row[field]
        return column === undefined ? valueSaid(field, value) : showValue(column, value, names.value, language.value)
      }
      const title = fieldSaid(column, field)
      if (!isOneSided) return t('audit.change.becomes', { field: title, before: shown(before), after: shown(after) })
      const value = shown((after ?? before)!)
      return value === '-' ? [] : t('audit.change.is', { field: title, value })
    })
  }

  /** One change as a line: the list, the row, and its fields before and after. */
  function changeSaid(change: AuditChange): string {
    const { list, key, before, after } = change
    const title = listSaid(list)
    // Facts about people are kept back from those who may not read them.
    if (key === null && before === null && after === null)
      return t('audit.change.row', { row: title, changes: t('audit.withheld') })
    const row = key === null ? '' : rowSaid(list, key, after ?? before)
    const fields = fieldsSaid(change).join(t('ui.comma'))
    const comesOrGoes = key !== null && (before === null || after === null)
    if (comesOrGoes && (sheetOf(list) !== undefined || ownRows.has(list))) {
      const what = before === null ? 'audit.change.added' : 'audit.change.removed'
      const told = row === '' || fields === '' ? row || fields : t('audit.change.row', { row, changes: fields })
      return [title, t(what, { row: told })].join(' · ')
    }
    const place = [title, row].filter((part) => part !== '').join(' · ')
    return fields === '' ? place : t('audit.change.row', { row: place, changes: fields })
  }

  return { timeSaid, actionSaid, actorSaid, courtSaid, subjectSaid, changeSaid }
}
