import type { Court } from '../../domain'
import { labelOf, type Column } from '../../workbook'
import { useT } from '../i18n'
import { useCourt } from '../use-court'
import { useNames } from '../use-names'
import { usePreferences } from '../use-preferences'
import type { FormList, RowValues } from './rows'

/** One thing that can be chosen, and its words. */
export interface Option {
  readonly value: string
  readonly label: string
}

/** Texts that stand in the court already, for fields where the same text should be written the same way. */
const known: Record<string, (court: Court) => (string | null)[]> = {
  division: ({ departments }) => departments.map(({ division }) => division),
  site: ({ departments, teams }) => [...departments, ...teams].map(({ site }) => site),
  category: ({ caseTypes, teams }) => [
    ...caseTypes.map(({ category }) => category),
    ...teams.flatMap(({ categories }) => categories),
  ],
  code: ({ settings, teams, qualifications }) => [
    ...settings.fills.flatMap(({ requires }) => requires),
    ...teams.flatMap(({ skills }) => skills),
    ...qualifications.map(({ code }) => code),
  ],
}
const alike: Record<string, string> = { categories: 'category', skills: 'code', requires: 'code' }

/** What can be chosen in a field of a list's form, by its column and what the other fields hold. */
export function useFieldOptions() {
  const { t, has } = useT()
  const { language } = usePreferences()
  const { court } = useCourt()
  const names = useNames()

  const units = (): Option[] =>
    [...court.value.departments, ...court.value.teams].map(({ id }) => ({ value: id, label: names.place(id) }))
  const targets = {
    person: () => court.value.people.map(({ id, name }) => ({ value: id, label: `${name} · ${id}` })),
    department: () => court.value.departments.map(({ id, name }) => ({ value: id, label: name })),
    team: () => court.value.teams.map(({ id }) => ({ value: id, label: names.place(id) })),
    caseType: () => court.value.caseTypes.map(({ id, name }) => ({ value: id, label: name })),
    unit: units,
  }

  function choices({ field, refers, choices = {} }: Column, list: FormList, values: RowValues): Option[] {
    if (list === 'teams' && refers === 'department')
      return court.value.departments
        .filter(({ kind }) => kind !== 'administrative')
        .map(({ id, name }) => ({ value: id, label: name }))
    if (refers !== undefined) return targets[refers]()
    const all = Object.keys(choices).map((value) => ({ value, label: labelOf(choices, value, language.value) }))
    if (field !== 'role' || !['assignments', 'preferences'].includes(list) || values.unit === null) return all
    // Only posts that the unit has can be held or wished for there.
    const here = new Set(court.value.posts.flatMap(({ unit, role }) => (unit === values.unit ? [role as string] : [])))
    return all.filter(({ value }) => here.has(value))
  }
  /** Texts to choose from where any text may be written; none for most fields. */
  function suggestions({ field, refersEach }: Column): Option[] {
    if (refersEach !== undefined) return targets[refersEach]()
    const texts = known[alike[field] ?? field]?.(court.value) ?? []
    return [...new Set(texts.filter((text) => text !== null))].map((value) => {
      const key = `qualifications.${value}`
      return { value, label: has(key) ? `${value}（${t(key)}）` : value }
    })
  }
  return { choices, suggestions }
}
