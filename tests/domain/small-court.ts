import { blankRound, courtFile, type Court, type Round } from '../../src/domain'
import type { z } from 'zod'

type CourtInput = z.input<typeof courtFile>

/** One division of two teams and one office; everything else is what the test says. */
export const smallCourt = (extra: Partial<CourtInput> = {}): Court =>
  courtFile.parse({
    format: 'frontline-court/1',
    id: 'small',
    name: 'Small court',
    departments: [
      { id: 'office', name: 'Office', kind: 'administrative', floor: 1 },
      { id: 'civil', name: 'Civil', kind: 'trial' },
    ],
    teams: [
      { id: 'fast', name: 'Fast track', department: 'civil', track: 'fast-track', categories: ['contract'] },
      { id: 'slow', name: 'Complex', department: 'civil', track: 'complex', categories: ['contract', 'property'] },
    ],
    posts: [
      { unit: 'office', role: 'clerk', fixed: 1.5 },
      { unit: 'civil', role: 'judge', fixed: 0.4 },
      { unit: 'fast', role: 'judge' },
      { unit: 'fast', role: 'clerk', fixed: 0.25 },
      { unit: 'slow', role: 'judge' },
      { unit: 'slow', role: 'clerk' },
    ],
    people: [
      { id: 'ann', name: 'Ann', role: 'judge', joined: '2012-07-01' },
      { id: 'bo', name: 'Bo', role: 'clerk', joined: '2019-03-01', employment: 'contract' },
    ],
    caseTypes: [{ id: 'loan', name: 'Loan', category: 'contract', weights: { judge: 239, clerk: 100 } }],
    ...extra,
  })

export const smallRound = (extra: Partial<Round> = {}): Round => ({
  id: 'r1',
  name: 'Round',
  date: '2022-01-04',
  ...blankRound,
  ...extra,
})

/** A caseload row with a stock that adds up. */
export const month = (team: string, month: string, filed: number, more: { carried?: number; closed?: number } = {}) => {
  const { carried = 0, closed = 0 } = more
  return { team, caseType: 'loan', month, carried, filed, closed, pending: carried + filed - closed }
}
