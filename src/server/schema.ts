import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { courtSchema } from '../domain/json-schema'

/** Writes the published JSON Schema anew: `npm run schema`. */
writeFileSync(
  'docs/court.schema.json',
  await format(JSON.stringify(courtSchema()), { parser: 'json', printWidth: 120 }),
)
