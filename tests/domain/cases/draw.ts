import { addDays, addMonths } from 'date-fns'
import fc from 'fast-check'
import { dateOf, dayOf, outcomes, type CaseRecord } from '../../../src/domain'

const day = fc.integer({ min: 0, max: 1500 }).map((days) => dateOf(addDays(dayOf('2018-06-01'), days)))
/** A case of one of two teams and two types, filed from June 2018 on. */
export const anyCase = fc
  .record({
    id: fc.uuid(),
    team: fc.constantFrom('a', 'b'),
    caseType: fc.constantFrom('loan', 'sale'),
    filed: day,
    lasting: fc.option(fc.nat({ max: 700 })),
    outcome: fc.option(fc.constantFrom(...outcomes)),
    limit: fc.option(fc.constantFrom(3, 6)),
    dispute: fc.option(fc.constantFrom('d1', 'd2', 'd3')),
    claimed: fc.option(fc.nat({ max: 1000 })),
  })
  .map(({ lasting, limit, claimed, ...row }): CaseRecord => ({
    ...row,
    closed: lasting === null ? null : dateOf(addDays(dayOf(row.filed), lasting)),
    due: limit === null ? null : dateOf(addMonths(dayOf(row.filed), limit)),
    claimed,
    recovered: claimed,
  }))
