import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, Problem } from '../../src/domain'
import { keptBecause, releaseToFrontLine } from '../../src/rules/release-to-front-line'
import { board, broken } from '../board'
import { atPresent, expectAgreement, inPlan, isDepartmentClosed } from './agrees'

const typing = { qualifications: { typing: null } }

describe(releaseToFrontLine.id, () => {
  const text = `Office      | Ann:A, Bo:C, Cy:S, Di:C
                OfficeTwo   |
                Civil/Team1 | Eve:J`
  const people = { Bo: typing }
  const problem = board(text, { people })

  it('is broken while assistants and able clerks sit in administrative departments', () => {
    expect(broken('release-to-front-line', problem)).toEqual([
      { department: 'Office', people: ['Ann', 'Bo'], count: 2, least: 2, floor: 0 },
    ])
  })
  it('is kept when they sit at the front line, and asks nothing of anybody else', () => {
    const moved = { Ann: 'Team1/assistant', Bo: 'Team1/clerk' }
    expect(broken('release-to-front-line', problem, moved)).toEqual([])
  })
  it('is not kept by a move to another administrative department', () => {
    const moved = { Ann: 'OfficeTwo/assistant', Bo: 'Team1/clerk' }
    expect(broken('release-to-front-line', problem, moved)).toHaveLength(1)
  })
  it('lets the floor win: as many stay as the floor asks for beyond those who stay anyway', () => {
    const floored = board(text, { people, departments: { Office: { floor: 3 } } })
    expect(broken('release-to-front-line', floored)).toHaveLength(1)
    expect(broken('release-to-front-line', floored, { Ann: 'Team1/assistant' })).toEqual([])
    expect(broken('release-to-front-line', floored, { Bo: 'Team1/clerk' })).toEqual([])
  })
  it('does not count on somebody whom a decision takes away', () => {
    const decisions = [{ kind: 'pin' as const, person: 'Cy', seat: 'Cy@Team1/administrative', reason: '' }]
    const floored = board(text, { people, decisions, departments: { Office: { floor: 3 } } })
    expect(broken('release-to-front-line', floored, { Cy: 'Team1/administrative' })).toEqual([])
  })
  it('asks of clerks what the round asks for', () => {
    expect(broken('release-to-front-line', problem, {}, { clerkCodes: [] })).toMatchObject([
      { people: ['Ann', 'Bo', 'Di'] },
    ])
  })

  it.each<[string, Partial<Candidate>]>([
    ['leader', { leader: true }],
    ['away', { away: { kind: 'study', until: null } }],
    ['protected', { protection: { kind: 'nursing', until: null, consents: false } }],
    ['on-probation', { probationUntil: '2027-01-04' }],
    ['under-review', { underReview: true }],
    ['posted', { posting: { from: '2026-10-01', until: null, home: [] } }],
  ])('does not release an assistant: %s', (why, facts) => {
    const one = board('Office | Ann:A', { people: { Ann: facts } })
    expect(keptBecause(one, one.person.get('Ann')!)).toBe(why)
    expect(broken('release-to-front-line', one)).toEqual([])
  })
  it('says why each of the others is kept, or that nothing keeps them', () => {
    const why = (id: string) => keptBecause(problem, problem.person.get(id)!)
    expect(['Ann', 'Bo', 'Cy', 'Di'].map(why)).toEqual([null, null, 'other-role', 'lacks-qualification'])
    const agreed = board('Office | Ann:A', {
      people: { Ann: { protection: { kind: 'nursing', until: null, consents: true } } },
    })
    expect(keptBecause(agreed, agreed.person.get('Ann')!)).toBe(null)
    const pinned = board('Office | Ann:A', {
      decisions: [{ kind: 'pin', person: 'Ann', seat: 'Ann@Office/assistant', reason: '' }],
    })
    expect(keptBecause(pinned, pinned.person.get('Ann')!)).toBe('decided')
  })
  it('keeps nobody behind for the floor of a department that is closed', () => {
    const closing = board('Office1 | Ann:A, Bo:A\nOffice2 |\nCivil/Team1 |', {
      departments: { Office1: { floor: 2 } },
      units: { Office1: { status: 'may-close' } },
    })
    const front = { Ann: 'Team1/assistant', Bo: 'Team1/assistant' }
    expect(broken('release-to-front-line', closing)).toEqual([])
    expect(broken('release-to-front-line', closing, front)).toEqual([])
    expect(broken('release-to-front-line', closing, { ...front, Ann: 'Office2/assistant' })).toMatchObject([
      { department: 'Office1', count: 2, least: 2, floor: 0 },
    ])
  })

  it('agrees with its predicate', () => {
    const pins = ({ decisions }: Problem, person: string) =>
      decisions.filter((each) => each.kind === 'pin' && each.person === person)
    const goesBack = (problem: Problem, person: Candidate, codes: readonly string[]): boolean => {
      const able =
        person.role === 'assistant' ||
        (person.role === 'clerk' && codes.every((code) => person.qualifications[code] !== undefined))
      const bound =
        person.leader ||
        person.away !== null ||
        person.protection?.consents === false ||
        (person.probationUntil ?? '0') >= problem.date ||
        person.underReview ||
        person.posting !== null ||
        pins(problem, person.id).length > 0
      return able && !bound
    }
    expectAgreement(
      releaseToFrontLine,
      (problem, plan, { clerkCodes }) => {
        const now = atPresent(problem)
        const next = inPlan(problem, plan)
        return problem.departments.every(({ id, kind, floor }) => {
          if (kind !== 'administrative') return true
          const here = now.filter(({ posts }) => posts.some(({ department }) => department === id))
          const free = here.filter(({ person }) => goesBack(problem, person, clerkCodes))
          const others = here.filter(({ person }) => {
            const [pin] = pins(problem, person.id).slice(-1)
            const pinnedHere =
              pin?.seat?.startsWith(`${person.id}@`) &&
              problem.posts.some((post) => post.department === id && pin.seat!.includes(`${post.id}`)) &&
              problem.seat.has(pin.seat)
            return !free.some((each) => each.person === person) && (pin === undefined || pinnedHere)
          })
          const behind = free.filter(({ person, posts }) =>
            next
              .find((each) => each.person === person)!
              .posts.some(
                (post) =>
                  post.department === id ||
                  (!post.frontLine && !posts.some(({ department }) => department === post.department)),
              ),
          )
          const most = isDepartmentClosed(problem, plan, id) ? 0 : floor - others.length
          return behind.length <= Math.max(0, most)
        })
      },
      fc.record({ clerkCodes: fc.constantFrom<readonly string[]>([], ['typing'], ['typing', 'legal-exam']) }),
    )
  }, 60_000)
})
