import { courtFile, monthsFrom, type Court } from '../../../src/domain'

/** Three years of a season that repeats and a stock that adds up; `loans` lacks an assistant, `family` is new. */
export function forecastCourt(changes: Record<string, unknown> = {}): Court {
  let carried = 40
  const caseload = monthsFrom('2019-01', 36).map((month, i) => {
    const filed = 42 + ((i * i * 31 + i * 17) % 23)
    const closed = Math.min(carried + filed, 54)
    const pending = carried + filed - closed
    const row = { team: 'loans', caseType: 'loan', month, carried, filed, closed, pending }
    carried = pending
    return row
  })
  return courtFile.parse({
    format: 'frontline-court/1',
    id: 'c',
    name: 'Court',
    settings: { yearMinutes: { judge: 100_000, assistant: 100_000 } },
    departments: [{ id: 'civil', name: 'Civil', kind: 'trial' }],
    teams: [
      { id: 'loans', name: 'Loans', department: 'civil' },
      { id: 'family', name: 'Family', department: 'civil' },
    ],
    posts: [
      { unit: 'loans', role: 'judge' },
      { unit: 'loans', role: 'assistant' },
      { unit: 'family', role: 'judge' },
    ],
    people: [
      { id: 'ann', name: 'Ann', role: 'judge', joined: '2010-01-01' },
      { id: 'bo', name: 'Bo', role: 'assistant', joined: '2012-01-01' },
    ],
    assignments: [
      { person: 'ann', unit: 'loans', role: 'judge', from: '2015-01-01' },
      { person: 'bo', unit: 'loans', role: 'assistant', from: '2015-01-01' },
    ],
    caseTypes: [{ id: 'loan', name: 'Loan', category: 'loan', weights: { judge: 150, assistant: 300 } }],
    caseload: [
      ...caseload,
      { team: 'family', caseType: 'loan', month: '2021-12', carried: 0, filed: 5, closed: 1, pending: 4 },
    ],
    ...changes,
  })
}
