import { describe, expect, it } from 'vitest'
import type { Account, Facts } from '../../src/domain'
import { mayAskAbout, rulesTold, tellable, tellerFor } from '../../src/server/told'
import { restsOnPrivate } from '../../src/server/sight'
import { goals, rules } from '../../src/rules'
import { smallCourt } from './small-court'

const asked = ['headcount-ceiling', 'protected-period', 'relatives-apart']
const broken: { rule: string; facts: Facts }[] = [
  { rule: 'headcount-ceiling', facts: { unit: 't', role: 'clerk', most: 3 } },
  { rule: 'relatives-apart', facts: { first: 'bo', second: 'ann', kinship: 'spouse', department: 'd' } },
]
const told = (role: 'staff' | 'head' | 'hr', person: string | null, seen: readonly string[] | null) =>
  rulesTold(asked, broken, tellerFor({ role, person }, seen && new Set(seen)))

describe('what is told of rules', () => {
  it('is to staff what is about them, naming nobody else, and what is about nobody', () => {
    expect(told('staff', 'ann', ['ann'])).toEqual({
      rules: [broken[0], { rule: 'relatives-apart', facts: { second: 'ann', kinship: 'spouse', department: 'd' } }],
      withheld: true,
    })
    expect(told('staff', 'cy', ['cy'])).toEqual({ rules: [broken[0]], withheld: true })
    expect(
      rulesTold(['headcount-ceiling'], broken, tellerFor({ role: 'staff', person: 'cy' }, new Set(['cy']))),
    ).toEqual({
      rules: [broken[0]],
      withheld: false,
    })
  })
  it('is to heads what is private only where one of theirs has a part in it, and to HR all of it', () => {
    expect(told('head', null, ['bo']).rules).toEqual(broken)
    expect(told('head', null, ['cy']).rules).toEqual([broken[0]])
    expect(told('hr', null, null).rules).toEqual(broken)
  })
  it('is to heads and leaders of everybody what rests on nothing private', () => {
    const facts = { person: 'ann', role: 'clerk', missing: 'typing' }
    const of = (role: 'head' | 'leader' | 'staff') =>
      rulesTold(
        ['qualified-for-post'],
        [{ rule: 'qualified-for-post', facts }],
        tellerFor({ role, person: 'cy' }, new Set()),
      )
    expect(of('head')).toEqual({ rules: [{ rule: 'qualified-for-post', facts }], withheld: false })
    expect(of('leader')).toEqual(of('head'))
    expect(of('staff')).toEqual({ rules: [], withheld: true })
  })
  it('has a word for every rule and goal: whether it rests on what is private', () => {
    const publicly = [
      ...['release-to-front-line', 'qualified-for-post', 'judge-stays-in-trial-post', 'no-promotion-by-rotation'],
      ...['probation-completed', 'on-leave', 'temporary-posting-ends', 'temporary-posting-term', 'must-rotate'],
      ...['headcount-ceiling', 'whole-unit', 'donor-floor', 'retain-experience', 'turnover-cap', 'time-in-post'],
      ...['no-frequent-moves', 'no-return-within', 'max-moves', 'everyone-placed', 'coverage-of-skills'],
      ...['team-template', 'panel-odd', 'mentor-with-pupil'],
      ...['front-line-shortage', 'evenness', 'fit', 'fewest-moves', 'fewest-changes', 'tie-break'],
    ]
    const all = [...rules, ...goals].map(({ id }) => id)
    expect([...publicly, ...restsOnPrivate].toSorted()).toEqual([...new Set([...all, 'fewest-changes'])].toSorted())
  })
  it('leaves out of lists of people whoever is not the reader', () => {
    const all = [{ facts: { people: ['ann', 'bo'], unit: 't' } }, { facts: { people: ['bo'], unit: 't' } }]
    expect(
      tellable(all, () => 'release-to-front-line', tellerFor({ role: 'staff', person: 'ann' }, new Set(['ann']))),
    ).toEqual([{ facts: { people: ['ann'], unit: 't' } }])
  })
})

describe('whose place one may ask about', () => {
  const account = {
    ...{ id: 'x', username: 'x', name: 'X', court: 'small' },
    divisions: [],
    person: null,
    mustChange: false,
  }
  const plan = { ann: 'ann@team/assistant', bo: 'bo@office/clerk', cy: null }
  it('is a head’s who comes to the division, and nobody’s elsewhere', () => {
    const head: Account = { ...account, role: 'head', divisions: ['civil'] }
    expect(['ann', 'bo', 'cy'].map((person) => mayAskAbout(head, smallCourt(), plan, person))).toEqual([
      true,
      false,
      true,
    ])
    expect(mayAskAbout(head, smallCourt(), undefined, 'ann')).toBe(false)
  })
  it('is a leader’s own, and staff’s own', () => {
    for (const role of ['leader', 'staff'] as const) {
      const own: Account = { ...account, role, person: 'bo' }
      expect(['ann', 'bo'].map((person) => mayAskAbout(own, smallCourt(), plan, person))).toEqual([false, true])
    }
  })
})
