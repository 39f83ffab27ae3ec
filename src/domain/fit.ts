import { highestLevel } from './person'
import type { Candidate, Part, Post, Problem, Unit } from './problem'

/** What full marks are for each part; together 100. */
export const fitParts = { role: 40, experience: 25, skills: 15, level: 10, distance: 10 } as const
export type FitPart = keyof typeof fitParts

/** Months in a case category after which more of the same adds nothing. */
export const experiencedMonths = 36

export interface Fit {
  /** 0 to 100, whole; of one post the sum of the parts. */
  readonly points: number
  readonly parts: { readonly [part in FitPart]: number }
}

type Places = Pick<Problem, 'unit' | 'post'>
type Asked = Pick<Unit, 'categories' | 'skills' | 'site'>

const nothingAsked: Asked = { categories: [], skills: [], site: null }

/** Null on both sides is the main building, which is a site like any other. */
const servesAt = ({ unit, post }: Places, { present }: Candidate, site: string | null): boolean =>
  present.some((part) => (unit.get(post.get(part.post)?.unit ?? '') ?? nothingAsked).site === site)

/** The facts that the points of a fit rest on, for a sentence beside each part. */
export interface FitGrounds {
  readonly ownRole: boolean
  /** The unit asks for neither categories nor skills. */
  readonly office: boolean
  /** The category of the unit that the person knows best, the first of equals; null where it asks for none. */
  readonly best: { readonly category: string; readonly months: number } | null
  /** Skills that the unit asks for; `level` is null for one held without a level. */
  readonly skills: readonly { readonly code: string; readonly held: boolean; readonly level: number | null }[]
  /** Where the unit is; null is the main building. */
  readonly site: string | null
  /** Whether the person serves there now; null where they have no post. */
  readonly near: boolean | null
}

export function fitGrounds(problem: Places, person: Candidate, post: Post): FitGrounds {
  const { categories, skills, site } = problem.unit.get(post.unit) ?? nothingAsked
  let best: FitGrounds['best'] = null
  for (const category of categories) {
    const months = person.experience[category] ?? 0
    if (best === null || months > best.months) best = { category, months }
  }
  return {
    ownRole: person.role === post.role,
    office: categories.length === 0 && skills.length === 0,
    best,
    skills: skills.map((code) => ({
      code,
      held: code in person.qualifications,
      level: person.qualifications[code] ?? null,
    })),
    site,
    near: person.present.length === 0 ? null : servesAt(problem, person, site),
  }
}

type InUnit = Omit<Fit['parts'], 'role'>

function fitInUnit({ office, best, skills, near }: FitGrounds): InUnit {
  const known = best === null ? 1 : Math.min(best.months, experiencedMonths) / experiencedMonths
  const mean = (of: (skill: FitGrounds['skills'][number]) => number): number =>
    skills.length === 0 ? 1 : skills.reduce((sum, skill) => sum + of(skill), 0) / skills.length
  return {
    experience: office ? 0 : Math.round(fitParts.experience * known),
    skills: office ? 0 : Math.round(fitParts.skills * mean(({ held }) => (held ? 1 : 0))),
    level: office
      ? 0
      : Math.round(fitParts.level * mean(({ held, level }) => (held ? (level ?? highestLevel) / highestLevel : 0))),
    distance: near === false ? 0 : fitParts.distance,
  }
}

/**
 * How well a person fits a post (人岗相适应), in whole points:
 * - role (40): the post is of the person's own role;
 * - experience (25): months in the case category of the unit that the person knows best, full at 36;
 * - skills (15): the share of the skills that the unit asks for which the person holds;
 * - level (10): over the skills that the unit asks for, the mean of level / 5; one held without a level counts in full,
 *   one not held counts nothing;
 * - distance (10): the post is at a site where the person serves now, units without a site being in the main building;
 *   whoever has no post now is near everywhere.
 * A unit that asks for no categories gives experience in full, one that asks for no skills gives skills and level in
 * full; a unit that asks for neither, as offices do, gives none of the three. So among posts of one role at one site an
 * office never has more points than another unit, nor has an office anywhere more than the unit where the person is:
 * fit draws nobody away from the cases.
 *
 * All but the role is alike for a person's posts in one unit; whoever asks for many of them hands in where it is `known`.
 */
export function fitOf(problem: Places, person: Candidate, post: Post, known = new Map<string, InUnit>()): Fit {
  const inUnit = known.get(post.unit) ?? fitInUnit(fitGrounds(problem, person, post))
  known.set(post.unit, inUnit)
  const { experience, skills, level, distance } = inUnit
  const role = person.role === post.role ? fitParts.role : 0
  const points = role + experience + skills + level + distance
  return { points, parts: { role, experience, skills, level, distance } }
}

/** The fit of a seat: of a split, the means by share; the points are rounded to whole ones, the parts are not. */
export function fitOfParts(
  problem: Places,
  person: Candidate,
  parts: readonly Part[],
  known = new Map<string, InUnit>(),
): Fit {
  const postOf = ({ post }: Part): Post => problem.post.get(post) as Post
  if (parts.length === 1) return fitOf(problem, person, postOf(parts[0]!), known)
  const shares = parts.reduce((sum, { share }) => sum + share, 0)
  const each = parts.map((part) => ({ share: part.share, fit: fitOf(problem, person, postOf(part), known) }))
  const mean = (of: (fit: Fit) => number): number =>
    each.reduce((sum, { share, fit }) => sum + share * of(fit), 0) / shares
  return {
    points: Math.round(mean(({ points }) => points)),
    parts: {
      role: mean(({ parts }) => parts.role),
      experience: mean(({ parts }) => parts.experience),
      skills: mean(({ parts }) => parts.skills),
      level: mean(({ parts }) => parts.level),
      distance: mean(({ parts }) => parts.distance),
    },
  }
}
