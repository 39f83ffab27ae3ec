import { z } from 'zod'
import { courtFile } from './court'

/** The format of court files as JSON Schema, for other programs; what holds between rows is in `courtIssues` alone. */
export const courtSchema = (): object => ({
  title: 'Frontline court',
  description: 'A court whole, format frontline-court/1. Explained in docs/format.md.',
  ...z.toJSONSchema(courtFile, { io: 'input' }),
})
