import { addDays, addMonths, differenceInMonths } from 'date-fns'
import type { z } from 'zod'
import {
  dateOf,
  dayOf,
  person,
  type Assignment,
  type Court,
  type Person,
  type Qualification,
  type Role,
} from '../domain'
import { nameOf } from './names'
import { fleck } from './spread'
import { peculiarities, type Peculiarity } from './peculiarities'
import { departments, teams } from './units'

/** One chair with somebody in it: `unit/role/1`, `unit/role/2`... */
interface Chair {
  readonly key: string
  readonly unit: string
  readonly role: Role
  readonly frontLine: boolean
}

type Lists = Pick<
  Court,
  'people' | 'assignments' | 'qualifications' | 'kinships' | 'leaves' | 'preferences' | 'wishAnswers'
>

/** A round before the court kept its plans here; what became of some wishes was entered by hand. */
const earlierRound = { round: 'lg-2020', date: '2020-07-01' }

/** Everybody at the court: where they sit, how they came there, what they can and wish. All of it is made up. */
export function peopleOfCourt(): Lists {
  const chairs = allChairs()
  const lists: Lists = {
    people: [],
    assignments: [],
    qualifications: [],
    kinships: [],
    leaves: [],
    preferences: [],
    wishAnswers: [],
  }
  const idOf = new Map(chairs.map(({ key }, i) => [key, `p${String(i + 1).padStart(3, '0')}`]))
  for (const [index, chair] of chairs.entries()) {
    const own = peculiarities[chair.key] ?? {}
    const person = personIn(chair, idOf.get(chair.key)!, index, own)
    lists.people.push(person)
    lists.assignments.push(...historyOf(person, chair, own))
    lists.qualifications.push(...qualificationsOf(person, chair, own))
    lists.preferences.push(...wishesOf(person, chair, own))
    if (own.answer !== undefined) lists.wishAnswers.push({ ...earlierRound, person: person.id, rank: 1, ...own.answer })
    for (const leave of own.leaves ?? []) lists.leaves.push({ person: person.id, ...leave })
    for (const [kind, other] of own.relatives ?? [])
      lists.kinships.push({ first: person.id, second: idOf.get(other)!, kind })
  }
  return lists
}

function allChairs(): Chair[] {
  const units = [
    ...departments.map((row) => ({ ...row, frontLine: row.kind !== 'administrative' })),
    ...teams.map((row) => ({ ...row, frontLine: true })),
  ]
  return units.flatMap(({ id: unit, staff, frontLine }) =>
    staff.flatMap(([role, count]) =>
      Array.from({ length: count }, (_, i) => ({ key: `${unit}/${role}/${i + 1}`, unit, role, frontLine })),
    ),
  )
}

/** First and last year in which people of a role joined. */
const joinedBetween: Readonly<Record<Role, readonly [number, number]>> = {
  judge: [1993, 2011],
  assistant: [2009, 2019],
  clerk: [2010, 2020],
  'enforcement-officer': [2000, 2017],
  bailiff: [2002, 2018],
  administrative: [1996, 2018],
}

function personIn({ key, role }: Chair, id: string, index: number, own: Peculiarity): Person {
  const [first, last] = joinedBetween[role]
  const year = first + Math.floor((last - first + 1) * fleck('joined', key))
  const contract = role === 'clerk' && fleck('contract', key) < 0.75
  return person.parse({
    id,
    name: nameOf(index),
    role,
    share: own.share,
    joined: own.joined ?? `${year}-${fleck('month', key) < 0.6 ? '07' : '03'}-01`,
    employment: contract ? 'contract' : 'civil-servant',
    leader: own.leader,
  } satisfies z.input<typeof person>)
}

/** Posts held before the present one, each for some years; a judge began as an assistant. */
function historyOf(person: Person, chair: Chair, own: Peculiarity): Assignment[] {
  const { key, unit, role, frontLine } = chair
  const served = differenceInMonths(dayOf('2022-01-01'), dayOf(person.joined))
  const present = Math.min(served, own.months ?? usualMonths(chair))
  const before = served - present
  const stays = before < 12 ? 0 : Math.min(3, 1 + Math.floor(before / 60))
  const row = (at: { unit: string; role: Role }, from: string, until: string | null): Assignment => ({
    person: person.id,
    unit: at.unit,
    role: at.role,
    from,
    until,
    kind: 'permanent',
    share: 1,
  })
  const start = (part: number): string =>
    dateOf(addMonths(dayOf(person.joined), stays === 0 ? 0 : Math.round((before * part) / stays)))
  const past = Array.from({ length: stays }, (_, i) => {
    const as: Role = role === 'judge' && i === 0 ? 'assistant' : role
    const place = own.past?.[i] ?? earlierUnit(as, unit, frontLine, `${key} ${i}`)
    return row({ unit: place, role: as }, start(i), dateOf(addDays(dayOf(start(i + 1)), -1)))
  })
  const since = start(stays)
  const shares =
    own.alsoIn === undefined ? [{ unit, share: 1 }] : [unit, own.alsoIn].map((at) => ({ unit: at, share: 0.5 }))
  const now = shares.map(({ unit: at, share }) => ({ ...row({ unit: at, role }, since, null), share }))
  const posted = own.postedTo
  return [
    ...past,
    ...now,
    ...(posted === undefined
      ? []
      : [{ ...row({ unit: posted.unit, role }, posted.from, posted.until), kind: 'temporary' as const }]),
  ]
}

/** Most have been long enough in their post to know its cases; one in six at the front line has not. */
const usualMonths = ({ key, role, frontLine }: Chair): number =>
  frontLine && role !== 'judge' && fleck('newcomer', key) < 0.17
    ? 4 + Math.floor(14 * fleck('present', key))
    : 34 + Math.floor(60 * fleck('present', key))

const departmentOf = (unit: string): string => teams.find(({ id }) => id === unit)?.department ?? unit

/** Another unit with a post of the role: mostly a team, so that people in offices know cases too. */
function earlierUnit(role: Role, unit: string, frontLine: boolean, key: string): string {
  const has = ({ id, staff }: { id: string; staff: readonly (readonly [Role, number])[] }): boolean =>
    id !== unit && staff.some(([each]) => each === role)
  const near = teams.filter((team) => has(team) && team.department === departmentOf(unit))
  // Judges keep to their field more than others do.
  const inTeams = role === 'judge' && near.length > 0 ? near : teams.filter(has)
  const inOffices = departments.filter(has)
  const office = inTeams.length === 0 || (inOffices.length > 0 && fleck('office', key) < (frontLine ? 0.2 : 0.35))
  const places = office ? inOffices : inTeams
  return places.length === 0 ? unit : places[Math.floor(places.length * fleck('earlier', key))]!.id
}

function qualificationsOf(person: Person, { key, unit, role, frontLine }: Chair, own: Peculiarity): Qualification[] {
  const held = (kind: Qualification['kind'], code: string, level: number | null): Qualification => ({
    person: person.id,
    kind,
    code,
    level,
    since: null,
    until: null,
  })
  const exam = own.exam ?? (role === 'judge' || (role === 'assistant' && fleck('exam', key) < 0.85))
  const typing = own.typing ?? (role === 'clerk' && frontLine ? 2 + Math.floor(4 * fleck('typing', key)) : 0)
  const wanted = teams.find(({ id }) => id === unit)?.skills ?? []
  const skills = ['mediation', 'accounting', 'counselling', 'engineering', 'asset-tracing'].filter(
    (code) =>
      fleck(code, key) < (wanted.includes(code) ? 0.9 : role === 'bailiff' ? 0 : role === 'judge' ? 0.05 : 0.15),
  )
  return [
    ...(exam ? [held('qualification', 'legal-exam', null)] : []),
    ...(typing > 0 ? [held('skill', 'typing', typing)] : []),
    ...skills.map((code) => held('skill', code, 1 + Math.floor(5 * fleck('level', code, key)))),
  ]
}

/** About a third of assistants and clerks have told where they would like to work. */
function wishesOf(person: Person, { key, unit, role }: Chair, own: Peculiarity): Lists['preferences'] {
  const units =
    own.wishes ??
    ((role === 'assistant' || role === 'clerk') && fleck('wish', key) < 0.3
      ? [0, 1].map((i) => teams[Math.floor(teams.length * fleck('wish', i, key))]!.id)
      : [])
  return [...new Set(units)]
    .filter((wish) => wish !== unit)
    .map((wish, i) => ({ person: person.id, rank: i + 1, unit: wish, role: null }))
}
