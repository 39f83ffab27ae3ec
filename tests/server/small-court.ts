import { blankRound, courtFile, type Court, type Round } from '../../src/domain'

/** An office that can give away two people, and one trial team that is short of them. */
export const smallCourt = (id = 'small'): Court =>
  courtFile.parse({
    format: 'frontline-court/1',
    id,
    name: 'Small court',
    departments: [
      { id: 'office', name: 'Office', kind: 'administrative' },
      { id: 'civil', name: 'Civil division', kind: 'trial' },
    ],
    teams: [{ id: 'team', name: 'Team', department: 'civil', categories: ['contract'] }],
    posts: [
      { unit: 'office', role: 'assistant' },
      { unit: 'office', role: 'clerk' },
      { unit: 'team', role: 'judge' },
      { unit: 'team', role: 'assistant' },
      { unit: 'team', role: 'clerk' },
    ],
    people: [
      { id: 'ann', name: 'Ann', role: 'assistant', joined: '2012-05-01' },
      { id: 'bo', name: 'Bo', role: 'clerk', joined: '2014-05-01' },
      { id: 'cy', name: 'Cy', role: 'judge', joined: '2010-05-01' },
    ],
    assignments: [
      { person: 'ann', unit: 'office', role: 'assistant', from: '2018-01-01' },
      { person: 'bo', unit: 'office', role: 'clerk', from: '2018-01-01' },
      { person: 'cy', unit: 'team', role: 'judge', from: '2018-01-01' },
    ],
    caseTypes: [
      { id: 'loan', name: 'Loan', category: 'contract', weights: { judge: 240, assistant: 180, clerk: 120 } },
    ],
    caseload: Array.from({ length: 12 }, (_, month) => ({
      team: 'team',
      caseType: 'loan',
      month: `2026-${String(month + 1).padStart(2, '0')}`,
      carried: 10,
      filed: 30,
      closed: 30,
      pending: 10,
      reportedClosingRate: 75.123456789,
    })),
  })

export const roundOn = (date = '2027-01-04'): Omit<Round, 'id'> => ({
  name: 'First round',
  date,
  ...blankRound,
})
