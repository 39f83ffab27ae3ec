import { describe, expect, it } from 'vitest'
import { relativesApart } from '../../src/rules/relatives-apart'
import { board, broken } from '../board'

describe(relativesApart.id, () => {
  const problem = board(
    `Office      | Ann:A
     Civil/Team1 | Bo:C, Di:A
     Civil/Team2 | Cy:A`,
    { relatives: [['Ann', 'Bo']] },
  )
  it('is kept while relatives sit in different departments', () => {
    expect(broken('relatives-apart', problem)).toEqual([])
  })
  it('is broken when relatives share a department, be it in different teams', () => {
    expect(broken('relatives-apart', problem, { Ann: 'Team2/assistant' })).toEqual([
      { first: 'Ann', second: 'Bo', kinship: 'spouse', department: 'Civil' },
    ])
  })
})
