import { burdenOf, ledgerBefore, sitesOf } from './burden'
import { covers } from './calendar'
import { postingOn, transfersOf, unitsLeft } from './career'
import type { Court } from './court'
import {
  absenceOn,
  assignmentsOn,
  availabilityOf,
  experienceBefore,
  groupByPerson,
  inPostSince,
  isHere,
  probationUntil,
  protectionOn,
  type Places,
} from './have'
import { needOf } from './need/need'
import { leastHeads } from './unit-choice'
import type { Person, Qualification } from './person'
import {
  inOrder,
  partsOfSeat,
  seatId,
  type Candidate,
  type Part,
  type Post,
  type ProblemData,
  type Unit,
} from './problem'
import type { Decision, Round } from './round'
import { postId, type PostId } from './unit'

/** Why a pin stands that nobody set by hand: the round leaves the person or the department out. */
export const excludedReason = 'excluded'

/**
 * The court on the round's date: who is there and where, what each post needs, and the human decisions.
 * A post whose need cannot be computed stands with need 0, so that no goal counts it; `needOf` says why.
 */
export function problemOf(court: Court, round: Round): ProblemData {
  const units = unitsOf(court)
  const people = candidatesOn(court, round.date)
  const here = new Set(people.map(({ id }) => id))
  const decisions = decisionsOf(court, round, people)
  return {
    court: { id: court.id, name: court.name, example: court.example },
    date: round.date,
    departments: court.departments,
    units,
    posts: postsOn(court, round.date, units),
    people,
    fills: court.settings.fills,
    templates: court.settings.templates,
    kinships: court.kinships.filter(({ first, second }) => here.has(first) && here.has(second)),
    splits: [...splitsIn(court.posts.map(postId), decisions), ...homesOf(people)],
    decisions,
  }
}

/** Teams, departments without teams, and departments that have posts of their own beside their teams. */
export function unitsOf(court: Pick<Court, 'departments' | 'teams' | 'posts'>): Unit[] {
  const withPosts = new Set(court.posts.map(({ unit }) => unit))
  const siteOf = sitesOf(court)
  return court.departments.flatMap((department): Unit[] => {
    const frontLine = department.kind !== 'administrative'
    const teams = court.teams.filter((team) => team.department === department.id)
    const own: Unit[] =
      teams.length === 0 || withPosts.has(department.id)
        ? [
            {
              id: department.id,
              name: department.name,
              department: department.id,
              frontLine,
              track: null,
              categories: [],
              skills: [],
              site: siteOf(department.id),
              status: department.status,
            },
          ]
        : []
    return [...own, ...teams.map((team) => ({ ...team, frontLine, site: siteOf(team.id) }))]
  })
}

function postsOn(court: Court, date: string, units: readonly Unit[]): Post[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const need = new Map(needOf(court, date).map(({ post, fte }) => [post, fte ?? 0]))
  return court.posts.map((post): Post => {
    const { unit, role, ceiling, duty } = post
    const { department, frontLine } = unitOf.get(unit)!
    const id = postId(post)
    const least = leastHeads(court, post)
    return { id, unit, department, role, frontLine, need: Math.round(need.get(id)! * 1000), ceiling, least, duty }
  })
}

/** Everybody who works at the court on the date, with the facts that rules and goals ask for. */
export function candidatesOn(court: Court, date: string): Candidate[] {
  const places = assignmentsOn(court, date)
  const history = groupByPerson(court.assignments)
  const leaves = groupByPerson(court.leaves)
  const held = groupByPerson(court.qualifications)
  const wishes = groupByPerson(court.preferences)
  const teams = new Map(court.teams.map((team) => [team.id, team.categories]))
  const answers = groupByPerson(court.wishAnswers)
  const siteOf = sitesOf(court)
  const { longLeaveDays } = court.settings
  return court.people
    .filter((person) => isHere(person, date))
    .map((person): Candidate => {
      const { id, name, role, leader, joined, courtLeader, underReview, lawyerRelative } = person
      const { mentor, worksWith, conflictUnits } = person
      const present = partsOf(places.get(id))
      const away = leaves.get(id) ?? []
      const past = history.get(id) ?? []
      const inPost = Object.fromEntries(present.map(({ post }) => [post, inPostSince(past, post, date)!]))
      const posting = postingOn(past, date)
      return {
        id,
        name,
        role,
        leader,
        courtLeader,
        joined,
        probationUntil: probationOn(person, date),
        availability: Math.round(availabilityOf(person, away, date, longLeaveDays) * 1000),
        away: absenceOn(away, date, longLeaveDays),
        protection: protectionOn(away, date),
        underReview,
        lawyerRelative,
        mentor,
        worksWith,
        conflictUnits,
        qualifications: qualificationsOn(held.get(id) ?? [], date),
        experience: experienceBefore(past, date, (unit) => teams.get(unit) ?? []),
        present,
        since: Object.values(inPost).toSorted().at(-1) ?? null,
        held: inPost,
        transfers: transfersOf(past, date),
        leftUnits: unitsLeft(past, date),
        posting: posting && { ...posting, home: partsOf(posting.home) },
        burden: burdenOf(
          ledgerBefore({ assignments: past, wishAnswers: answers.get(id) ?? [] }, date, court.settings, siteOf),
        ),
        preferences: (wishes.get(id) ?? [])
          .map(({ rank, unit, role }) => ({ rank, unit, role }))
          .toSorted((a, b) => a.rank - b.rank),
      }
    })
}

const partsOf = (places: Places = new Map()): Part[] =>
  inOrder([...places].map(([post, share]) => ({ post, share: Math.round(share * 1000) })))

const probationOn = (person: Person, date: string): string | null => {
  const until = probationUntil(person)
  return until !== null && date <= until ? until : null
}

/** Codes valid on the date, each with the highest level held. */
function qualificationsOn(rows: readonly Qualification[], date: string): Record<string, number | null> {
  const valid: Record<string, number | null> = {}
  for (const { code, level, since, until } of rows) {
    if (!covers({ from: since ?? '', until }, date)) continue
    valid[code] = level === null ? (valid[code] ?? null) : Math.max(level, valid[code] ?? level)
  }
  return valid
}

/** The round's own decisions, and a pin for each person whom the round leaves out and nobody has pinned by hand. */
function decisionsOf(court: Court, round: Round, people: readonly Candidate[]): Decision[] {
  const department = new Map(unitsOf(court).map((unit) => [unit.id, unit.department]))
  const here = new Set(people.map(({ id }) => id))
  const own = round.decisions.filter(({ person }) => here.has(person))
  const pinned = new Set(own.filter(({ kind }) => kind === 'pin').map(({ person }) => person))
  const out = people.filter(
    ({ id, present }) =>
      !pinned.has(id) &&
      (round.excludedPeople.includes(id) ||
        present.some(({ post }) =>
          round.excludedDepartments.includes(department.get(post.slice(0, post.indexOf('/')))!),
        )),
  )
  return [
    ...own,
    ...out.map(({ id, present }): Decision => ({
      kind: 'pin',
      person: id,
      seat: present.length === 0 ? null : seatId(id, present),
      reason: excludedReason,
    })),
  ]
}

/** The seats that wait at home for people who are posted elsewhere: they must be offered, splits and all. */
const homesOf = (people: readonly Candidate[]): ProblemData['splits'] =>
  people.flatMap(({ id, posting }) =>
    posting === null || posting.home.length === 0 ? [] : [{ person: id, parts: posting.home }],
  )

/** Splits that decisions name: a person pinned between posts must be offered that seat. */
export function splitsIn(known: readonly PostId[], decisions: readonly Decision[]): ProblemData['splits'] {
  const posts = new Set(known)
  return decisions.flatMap(({ person, seat }) => {
    const parts = seat === null ? [] : partsOfSeat(seat)
    const sound = parts.every(({ post, share }) => posts.has(post) && Number.isInteger(share) && share > 0)
    return sound && parts.some(({ share }) => share !== 1000) ? [{ person, parts }] : []
  })
}
