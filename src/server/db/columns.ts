import { boolean, date, doublePrecision, bigint, jsonb, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { calendarDate } from '../../domain'

/** `caseType` is kept as `case_type`. */
export const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What a schema says of a value, seen through defaults and null. */
interface Bare {
  readonly kind: z.core.$ZodType
  readonly nullable: boolean
  /** Undefined where every row tells the value itself. */
  readonly fallback?: unknown
}

function bare(schema: z.core.$ZodType): Bare {
  if (schema instanceof z.ZodNullable) return { ...bare(schema.unwrap()), nullable: true }
  if (schema instanceof z.ZodDefault) return { ...bare(schema.unwrap()), fallback: schema.def.defaultValue }
  return { kind: schema, nullable: false }
}

/**
 * The column that keeps a value of this schema unchanged; lists and records are kept as JSON. It has the default of
 * the schema, so that a field added later is there in rows kept before.
 */
function columnOf(schema: z.core.$ZodType) {
  const { kind, nullable, fallback } = bare(schema)
  const column =
    kind === calendarDate
      ? date({ mode: 'string' })
      : kind instanceof z.ZodString || kind instanceof z.ZodEnum
        ? text()
        : kind instanceof z.ZodBoolean
          ? boolean()
          : kind instanceof z.ZodNumber
            ? kind.format === 'safeint'
              ? bigint({ mode: 'number' })
              : doublePrecision()
            : jsonb()
  if (nullable) return column
  return fallback === undefined ? column.notNull() : column.notNull().default(fallback as never)
}

/** One column for each field of a domain schema, so that a table is never a second description of its noun. */
export const columnsOf = (shape: z.core.$ZodShape): Record<string, ReturnType<typeof columnOf>> =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, columnOf(schema)]))
