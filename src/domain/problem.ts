import type { Burden } from './burden'
import type { CalendarDate } from './calendar'
import type { Fill, TeamTemplate } from './settings'
import type { Kinship, Leave } from './person'
import type { Decision } from './round'
import type { Role } from './role'
import { type PostId, type Department, type Duty, type Team, type UnitStatus } from './unit'

/** Whole thousandths: of an FTE, or of a share. */
export type Thousandths = number

/** A unit at the round's date. `frontLine`: it hears or enforces cases. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly frontLine: boolean
  readonly track: Team['track'] | null
  readonly categories: readonly string[]
  readonly skills: readonly string[]
  /** Where its people go to work; null is the court's main building. */
  readonly site: string | null
  readonly status: UnitStatus
}

/**
 * A post as the planner sees it: a unit and a role, its need, its ceiling in heads, and the heads its unit takes there
 * to be open.
 */
export interface Post {
  readonly id: PostId
  readonly unit: string
  readonly department: string
  readonly role: Role
  readonly frontLine: boolean
  readonly need: Thousandths
  readonly ceiling: number | null
  readonly least: number
  readonly duty: Duty | null
}

export interface Part {
  readonly post: PostId
  readonly share: Thousandths
}

/** A person on the round's date, with the facts that rules ask for. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly leader: boolean
  readonly courtLeader: boolean
  readonly joined: CalendarDate
  /** Last day of probation; null where none applies. */
  readonly probationUntil: CalendarDate | null
  /** What the person can give: contract share, nothing while seconded or on long leave. */
  readonly availability: Thousandths
  /** Long leave or secondment on the date. */
  readonly away: Pick<Leave, 'kind' | 'until'> | null
  /** Pregnancy, nursing or medical treatment on the date. */
  readonly protection: Pick<Leave, 'kind' | 'until' | 'consents'> | null
  readonly underReview: boolean
  readonly lawyerRelative: boolean
  readonly mentor: string | null
  readonly worksWith: string | null
  readonly conflictUnits: readonly string[]
  /** Codes of qualifications and skills valid on the date, with their level (null where none). */
  readonly qualifications: Readonly<Record<string, number | null>>
  /** Months of work by case category, over the whole history. */
  readonly experience: Readonly<Record<string, number>>
  /** Where the person is; empty for the bench. */
  readonly present: readonly Part[]
  /** First day in the present post; null on the bench. */
  readonly since: CalendarDate | null
  /** First day in each of the present posts. */
  readonly held: Readonly<Record<PostId, CalendarDate>>
  /** First days in units that the person was transferred to, rising. */
  readonly transfers: readonly CalendarDate[]
  /** Last day in each unit that the person has left. */
  readonly leftUnits: Readonly<Record<string, CalendarDate>>
  /** A temporary posting on the date, and the seat that waits at home; `home` is empty for none. */
  readonly posting: {
    readonly from: CalendarDate
    readonly until: CalendarDate | null
    readonly home: readonly Part[]
  } | null
  /** What the person has carried in earlier rounds and not yet laid down. */
  readonly burden: Burden
  readonly preferences: readonly { readonly rank: number; readonly unit: string; readonly role: Role | null }[]
}

/** What is given, as plain data: it crosses threads and files. */
export interface ProblemData {
  readonly court: { readonly id: string; readonly name: string; readonly example: boolean }
  readonly date: CalendarDate
  readonly departments: readonly Department[]
  readonly units: readonly Unit[]
  readonly posts: readonly Post[]
  readonly people: readonly Candidate[]
  readonly fills: readonly Fill[]
  readonly templates: readonly TeamTemplate[]
  readonly kinships: readonly Kinship[]
  /** Offered splits of a person between posts; present splits are offered without being named. */
  readonly splits: readonly { readonly person: string; readonly parts: readonly Part[] }[]
  readonly decisions: readonly Decision[]
}

/** This person in this post (or in these parts of posts). */
export interface Seat {
  /** `person@unit/role`, or `person@unit/role:500+unit/role:500`. */
  readonly id: string
  /** Place in `problem.seats`. */
  readonly index: number
  readonly person: Candidate
  readonly parts: readonly Part[]
  /** The person is here now. */
  readonly present: boolean
}

/**
 * What is given, with its look-ups. Every seat a plan may take is in `seats`: ineligible ones too, so that rules can
 * name them.
 */
export interface Problem extends ProblemData {
  readonly seats: readonly Seat[]
  readonly person: ReadonlyMap<string, Candidate>
  readonly post: ReadonlyMap<PostId, Post>
  readonly unit: ReadonlyMap<string, Unit>
  readonly department: ReadonlyMap<string, Department>
  /** By id. */
  readonly seat: Pick<ReadonlyMap<string, Seat>, 'get' | 'has'>
  seatsOf(person: string): readonly Seat[]
  seatsInPost(post: PostId): readonly Seat[]
  seatsInUnit(unit: string): readonly Seat[]
  seatsInDepartment(department: string): readonly Seat[]
  /** The seat where the person is now; undefined on the bench. */
  presentSeat(person: string): Seat | undefined
}

export const seatId = (person: string, parts: readonly Part[]): string =>
  parts.length === 1 && parts[0]!.share === 1000
    ? `${person}@${parts[0]!.post}`
    : `${person}@${parts.map(({ post, share }) => `${post}:${share}`).join('+')}`

/** Reads the parts back out of a seat's id. */
export const partsOfSeat = (id: string): Part[] =>
  id
    .slice(id.indexOf('@') + 1)
    .split('+')
    .map((part) => {
      const [post = '', share] = part.split(':')
      return { post, share: share === undefined ? 1000 : Number(share) }
    })

export const unitOfPost = (post: PostId): string => post.slice(0, post.indexOf('/'))
export const roleOfPost = (post: PostId): Role => post.slice(post.indexOf('/') + 1) as Role

/** Parts in the one order that seat ids know. */
export const inOrder = (parts: readonly Part[]): Part[] =>
  parts.toSorted((a, b) => (a.post < b.post ? -1 : a.post > b.post ? 1 : 0))

/** FTE that the seat gives to the post, in whole thousandths. */
export const fteIn = (seat: Seat, post: PostId): Thousandths => {
  let sum = 0
  for (const part of seat.parts)
    if (part.post === post) sum += Math.round((part.share * seat.person.availability) / 1000)
  return sum
}

/**
 * Most seats that are written out. At as many a page of the round takes some seconds and two thirds of a gigabyte, a
 * run twice that; a court of 1,000 people and 200 teams has 600,000.
 */
export const mostSeats = 2_000_000

/** The court has too many people and posts to be planned at once. */
export class CourtTooLarge extends Error {
  readonly code = 'court-too-large'
  constructor(readonly facts: { people: number; posts: number; seats: number; most: number }) {
    super(
      `${facts.people} people and ${facts.posts} posts are ${facts.seats} seats; at most ${facts.most} can be planned.`,
    )
  }
}

/** Throws CourtTooLarge; costs nothing, where writing out so many seats could cost the whole page or process. */
export function refuseTooLarge({ people, posts }: Pick<ProblemData, 'people' | 'posts'>): void {
  const seats = people.length * posts.length
  if (seats > mostSeats) throw new CourtTooLarge({ people: people.length, posts: posts.length, seats, most: mostSeats })
}

/** Roles of posts that somebody of this role may fill, with or without a qualification that they ask for. */
export const rolesFilled = ({ fills }: Pick<ProblemData, 'fills'>, role: Role): ReadonlySet<Role> =>
  new Set(fills.flatMap((fill) => (fill.role === role ? [fill.post] : [])))

/** Nothing that the front line needs is known: goals about need count for nothing, and only rules move people. */
export const isIdle = ({ posts }: Pick<ProblemData, 'posts'>): boolean =>
  posts.every(({ frontLine, need }) => !frontLine || need === 0)

/** Seats of one post, unit or department, person by person; a seat that has several parts there stands once. */
const add = (list: Seat[], seat: Seat): void => {
  if (list.at(-1) !== seat) list.push(seat)
}

const listOf = (index: Map<string, Seat[]>, key: string): Seat[] => {
  const known = index.get(key) ?? []
  index.set(key, known)
  return known
}

/**
 * Writes out the full grid of seats, once per problem, in an order that depends on the ids alone. Throws CourtTooLarge.
 */
export function defineProblem(data: ProblemData): Problem {
  refuseTooLarge(data)
  const seats: Seat[] = []
  const byPerson = new Map<string, Seat[]>()
  const byPost = new Map<string, Seat[]>()
  const byUnit = new Map<string, Seat[]>()
  const byDepartment = new Map<string, Seat[]>()
  const present = new Map<string, Seat>()
  const posts = data.posts
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, unit, department }) => ({
      id,
      // Every person's seat there has the very same parts.
      parts: [{ post: id, share: 1000 }] as const,
      lists: [listOf(byPost, id), listOf(byUnit, unit), listOf(byDepartment, department)],
    }))
  const place = new Map(posts.map(({ id }, at) => [id, at]))
  // A list of all ids would be larger than the seats: full-time seats are found by their place among the person's.
  const find = (id: string): Seat | undefined => {
    const person = byPerson.get(id.slice(0, id.indexOf('@')))
    const at = place.get(id.slice(id.indexOf('@') + 1))
    return at === undefined ? person?.slice(posts.length).find((seat) => seat.id === id) : person?.[at]
  }
  const offer = (id: string, person: Candidate, parts: readonly Part[], presentId: string | undefined): Seat => {
    const seat: Seat = { id, index: seats.length, person, parts, present: id === presentId }
    seats.push(seat)
    if (seat.present) present.set(person.id, seat)
    return seat
  }
  for (const person of data.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const now = inOrder(person.present)
    const presentId = now.length === 0 ? undefined : seatId(person.id, now)
    const own = posts.map(({ id, parts, lists }) => {
      const seat = offer(`${person.id}@${id}`, person, parts, presentId)
      for (const list of lists) add(list, seat)
      return seat
    })
    byPerson.set(person.id, own)
    const splits = data.splits.filter((split) => split.person === person.id).map(({ parts }) => inOrder(parts))
    for (const parts of now.length > 0 ? [now, ...splits] : splits) {
      const id = seatId(person.id, parts)
      if (find(id) !== undefined) continue
      const seat = offer(id, person, parts, presentId)
      own.push(seat)
      for (const part of parts) {
        const at = place.get(part.post)
        if (at === undefined) throw new Error(`Seat ${id} names a post that is not in the problem.`)
        for (const list of posts[at]!.lists) add(list, seat)
      }
    }
  }
  const none: readonly Seat[] = []
  return {
    ...data,
    seats,
    person: new Map(data.people.map((row) => [row.id, row])),
    post: new Map(data.posts.map((row) => [row.id, row])),
    unit: new Map(data.units.map((row) => [row.id, row])),
    department: new Map(data.departments.map((row) => [row.id, row])),
    seat: { get: find, has: (id) => find(id) !== undefined },
    seatsOf: (key) => byPerson.get(key) ?? none,
    seatsInPost: (key) => byPost.get(key) ?? none,
    seatsInUnit: (key) => byUnit.get(key) ?? none,
    seatsInDepartment: (key) => byDepartment.get(key) ?? none,
    presentSeat: (key) => present.get(key),
  }
}
