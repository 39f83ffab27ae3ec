import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { fitGrounds, fitOf, fitOfParts, fitParts, type Candidate, type Post, type Unit } from '../../src/domain'
import { board } from '../board'

type Asks = Partial<Pick<Unit, 'categories' | 'skills' | 'site'>>
/** Cy is in the team, Bo in the office, Ed on the bench; the second team and the second office are there to go to. */
const boardOf = (person: Partial<Candidate>, units: Record<string, Asks>) =>
  board('Civil/Team | Cy:C, Di:A\nCivil/Other |\nOffice | Bo:C\nOffice2 |\nbench | Ed:C', {
    people: { Cy: person, Bo: person, Ed: person },
    units,
  })
const fitOn = (problem: ReturnType<typeof boardOf>, name: string, post: string) =>
  fitOf(problem, problem.person.get(name)!, problem.post.get(post)!)
const fitAt = (person: Partial<Candidate>, unit: Asks, role: Post['role'] = 'clerk') =>
  fitOn(boardOf(person, { Team: unit }), 'Cy', `Team/${role}`)

describe('fit', () => {
  it('is 100 in all, where all is there, and where no more is asked', () => {
    expect(Object.values(fitParts).reduce((sum, full) => sum + full, 0)).toBe(100)
    expect(
      fitAt({ experience: { loans: 36 }, qualifications: { typing: 5 } }, { categories: ['loans'], skills: ['typing'] })
        .points,
    ).toBe(100)
    expect(fitAt({ experience: { loans: 36 } }, { categories: ['loans'] }).points).toBe(100)
    expect(fitAt({ qualifications: { typing: 5 } }, { skills: ['typing'] }).points).toBe(100)
  })
  it('shows its parts', () => {
    const unit = { categories: ['loans', 'family'], skills: ['typing', 'mediation', 'english'] }
    const person = { experience: { loans: 9, family: 12, crime: 200 }, qualifications: { mediation: null } }
    // 12 of 36 months; one of three skills, without levels.
    expect(fitAt(person, unit)).toEqual({
      points: 66,
      parts: { role: 40, experience: 8, skills: 5, level: 3, distance: 10 },
    })
    expect(fitAt(person, unit, 'assistant').parts.role).toBe(0)
  })
  it('counts a level as a fifth each, no level in full, and a skill that is not held not at all', () => {
    const level = (qualifications: Candidate['qualifications'], skills = ['typing', 'english']) =>
      fitAt({ qualifications }, { skills }).parts.level
    expect(level({ typing: 1, english: 3 })).toBe(4)
    expect(level({ typing: null, english: 3 })).toBe(8)
    expect(level({ typing: 5 })).toBe(5)
    expect(level({ driving: 5 })).toBe(0)
  })
  it('gives an office none of experience, skills and level, whatever the person brings', () =>
    expect(fitAt({ experience: { loans: 36 }, qualifications: { typing: 5 } }, {}).parts).toEqual({
      role: 40,
      experience: 0,
      skills: 0,
      level: 0,
      distance: 10,
    }))

  describe('distance', () => {
    const problem = boardOf({}, { Other: { site: '东山镇' } })
    const distance = (name: string, post: string, of = problem) => fitOn(of, name, post).parts.distance
    it('is full where the person serves now, the main building being a site like any other', () => {
      expect(distance('Cy', 'Team/clerk')).toBe(10)
      expect(distance('Cy', 'Office/clerk')).toBe(10)
      expect(distance('Cy', 'Other/clerk')).toBe(0)
      const away = boardOf({}, { Team: { site: '东山镇' } })
      expect(distance('Cy', 'Team/clerk', away)).toBe(10)
      expect(distance('Cy', 'Office/clerk', away)).toBe(0)
    })
    it('is full at the site of any of the present posts, and everywhere for who has none', () => {
      const present = [
        { post: 'Team/clerk', share: 500 },
        { post: 'Other/clerk', share: 500 },
      ]
      const split = boardOf({ present }, { Other: { site: '东山镇' }, Office2: { site: '西山镇' } })
      expect(['Team', 'Other', 'Office2'].map((unit) => distance('Cy', `${unit}/clerk`, split))).toEqual([10, 10, 0])
      // Ed's present posts were overwritten as well: the bench is where there are none.
      const bench = boardOf({ present: [] }, { Other: { site: '东山镇' } })
      expect(distance('Ed', 'Other/clerk', bench)).toBe(10)
    })
  })

  it('of a split is the mean by share, part by part', () => {
    const problem = boardOf({ experience: { loans: 36 } }, { Team: { categories: ['loans'] } })
    const parts = [
      { post: 'Team/clerk', share: 600 },
      { post: 'Office/clerk', share: 400 },
    ]
    // 100 and 50 points.
    expect(fitOfParts(problem, problem.person.get('Cy')!, parts)).toEqual({
      points: 80,
      parts: { role: 40, experience: 15, skills: 9, level: 6, distance: 10 },
    })
  })

  it('names what it rests on', () => {
    const problem = boardOf(
      { experience: { family: 12 }, qualifications: { typing: 3, english: null } },
      { Other: { categories: ['loans', 'family'], skills: ['typing', 'english', 'mediation'], site: '东山镇' } },
    )
    const grounds = (name: string, post: string) =>
      fitGrounds(problem, problem.person.get(name)!, problem.post.get(post)!)
    expect(grounds('Cy', 'Other/assistant')).toEqual({
      ownRole: false,
      office: false,
      best: { category: 'family', months: 12 },
      skills: [
        { code: 'typing', held: true, level: 3 },
        { code: 'english', held: true, level: null },
        { code: 'mediation', held: false, level: null },
      ],
      site: '东山镇',
      near: false,
    })
    expect(grounds('Bo', 'Office/clerk')).toMatchObject({ ownRole: true, office: true, best: null, near: true })
    expect(grounds('Ed', 'Other/clerk').near).toBe(null)
  })
})

describe('fit, of any person and unit', () => {
  const skills = ['a', 'b', 'c']
  const level = fc.option(fc.integer({ min: 1, max: 5 }))
  const person = fc.record({
    experience: fc.dictionary(fc.constantFrom('loans', 'family'), fc.nat(600)),
    qualifications: fc.dictionary(fc.constantFrom(...skills), level),
  })
  const site = fc.constantFrom(null, '东山镇', '西山镇')
  const asks = fc.record({ categories: fc.subarray(['loans', 'family']), skills: fc.subarray(skills), site })

  it('is whole, 0 to 100, and the sum of its parts, none over its full marks', () =>
    fc.assert(
      fc.property(person, asks, asks, fc.constantFrom('Team', 'Other', 'Office'), (who, team, other, unit) => {
        const { points, parts } = fitOn(boardOf(who, { Team: team, Other: other }), 'Cy', `${unit}/clerk`)
        expect(Number.isInteger(points) && points >= 0 && points <= 100).toBe(true)
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(points)
        for (const [part, full] of Object.entries(fitParts))
          expect(parts[part as keyof typeof parts]).toBeLessThanOrEqual(full)
      }),
    ))
  it('never falls with more experience, a higher level or one more skill', () =>
    fc.assert(
      fc.property(person, asks, fc.nat(600), fc.constantFrom(...skills), (who, unit, more, skill) => {
        const before = fitAt(who, unit).points
        const months = (who.experience.loans ?? 0) + more
        expect(fitAt({ ...who, experience: { ...who.experience, loans: months } }, unit).points).toBeGreaterThanOrEqual(
          before,
        )
        const now = who.qualifications[skill]
        const next = now === null ? null : Math.min((now ?? 0) + 1, 5)
        const after = { ...who, qualifications: { ...who.qualifications, [skill]: next } }
        expect(fitAt(after, unit).points).toBeGreaterThanOrEqual(before)
      }),
    ))
  it('draws nobody into an office: among posts of one role not from a unit at its site, and never from the own unit', () =>
    fc.assert(
      fc.property(person, asks, asks, site, (who, team, other, office) => {
        const problem = boardOf(who, { Team: team, Other: other, Office2: { site: office } })
        const points = (unit: string): number => fitOn(problem, 'Cy', `${unit}/clerk`).points
        expect(points('Office2')).toBeLessThanOrEqual(points('Team'))
        const beside = boardOf(who, { Team: team, Other: other, Office2: { site: other.site } })
        expect(fitOn(beside, 'Cy', 'Office2/clerk').points).toBeLessThanOrEqual(
          fitOn(beside, 'Cy', 'Other/clerk').points,
        )
      }),
    ))
})
