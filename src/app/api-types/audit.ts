/** One row that was added, removed or changed, or with a null key a list as a whole; docs/audit.md. */
export interface AuditChange {
  readonly list: string
  readonly key: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** An entry of the audit log (审计日志); docs/audit.md. */
export interface AuditEntry {
  readonly number: number
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly action: string
  readonly court: string | null
  readonly subject: { readonly kind: string; readonly id: string | null; readonly name: string | null }
  readonly people: readonly string[] | 'all'
  readonly changes: readonly AuditChange[]
  readonly why: string | null
  readonly previous: string
  readonly hash: string
}

/** Which entries: what is left out does not count. `until` is no longer within; an empty actor asks for nobody. */
export interface AuditFilter {
  readonly from?: string
  readonly until?: string
  readonly actor?: string
  readonly action?: string
  readonly court?: string
  readonly person?: string
}

/** The newest entry that fits, and the first that does not; the words are at `audit.faults.<code>`. */
export interface AuditVerification {
  readonly head: { readonly number: number; readonly hash: string }
  readonly fault: { readonly number: number; readonly code: string; readonly facts: Record<string, number> } | null
}
