import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { api } from '@/app/api'
import { casesBehind, counts } from '@/app/enforcement/cases-behind'
import { countDays, daysToClosing, flowOfDays } from '@/domain'
import { exampleCourt } from '@/example'
import { serve } from '../page'

const court = exampleCourt()
const cases = court.cases!.filter((_, at) => at % 40 === 0)
const counted = countDays(cases, { from: '2020-01-01', until: '2022-12-31' })
const day = fc
  .date({ min: new Date('2020-06-01'), max: new Date('2022-06-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

it('finds as many cases as were counted, of any span', async () => {
  serve({ ...court, cases })
  await fc.assert(
    fc.asyncProperty(day, day, async (a, b) => {
      const span = { from: a < b ? a : b, until: a < b ? b : a }
      const flow = flowOfDays(counted, span)
      for (const count of counts) {
        const filter = casesBehind(count, span)
        if (filter === null) continue
        const found = await api.cases(court.id, { ...filter, size: 500 })
        if (count === 'fullDays')
          expect(found.cases.reduce((sum, row) => sum + daysToClosing(row)!, 0)).toBe(flow.fullDays)
        else expect(found.count).toBe(flow[count])
      }
    }),
    { numRuns: 10 },
  )
  vi.unstubAllGlobals()
})
