import { describe, expect, it } from 'vitest'
import { staffOn } from '../../src/domain'
import { smallCourt } from './small-court'

const person = (id: string, role: 'judge' | 'administrative') => ({ id, name: id, role, joined: '2010-01-01' })
const assigned = (id: string, unit: string, role: 'judge' | 'clerk') => ({ person: id, unit, role, from: '2010-01-01' })
const court = (administrative: number, cap = 0.15) =>
  smallCourt({
    settings: { administrativeCap: cap },
    people: [
      ...Array.from({ length: 20 - administrative }, (_, i) => person(`j${i}`, 'judge')),
      ...Array.from({ length: administrative }, (_, i) => person(`s${i}`, 'administrative')),
    ],
    assignments: [assigned('j0', 'fast', 'judge'), assigned('j1', 'civil', 'judge'), assigned('j2', 'office', 'clerk')],
  })

describe('the people of a court', () => {
  it('stand under the cap up to the cap itself', () => {
    expect(staffOn(court(3), '2022-01-04')).toMatchObject({ administrative: 3, heads: 20, cap: 0.15, overCap: false })
    expect(staffOn(court(4), '2022-01-04').overCap).toBe(true)
    expect(staffOn(court(4, 0.3), '2022-01-04').overCap).toBe(false)
  })
  it('belong on the front line but for what the cap leaves to administration', () => {
    // Two of three FTE: an office takes a third while no more people are administrative than may be.
    expect(staffOn(court(3), '2022-01-04')).toMatchObject({ least: 0.85, underLeast: true, overCap: false })
    expect(staffOn(court(3, 0.34), '2022-01-04')).toMatchObject({ underLeast: false })
    expect(staffOn(smallCourt({ people: [] }), '2022-01-04').underLeast).toBe(false)
  })
  it('come with the posts and the people that were counted', () => {
    const staff = staffOn(court(1), '2022-01-04')
    expect(staff.frontLine).toBe(2)
    expect(staff.all).toBe(3)
    expect(staff.posts.filter(({ frontLine }) => !frontLine).map(({ post }) => post)).toEqual(['office/clerk'])
    expect(staff.people).toEqual(['s0'])
  })
  it('may be nobody', () => {
    expect(staffOn(smallCourt({ people: [] }), '2022-01-04')).toMatchObject({ heads: 0, overCap: false, all: 0 })
  })
})
