import type { CalendarDate } from '../calendar'
import type { Court } from '../court'
import { prepareLanes, type LanePost, type Lanes } from './lanes'
import type { Role } from '../role'
import type { TeamTemplate } from '../settings'
import type { Team } from '../unit'

/** One role of a template: the heads it says, and those that the minutes imply for as many judges. */
export interface RatioLine {
  readonly role: Role
  /** Need of the teams of this kind and track, FTE. */
  readonly need: number | null
  readonly heads: number
  readonly implied: number | null
  /** Implied less the template's. */
  readonly difference: number | null
}

export interface ImpliedRatio {
  readonly kind: TeamTemplate['kind']
  readonly track: Team['track']
  readonly lines: readonly RatioLine[]
}

/** How many teams of a track the case mix supports, and the role that says so. */
export interface TeamSuggestion {
  readonly kind: TeamTemplate['kind']
  readonly track: Team['track']
  readonly present: number
  /** Null where it cannot be said. */
  readonly teams: number | null
  readonly reason: {
    readonly code: 'more-teams' | 'fewer-teams' | 'teams-fit' | 'no-cases' | 'template-missing' | 'year-value-missing'
    readonly facts: Readonly<Record<string, string | number>>
  }
}

/** Posts of teams of a kind and track, and how many such teams there are. */
const postsOf = (court: Court, posts: readonly LanePost[], kind: TeamTemplate['kind'], track: Team['track']) => {
  const departments = new Set(court.departments.filter((row) => row.kind === kind).map(({ id }) => id))
  const teams = court.teams.filter((team) => team.track === track && departments.has(team.department))
  const ids = new Set(teams.map(({ id }) => id))
  return { teams, posts: posts.filter(({ unit }) => ids.has(unit)) }
}

const needIn = (posts: readonly LanePost[], role: Role): number | null =>
  posts
    .filter((post) => post.role === role)
    .reduce<number | null>((sum, { need }) => (sum === null || need === null ? null : sum + need), 0)

/**
 * The ratio of roles that minutes imply (n_J : n_A : n_C = t_J/Y_J : t_A/Y_A : t_C/Y_C), scaled to the judges of each
 * template, beside what the template says. Null where a year value is missing or no judge is needed.
 */
export function impliedRatios(court: Court, date: CalendarDate): ImpliedRatio[] {
  const { posts } = prepareLanes(court, date)({})
  return court.settings.templates.map(({ kind, track, heads }) => {
    const own = postsOf(court, posts, kind, track).posts
    const judges = needIn(own, 'judge')
    const roles = new Set([...(Object.keys(heads) as Role[]), ...own.map(({ role }) => role)])
    const lines = [...roles].map((role): RatioLine => {
      const need = needIn(own, role)
      const said = heads[role] ?? 0
      const implied = need === null || judges === null || judges === 0 ? null : (need / judges) * (heads.judge ?? 1)
      return { role, need, heads: said, implied, difference: implied === null ? null : implied - said }
    })
    return { kind, track, lines }
  })
}

const kinds = ['trial', 'enforcement'] as const
const order = ['fast-track', 'ordinary', 'complex'] as const

/**
 * How many fast-track, ordinary and specialised (complex) teams the case mix supports, in a scenario of
 * lanes: need of the track / heads of one team's template, in the role that asks for
 * most, rounded half up, and one team at least where there are cases.
 */
export function suggestTeams(court: Court, { posts }: Pick<Lanes, 'posts'>): TeamSuggestion[] {
  return kinds.flatMap((kind) =>
    order.flatMap((track): TeamSuggestion[] => {
      const { teams, posts: own } = postsOf(court, posts, kind, track)
      const template = court.settings.templates.find((row) => row.kind === kind && row.track === track)
      if (teams.length === 0 && template === undefined) return []
      const known = { kind, track, present: teams.length }
      const unsure = (code: TeamSuggestion['reason']['code'], facts = {}, count: number | null = null) => [
        { ...known, teams: count, reason: { code, facts } },
      ]
      const asked = (Object.entries(template?.heads ?? {}) as [Role, number][]).filter(([, heads]) => heads > 0)
      if (asked.length === 0) return unsure('template-missing')
      const missing = asked.find(([role]) => needIn(own, role) === null)
      if (missing !== undefined) return unsure('year-value-missing', { role: missing[0] })
      const [first] = asked
        .map(([role, heads]) => ({ role, heads, need: needIn(own, role)!, exact: needIn(own, role)! / heads }))
        .toSorted((a, b) => b.exact - a.exact)
      const { role, heads, need, exact } = first!
      if (exact === 0) return unsure('no-cases', {}, 0)
      const count = Math.max(1, Math.floor(exact + 0.5))
      const code = count > teams.length ? 'more-teams' : count < teams.length ? 'fewer-teams' : 'teams-fit'
      return [{ ...known, teams: count, reason: { code, facts: { role, need, heads, exact, present: teams.length } } }]
    }),
  )
}
