import { describe, expect, it } from 'vitest'
import { caseType, emptyCourt, person as personRow, type Court } from '../../src/domain'
import { compareCourts, type ListName } from '../../src/workbook'

const person = (id: string, name = id) =>
  personRow.parse({ id, name, role: 'clerk', joined: '2020-01-01', employment: 'contract' })
const court = (part: Partial<Court>): Court => ({ ...emptyCourt('c', 'Court'), ...part })
const of = (list: ListName, before: Court | null, after: Court) =>
  compareCourts(before, after).find((change) => change.list === list)!

describe('what an import would do', () => {
  it('adds everything where there is no court yet', () => {
    const { added, changed, removed, same } = of('people', null, court({ people: [person('a'), person('b')] }))
    expect([added.length, changed.length, removed.length, same]).toEqual([2, 0, 0, 0])
  })
  it('names what is added, what differs and in which fields, and what is removed', () => {
    const change = of(
      'people',
      court({ people: [person('a'), person('b'), person('c')] }),
      court({ people: [person('c'), person('b', 'Bo'), person('d')] }),
    )
    expect(change.added.map(({ key }) => key)).toEqual(['d'])
    expect(change.changed.map(({ key, fields }) => [key, fields])).toEqual([['b', ['name']]])
    expect(change.removed.map(({ key }) => key)).toEqual(['a'])
    expect(change.same).toBe(1)
  })
  it('tells rows of one key apart by their order', () => {
    const leave = { person: 'a', kind: 'sick' as const, from: '2026-01-01', until: null, consents: false }
    const change = of(
      'leaves',
      court({ leaves: [leave, leave] }),
      court({ leaves: [leave, { ...leave, until: '2026-02-01' }, leave] }),
    )
    expect([change.added.length, change.changed.length, change.same]).toEqual([1, 1, 1])
  })
  it('sees weights and lists inside a row', () => {
    const type = caseType.parse({ id: 't', name: 'T', category: 'civil', weights: { judge: 60 } })
    expect(
      of('caseTypes', court({ caseTypes: [type] }), court({ caseTypes: [{ ...type, weights: { judge: 61 } }] }))
        .changed[0]!.fields,
    ).toEqual(['weights.judge'])
    const settings = emptyCourt('c', 'C').settings
    expect(of('court', court({}), court({ settings: { ...settings, filingsMonths: 6 } })).changed[0]!.fields).toEqual([
      'filingsMonths',
    ])
  })
})
