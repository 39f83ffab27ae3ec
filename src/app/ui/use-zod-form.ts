import { computed, reactive, ref } from 'vue'
import type { z } from 'zod'
import { useT } from '../i18n'

/** What is wrong with one field: a code of ours, or `required` where it is empty. */
const codeOf = (issue: z.core.$ZodIssue, value: unknown): string =>
  value === '' || value === null || value === undefined
    ? 'required'
    : issue.code === 'custom'
      ? issue.message
      : issue.code

/**
 * A form over a schema: `values` are edited, `errors` tell by field what is wrong once the form was sent, and
 * `parse` gives the value where all is right, else null.
 */
export function useZodForm<S extends z.ZodObject>(schema: S, initial: z.input<S>) {
  const { t, has } = useT()
  const values = reactive({ ...(initial as object) }) as z.input<S>
  const sent = ref(false)
  const result = computed(() => schema.safeParse(values))
  const errors = computed((): Record<string, string> => {
    if (!sent.value || result.value.success) return {}
    return Object.fromEntries(
      result.value.error.issues.map((issue) => {
        const field = String(issue.path[0] ?? '')
        const key = `ui.invalid.${codeOf(issue, (values as Record<string, unknown>)[field])}`
        return [field, t(has(key) ? key : 'ui.invalid.other')]
      }),
    )
  })
  const parse = (): z.infer<S> | null => {
    sent.value = true
    return result.value.success ? result.value.data : null
  }
  return { values, errors, parse }
}
