import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleCourt } from '../../src/example'
import { readWorkbook } from '../../src/workbook'

describe('the workbook of the example court', () => {
  it('is imported as the very same court (else: npm run example)', { timeout: 60_000 }, async () => {
    const { court, problems } = await readWorkbook(new Uint8Array(readFileSync('public/example-court.xlsx')))
    expect(problems).toEqual([])
    expect(court).toEqual(exampleCourt())
  })
})
