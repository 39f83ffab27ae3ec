import { noBurden, type Candidate } from '../domain'
import { hashOf, type DecisionFile } from './decision-file'

/** Puts labels in the place of names that stand in words, but not within the longer name of somebody else. */
export function namesOut(gone: ReadonlyMap<string, string>, others: readonly string[]): (words: string) => string {
  const names = [...gone.keys(), ...others.filter((name) => [...gone.keys()].some((each) => name.includes(each)))]
  const found = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
  if (found.length === 0) return (words) => words
  // Latin letters around it make another word of it; Chinese is written without spaces.
  const pattern = new RegExp(`(?<!\\p{Script=Latin})(?:${found.join('|')})(?!\\p{Script=Latin})`, 'gu')
  return (words) => words.replaceAll(pattern, (name) => gone.get(name) ?? name)
}

/** Whom to take out of what is kept as JSON, and how. */
export interface Rewording {
  /** Labels by id. */
  readonly labels: ReadonlyMap<string, string>
  readonly words: (words: string) => string
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A round, a plan or a run as it reads without the facts of those who are named: seats, pins and moves stay under their
 * labels, as counts are made of them; whatever a rule says of them, vetoes and the reasons of decisions go.
 */
export function reword<T>(given: T, { labels, words }: Rewording): T {
  const personOf = (seat: string): string => seat.slice(0, seat.indexOf('@'))
  const relabel = (text: string): string => {
    const label = labels.get(personOf(text))
    return label === undefined ? text : label + text.slice(text.indexOf('@'))
  }
  const isTold = (fact: unknown): boolean =>
    typeof fact === 'string'
      ? labels.has(fact) || labels.has(personOf(fact))
      : Array.isArray(fact)
        ? fact.some(isTold)
        : isObject(fact) && Object.values(fact).some(isTold)
  const isOf = ({ person }: Json): boolean => typeof person === 'string' && labels.has(person)
  const isLeftOut = (each: unknown): boolean =>
    isObject(each) && (isTold(each.facts) || (each.kind === 'veto' && isOf(each)))
  const field = (of: Json, key: string, value: unknown): [string, unknown] => {
    if (key === 'facts') return [key, isTold(value) ? {} : value]
    if (key === 'person' && typeof value === 'string') return [key, labels.get(value) ?? value]
    if (key === 'excludedPeople') return [key, (value as string[]).map((id) => labels.get(id) ?? id)]
    if (key === 'reason' && typeof value === 'string') return [key, isOf(of) ? '' : words(value)]
    // What remains with a person's id for a key is a plan: their seat, or null.
    const label = value === null || typeof value === 'string' ? labels.get(key) : undefined
    return [label ?? key, walk(value)]
  }
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return relabel(value)
    if (Array.isArray(value)) return value.filter((each) => !isLeftOut(each)).map(walk)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => field(value, key, each)))
  }
  return walk(given) as T
}

/** Somebody in a problem, of whom nothing is told but which seat they had and how much of a person they were. */
const bareCandidate = (person: Candidate, label: string): Candidate => ({
  ...person,
  id: label,
  name: label,
  leader: false,
  courtLeader: false,
  probationUntil: null,
  away: null,
  protection: null,
  underReview: false,
  lawyerRelative: false,
  mentor: null,
  worksWith: null,
  conflictUnits: [],
  qualifications: {},
  burden: noBurden,
  preferences: [],
})

/**
 * A decision file without those facts. It can no longer be computed anew, as what it was computed from is not all there:
 * it says so, and keeps the hash that it had as it was written.
 */
export function reducedDecision(file: DecisionFile, rewording: Rewording): DecisionFile {
  const { labels } = rewording
  const { problem } = file.inputs
  if (!problem.people.some(({ id }) => labels.has(id))) return file
  const without = (id: string | null): string | null => (id !== null && labels.has(id) ? null : id)
  const inputs = reword(
    {
      ...file.inputs,
      problem: {
        ...problem,
        people: problem.people.map((person) => {
          const label = labels.get(person.id)
          if (label !== undefined) return bareCandidate(person, label)
          return { ...person, mentor: without(person.mentor), worksWith: without(person.worksWith) }
        }),
        kinships: problem.kinships.filter(({ first, second }) => !labels.has(first) && !labels.has(second)),
      },
    },
    rewording,
  )
  const reasons = Object.fromEntries(Object.entries(file.reasons).filter(([person]) => !labels.has(person)))
  return {
    ...reword({ ...file, reasons }, rewording),
    inputs,
    sha256: hashOf(inputs),
    reduced: { was: file.reduced?.was ?? file.sha256 },
  }
}
