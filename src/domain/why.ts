/** Why a figure cannot be computed: a code of `errors`, with the facts that its sentence needs. */
export interface Why<Code extends string = string> {
  readonly code: Code
  readonly facts: Readonly<Record<string, string | number>>
}

/** A figure, or the reason why there is none. */
export type Computed<T, Code extends string = string> =
  { readonly value: T; readonly why: null } | { readonly value: null; readonly why: Why<Code> }

export const computed = <T>(value: T): { readonly value: T; readonly why: null } => ({ value, why: null })

export const notComputed = <Code extends string>(
  code: Code,
  facts: Why['facts'] = {},
): { readonly value: null; readonly why: Why<Code> } => ({ value: null, why: { code, facts } })
