import type { Candidate, Post, Problem } from './problem'

/** What full marks are for each part; together 100. */
export const fitParts = { role: 50, experience: 30, skills: 20 } as const

/** Months in a case category after which more of the same adds nothing. */
export const experiencedMonths = 36

export interface Fit {
  /** 0 to 100, the sum of the parts. */
  readonly points: number
  readonly parts: { readonly [part in keyof typeof fitParts]: number }
}

/**
 * How well a person fits a post (人岗相适应), in whole points:
 * the post is of the person's own role (50); months in the case category of the team the person knows best, full at
 * 36 (30); skills that the team asks for and the person has (20). A team that asks for only one of the two gives the
 * other in full; a unit that asks for neither, as offices do, gives none: fit draws nobody away from the cases.
 */
export function fitOf(problem: Pick<Problem, 'unit'>, person: Candidate, post: Post): Fit {
  const unit = problem.unit.get(post.unit)
  const categories = unit?.categories ?? []
  const skills = unit?.skills ?? []
  const office = categories.length === 0 && skills.length === 0
  const months = Math.max(0, ...categories.map((category) => person.experience[category] ?? 0))
  const known = categories.length === 0 ? 1 : Math.min(months, experiencedMonths) / experiencedMonths
  const held = skills.length === 0 ? 1 : skills.filter((code) => code in person.qualifications).length / skills.length
  const parts = {
    role: person.role === post.role ? fitParts.role : 0,
    experience: office ? 0 : Math.round(fitParts.experience * known),
    skills: office ? 0 : Math.round(fitParts.skills * held),
  }
  return { points: parts.role + parts.experience + parts.skills, parts }
}
