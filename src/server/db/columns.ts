import { boolean, date, doublePrecision, bigint, jsonb, text } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { calendarDate } from '../../domain'

/** `caseType` is kept as `case_type`. */
export const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Looks through defaults and null to the schema that says what a value is. */
function bare(schema: z.core.$ZodType): { kind: z.core.$ZodType; nullable: boolean } {
  if (schema instanceof z.ZodNullable) return { kind: bare(schema.unwrap()).kind, nullable: true }
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return bare(schema.unwrap())
  return { kind: schema, nullable: false }
}

/** The column that keeps a value of this schema unchanged; lists and records are kept as JSON. */
function columnOf(schema: z.core.$ZodType) {
  const { kind, nullable } = bare(schema)
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
  return nullable ? column : column.notNull()
}

/** One column for each field of a domain schema, so that a table is never a second description of its noun. */
export const columnsOf = (shape: z.core.$ZodShape): Record<string, ReturnType<typeof columnOf>> =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, columnOf(schema)]))
