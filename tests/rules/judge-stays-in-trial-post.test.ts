import { describe, expect, it } from 'vitest'
import { judgeStaysInTrialPost } from '../../src/rules/judge-stays-in-trial-post'
import { board, broken } from '../board'
import { atPresent, expectAgreement, inPlan, keptOwn } from './agrees'

describe(judgeStaysInTrialPost.id, () => {
  const text = `Office      | Ann:J
                OfficeTwo   |
                Civil/Team1 | Bo:J, Cy:A
                Civil/Team2 |
                Crime/Team3 | Di:C`
  const problem = board(text)
  it('is kept while judges move between trial posts, and by a judge who holds another post already', () => {
    expect(broken('judge-stays-in-trial-post', problem, { Bo: 'Team3/judge' })).toEqual([])
  })
  it('is broken when a judge leaves trial, or goes from one administrative post to the next', () => {
    expect(broken('judge-stays-in-trial-post', problem, { Bo: 'Office/judge' })).toEqual([{ person: 'Bo' }])
    expect(broken('judge-stays-in-trial-post', problem, { Ann: 'OfficeTwo/judge' })).toEqual([{ person: 'Ann' }])
  })
  it('binds judges only', () => {
    expect(broken('judge-stays-in-trial-post', problem, { Cy: 'Office/assistant' })).toEqual([])
  })
  it('sends a judge with a relative in the department to another division first', () => {
    const related = board(text, { relatives: [['Bo', 'Cy']] })
    expect(broken('judge-stays-in-trial-post', related, { Bo: 'Office/judge' })).toHaveLength(1)
    expect(broken('judge-stays-in-trial-post', related, { Bo: 'Team3/judge' })).toEqual([])
  })
  it('yields to avoidance where relatives sit in every trial department', () => {
    const everywhere = board(text, {
      relatives: [
        ['Bo', 'Cy'],
        ['Di', 'Bo'],
      ],
    })
    expect(broken('judge-stays-in-trial-post', everywhere, { Bo: 'Office/judge' })).toEqual([])
  })

  it('yields where a relative of the judge is a lawyer here', () => {
    const family = board(text, { people: { Bo: { lawyerRelative: true } } })
    expect(broken('judge-stays-in-trial-post', family, { Bo: 'Office/judge' })).toEqual([])
  })

  it('lets a judge who is posted to a trial post go home to the own one', () => {
    const home = [{ post: 'Office/judge', share: 1000 }]
    const posted = board(text, { people: { Bo: { posting: { from: '2026-01-01', until: '2027-06-30', home } } } })
    expect(broken('judge-stays-in-trial-post', posted, { Bo: 'Office/judge' })).toEqual([])
    expect(broken('judge-stays-in-trial-post', posted, { Bo: 'OfficeTwo/judge' })).toEqual([{ person: 'Bo' }])
  })

  it('agrees with its predicate', () => {
    expectAgreement(judgeStaysInTrialPost, (problem, plan) => {
      const now = atPresent(problem)
      const departmentsOf = (id: string) =>
        now.find(({ person }) => person.id === id)!.posts.map(({ department }) => department)
      const trial = problem.posts.filter(({ frontLine, role }) => frontLine && role === 'judge')
      return inPlan(problem, plan).every(({ person, posts }) => {
        if (person.role !== 'judge' || keptOwn(plan, person)) return true
        if (posts.every(({ frontLine }) => frontLine)) return true
        if (person.lawyerRelative && person.away === null && !person.underReview) return true
        const ofRelatives = problem.kinships
          .filter(({ first, second }) => first === person.id || second === person.id)
          .flatMap(({ first, second }) => departmentsOf(first === person.id ? second : first))
        const mustLeave = departmentsOf(person.id).some((each) => ofRelatives.includes(each))
        return mustLeave && trial.every(({ department }) => ofRelatives.includes(department))
      })
    })
  }, 60_000)
})
