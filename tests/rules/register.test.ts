import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goals, putInForce, reasonsOf, rules } from '../../src/rules'
import { arbitraryPlan, arbitraryProblem } from '../problems'
import { textsOf } from '../spoken'

type Texts = Record<string, string | Record<string, string>>
const [zhCN, en] = [textsOf('zh-CN'), textsOf('en')]
const languages = Object.entries({ 'zh-CN': zhCN, en }) as unknown as [
  string,
  { rules: Record<string, Texts>; goals: Record<string, Texts> },
][]

const placeholders = (text: unknown): string[] => [...String(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)

/** What a person may read of their own move: places and amounts, nobody's name, nothing private. */
const forStaff = new Set([
  'unit',
  'role',
  'post',
  'department',
  'most',
  'least',
  'count',
  'floor',
  'gap',
  'fte',
  'before',
  'after',
  'points',
])

/** Every key that the facts of a rule or goal have, in its limits and in reasons, over many problems. */
function factsSeen(): { limits: Map<string, Set<string>>; reasons: Map<string, Set<string>> } {
  const limits = new Map<string, Set<string>>()
  const reasons = new Map<string, Set<string>>()
  const see = (where: Map<string, Set<string>>, id: string, facts: object): void => {
    const known = where.get(id)
    const keys = Object.keys(facts)
    where.set(id, new Set(known === undefined ? keys : keys.filter((key) => known.has(key))))
  }
  const cases = arbitraryProblem({ people: 5, units: 4 }).chain((problem) =>
    fc.record({ problem: fc.constant(problem), plan: arbitraryPlan(problem) }),
  )
  for (const { problem, plan } of fc.sample(cases, { numRuns: 300, seed: 2021 })) {
    const inForce = putInForce(problem, {
      rules: rules.map(({ id }) => ({ id, weight: 'must', parameters: id === 'max-moves' ? { most: 0 } : {} })),
    })
    for (const { id, limits: rows } of inForce) for (const { facts } of rows) see(limits, id, facts)
    for (const own of reasonsOf(problem, inForce, plan).values())
      for (const { of, facts } of own) see(reasons, of, facts)
  }
  return { limits, reasons }
}
const seen = factsSeen()
/** Keys that are always there. */
const factsOf = (id: string): Set<string> => new Set([...(seen.limits.get(id) ?? []), ...(seen.reasons.get(id) ?? [])])

describe('the register of rules and goals', () => {
  it('names each once', () => {
    const ids = [...rules, ...goals].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('has its own file and its own test, and says where it is written', () => {
      expect(existsSync(`src/rules/${id}.ts`)).toBe(true)
      expect(existsSync(`tests/rules/${id}.test.ts`)).toBe(true)
      expect(rule.source).not.toBe('')
      expect((en.sources as Record<string, string>)[id], 'its source in English').toMatch(/\S/)
    })
    it.each(languages)('has its words in %s, and asks for no fact that it does not give', (_, { rules: texts }) => {
      const own = texts[id]!
      for (const key of ['name', 'why', 'broken', 'because', 'despite', 'staff']) expect(own[key], key).toMatch(/\S/)
      for (const key of ['name', 'why']) expect(placeholders(own[key])).toEqual([])
      expect(seen.limits.has(id)).toBe(true)
      for (const key of ['broken', 'because', 'despite', 'staff', 'staffNot'])
        for (const asked of placeholders(own[key] ?? ''))
          expect(factsOf(id), `${key} asks for {${asked}}`).toContain(asked)
      for (const asked of [...placeholders(own.staff), ...placeholders(own.staffNot ?? '')])
        expect(forStaff, `staff may not read {${asked}}`).toContain(asked)
      const parameters = own.parameters ?? {}
      expect(Object.keys(parameters).toSorted()).toEqual(Object.keys(rule.parameters).toSorted())
    })
  })

  describe.each(goals.map((goal) => [goal.id] as const))('%s', (id) => {
    it('has its own file and its own test', () => {
      expect(existsSync(`src/rules/goals/${id}.ts`)).toBe(true)
      expect(existsSync(`tests/rules/goals/${id}.test.ts`)).toBe(true)
    })
    it.each(languages)('has its words in %s, and asks for no fact that it does not give', (_, { goals: texts }) => {
      const own = texts[id]!
      for (const key of ['name', 'why', 'because', 'despite', 'staff']) expect(own[key], key).toMatch(/\S/)
      expect(own).toHaveProperty('unit')
      for (const key of ['name', 'why', 'unit']) expect(placeholders(own[key])).toEqual([])
      for (const key of ['because', 'despite', 'staff'])
        for (const asked of placeholders(own[key]))
          expect(id === 'fewest-moves' ? ['count'] : [...factsOf(id)], `${key} asks for {${asked}}`).toContain(asked)
      for (const asked of placeholders(own.staff)) expect(forStaff, `staff may not read {${asked}}`).toContain(asked)
    })
  })

  it('says the same in both languages: same keys, same placeholders', () => {
    const shape = (texts: unknown): unknown =>
      typeof texts === 'string'
        ? placeholders(texts).toSorted()
        : Object.fromEntries(
            Object.entries(texts as Texts)
              .toSorted()
              .map(([key, each]) => [key, shape(each)]),
          )
    for (const part of ['rules', 'goals', 'avoidance', 'kinship', 'postings', 'qualifications', 'words'] as const)
      expect(shape(en[part])).toEqual(shape(zhCN[part]))
  })
})
