import {
  experiencedMonths,
  fitGrounds,
  fitOfParts,
  fitParts,
  highestLevel,
  type Candidate,
  type Fit,
  type FitPart,
  type Part,
  type PostId,
  type Problem,
} from '../../domain'
import { useT } from '../i18n'
import { number } from '../ui/format'
import { useNames } from '../use-names'

/** One part of a fit: the points under the present post and the next, and what they rest on, post by post. */
export interface FitRow {
  readonly part: FitPart
  readonly full: number
  readonly before: number | null
  readonly after: number | null
  readonly reasons: readonly { readonly post: PostId; readonly words: string }[]
}

/** How a fit is read: rows of its parts, with reasons in words. Reasons are those of the next post, if there is one. */
export function useFitRows() {
  const { t } = useT()
  const names = useNames()
  const list = (words: readonly string[]): string => words.join(t('units.and'))

  function reasons(place: Pick<Problem, 'unit' | 'post'>, person: Candidate, id: PostId): Record<FitPart, string> {
    const post = place.post.get(id)!
    const { ownRole, office, best, skills, site, near } = fitGrounds(place, person, post)
    const held = skills.filter((skill) => skill.held).map(({ code }) => names.skill(code))
    const at = { site: site ?? t('people.burden.mainSite') }
    const experience = (): string => {
      if (best === null) return t('people.fit.why.anyCategory')
      if (best.months === 0)
        return t('people.fit.why.noMonths', { categories: list(place.unit.get(post.unit)?.categories ?? []) })
      return t('people.fit.why.months', { ...best, months: number(best.months), full: experiencedMonths })
    }
    const level = ({ code, held, level }: (typeof skills)[number]): string => {
      const skill = names.skill(code)
      if (!held) return t('people.fit.why.notHeld', { skill })
      return level === null
        ? t('people.fit.why.noLevel', { skill })
        : t('people.fit.why.level', { skill, level, full: highestLevel })
    }
    const asks = (words: () => string): string => {
      if (office) return t('people.fit.why.office')
      return skills.length === 0 ? t('people.fit.why.anySkill') : words()
    }
    return {
      role: ownRole ? t('people.fit.why.ownRole') : t('people.fit.why.otherRole', { role: names.role(post.role) }),
      experience: office ? t('people.fit.why.office') : experience(),
      skills: asks(() =>
        held.length === 0
          ? t('people.fit.why.heldNone', {
              asked: skills.length,
              skills: list(skills.map(({ code }) => names.skill(code))),
            })
          : t('people.fit.why.held', { asked: skills.length, held: held.length, skills: list(held) }),
      ),
      level: asks(() => skills.map(level).join(t('ui.comma'))),
      distance: near === null ? t('people.fit.why.noSite') : t(`people.fit.why.${near ? 'near' : 'far'}`, at),
    }
  }

  /** `from` and `to` are the posts before and after; none for the bench. */
  function rowsOf(
    place: Pick<Problem, 'unit' | 'post'>,
    person: Candidate,
    from: readonly Part[],
    to: readonly Part[],
  ): { readonly before: Fit | null; readonly after: Fit | null; readonly rows: readonly FitRow[] } {
    const fit = (parts: readonly Part[]): Fit | null => (parts.length === 0 ? null : fitOfParts(place, person, parts))
    const [before, after] = [fit(from), fit(to)]
    const said = (to.length > 0 ? to : from).map(({ post }) => ({ post, words: reasons(place, person, post) }))
    const rows = (Object.keys(fitParts) as FitPart[]).map((part): FitRow => ({
      part,
      full: fitParts[part],
      before: before?.parts[part] ?? null,
      after: after?.parts[part] ?? null,
      reasons: said.map(({ post, words }) => ({ post, words: words[part] })),
    }))
    return { before, after, rows }
  }
  return { rowsOf }
}
