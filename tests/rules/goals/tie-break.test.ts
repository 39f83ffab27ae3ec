import { describe, expect, it } from 'vitest'
import { priceOfSeat, tieBreak } from '../../../src/rules/goals/tie-break'
import { board } from '../../board'
import { expectValue, valueAfter } from './value'

describe(tieBreak.id, () => {
  it('prices a seat by FNV-1a of its id: the published vectors, by 65521', () => {
    expect(priceOfSeat('')).toBe(0x811c9dc5 % 65521)
    expect(priceOfSeat('a')).toBe(0xe40c292c % 65521)
    expect(priceOfSeat('foobar')).toBe(0xbf9cf968 % 65521)
  })
  it('reads ids as UTF-8', () => {
    const bytes = (text: string) => [...Buffer.from(text, 'utf8')]
    const hash = bytes('张三@民一庭/clerk').reduce(
      (sum, byte) => ((BigInt(sum) ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n,
      0x811c9dc5n,
    )
    expect(priceOfSeat('张三@民一庭/clerk')).toBe(Number(hash % 65521n))
  })
  it('adds up the prices of the seats taken; the bench is free', () => {
    const problem = board('Civil/Team1 | Ann:A, Bo:A')
    const [ann, bo] = ['Ann@Team1/assistant', 'Bo@Team1/assistant'].map(priceOfSeat)
    expect(valueAfter('tie-break', problem)).toBe(ann! + bo!)
    expect(valueAfter('tie-break', problem, { Bo: null })).toBe(ann)
  })
  it('equals its formula', () => {
    expectValue('tie-break', (_, plan) => [...plan.values()].reduce((sum, { id }) => sum + priceOfSeat(id), 0))
  }, 60_000)
})
