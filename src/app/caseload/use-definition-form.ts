import { computed, reactive } from 'vue'
import {
  courtFile,
  dateOf,
  definitionIssues,
  indicator,
  measure,
  nextVersion,
  versionsOf,
  type Court,
  type IndicatorDefinition,
  type Measured,
} from '../../domain'
import { useT } from '../i18n'
import type { Question } from './use-question'

/**
 * A new version of an indicator while it is edited: from today on unless the form says otherwise, whatever day the
 * question is asked of, so that an old report opens as it was. `values` are changed by the form, `errors` say by field
 * what is wrong, `before` and `after` are the figure as defined before and as it would be.
 */
export function useDefinitionForm(court: () => Court, id: string, question: Question) {
  const { t, has } = useT()
  const today = dateOf(new Date())
  // Somebody else may add one while the form is open.
  const earlier = computed(() => versionsOf(court(), id).at(-1)!)
  const version = computed(() => earlier.value.version + 1)
  const newest = nextVersion(court(), id, today)!
  // What a built-in one names by a code, the court's own copy names in words.
  const code = `indicators.sources.${newest.source}`
  const was = { ...newest, source: has(code) ? t(code) : newest.source }
  const values = reactive<IndicatorDefinition>(structuredClone(was))
  const parsed = computed(() =>
    indicator.safeParse({ ...values, version: version.value, source: values.source?.trim() || null }),
  )
  const issues = computed((): { field: string; code: string; facts: Record<string, unknown> }[] => {
    if (!parsed.value.success)
      return parsed.value.error.issues.map(({ path, code, message }) => ({
        field: String(path[0]),
        code: code === 'custom' ? message : 'required',
        facts: {},
      }))
    return [
      ...definitionIssues(parsed.value.data),
      ...(parsed.value.data.since < earlier.value.since
        ? [{ field: 'since', code: 'version-out-of-order', facts: { from: earlier.value.since } }]
        : []),
      ...(values.note.trim() === '' ? [{ field: 'note', code: 'required', facts: {} }] : []),
    ]
  })
  const errors = computed((): Record<string, string> =>
    Object.fromEntries(
      issues.value.map(({ field, code, facts }) => {
        const key = `workbook.problems.${code}.wrong`
        return [field, has(key) ? t(key, facts) : t('indicators.required')]
      }),
    ),
  )
  const next = computed((): IndicatorDefinition | null =>
    parsed.value.success && issues.value.length === 0 ? parsed.value.data : null,
  )
  const figureOf = (definition: IndicatorDefinition): Measured =>
    measure(court(), definition, question.scope, question.period)
  const before = figureOf(was)
  const after = computed((): Measured | null => {
    const { success, data } = parsed.value
    return success && [...definitionIssues(data)].length === 0 ? figureOf(data) : null
  })
  /** The court with the new version after all that are there; null where the court would refuse it. */
  function added(to: Court): Court | null {
    if (next.value === null) return null
    const changed = { ...to, indicators: [...to.indicators, next.value] }
    return courtFile.safeParse(changed).success ? changed : null
  }
  /** Kept for good once it is saved: see `lostVersions`. */
  const final = computed(() => values.since < today)
  return { values, errors, before, after, was, version, added, final, ready: computed(() => next.value !== null) }
}
