import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { courtFile } from '../../src/domain'
import { courtSchema } from '../../src/domain/json-schema'

describe('the published JSON Schema', () => {
  const published = JSON.parse(readFileSync('docs/court.schema.json', 'utf8')) as unknown
  it('is current (else: npm run schema)', () => expect(published).toEqual(JSON.parse(JSON.stringify(courtSchema()))))
  it('names every list of a court', () =>
    expect(Object.keys((courtSchema() as { properties: object }).properties)).toEqual(Object.keys(courtFile.shape)))
})
