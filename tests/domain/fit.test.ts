import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { fitOf, type Candidate, type Post } from '../../src/domain'
import { board } from '../board'

const fitAt = (
  person: Partial<Candidate>,
  unit: { categories?: string[]; skills?: string[] },
  role: Post['role'] = 'clerk',
) => {
  const problem = board('Civil/Team | Cy:C, Di:A', { people: { Cy: person }, units: { Team: unit } })
  return fitOf(problem, problem.person.get('Cy')!, problem.post.get(`Team/${role}`)!)
}

describe('fit', () => {
  it('is full where role, experience and skills are there, and where no more is asked', () => {
    expect(
      fitAt({ experience: { loans: 36 }, qualifications: { typing: 3 } }, { categories: ['loans'], skills: ['typing'] })
        .points,
    ).toBe(100)
    expect(fitAt({ experience: { loans: 36 } }, { categories: ['loans'] }).points).toBe(100)
    expect(fitAt({ qualifications: { typing: 3 } }, { skills: ['typing'] }).points).toBe(100)
  })
  it('draws nobody into an office, which asks for nothing', () => {
    expect(fitAt({ experience: { loans: 36 } }, {}).points).toBe(50)
    expect(fitAt({}, { categories: ['loans'], skills: ['typing'] }).points).toBe(50)
  })
  it('shows its parts', () => {
    const unit = { categories: ['loans', 'family'], skills: ['typing', 'mediation', 'english'] }
    const person = { experience: { loans: 9, family: 12, crime: 200 }, qualifications: { mediation: null } }
    expect(fitAt(person, unit)).toEqual({ points: 67, parts: { role: 50, experience: 10, skills: 7 } })
    expect(fitAt(person, unit, 'assistant').parts.role).toBe(0)
  })
  it('is a whole number of 0 to 100 and never falls with more experience', () =>
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), fc.nat(3), (months, more, wanted) => {
        const unit = { categories: ['loans'], skills: ['a', 'b', 'c'].slice(0, wanted) }
        const less = fitAt({ experience: { loans: months } }, unit)
        const after = fitAt({ experience: { loans: months + more } }, unit)
        expect(Number.isInteger(less.points) && less.points >= 0 && after.points <= 100).toBe(true)
        expect(after.points).toBeGreaterThanOrEqual(less.points)
        expect(less.parts.role + less.parts.experience + less.parts.skills).toBe(less.points)
      }),
    ))
})
