import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courtFile, emptyCourt } from '../../src/domain'
import { compareCourts, readCourt, readWorkbook, writeTemplate, writeWorkbook, type Locale } from '../../src/workbook'
import { anyCourt } from './courts'

/** Courts drawn; the full count is run by `npm run test:full`. */
const runs = process.env.FULL === undefined ? 40 : 500

describe('a workbook of a court', () => {
  it(
    'gives the same court when it is read back, for every court and in both languages',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyCourt, fc.constantFrom<Locale>('zh-CN', 'en'), async (court, locale) => {
          const { court: read, problems } = await readWorkbook(await writeWorkbook(court, locale))
          expect(problems).toEqual([])
          expect(read).toEqual(court)
          expect(
            compareCourts(court, read!).every(
              (change) => change.added.length + change.changed.length + change.removed.length === 0,
            ),
          ).toBe(true)
        }),
        { numRuns: runs },
      )
    },
  )

  it('gives the same court as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourt, async (court) => {
        const { court: read } = await readCourt(new TextEncoder().encode(JSON.stringify(court)))
        expect(read).toEqual(
          courtFile.parse(JSON.parse(new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(court))))),
        )
      }),
      { numRuns: runs },
    )
  })

  it('is not disturbed by the sheet of a plan', async () => {
    const court = emptyCourt('c', 'Court')
    const bytes = await writeWorkbook(court, 'en', {
      plan: { rows: [{ person: 'p', from: null, to: 'u/clerk', reasons: '=cmd' }], units: ['=cmd', 'U is set up'] },
    })
    expect((await readWorkbook(bytes)).court).toEqual(court)
  })

  it.each<Locale>(['zh-CN', 'en'])('begins as an empty template that can be read as it is (%s)', async (locale) => {
    const { court, problems } = await readWorkbook(await writeTemplate(locale))
    expect(problems).toEqual([])
    expect(court).toEqual(emptyCourt('my-court', court!.name))
  })
})
