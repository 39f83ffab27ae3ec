import { fteWords } from '@/locales/words'
import { headsInPlan, type Plan, type Problem, type UnitChoice } from '../../domain'
import { useT } from '../i18n'
import { useNames } from '../use-names'

type Heads = ReturnType<typeof headsInPlan>

/** Units that are for a plan to set up or to close, in words. */
export function useUnitWords() {
  const { t } = useT()
  const { place, role } = useNames()

  /** What a plan makes of the unit, and what of its need it covers. */
  function choiceSaid({ unit, becomes, before, after, need, covered }: UnitChoice): string {
    const text = t(`units.choices.${becomes}`, { unit: place(unit), before, after })
    return need === 0 ? text : t('units.choices.withNeed', { text, need: fteWords(need), covered: fteWords(covered) })
  }
  const listed = (heads: readonly { role: Heads[number]['role']; count: number }[]): string =>
    heads.map((each) => t('units.choices.heads', { role: role(each.role), count: each.count })).join(t('units.and'))
  /** What a unit takes to be open. */
  const takesSaid = (heads: readonly Pick<Heads[number], 'role' | 'least'>[]): string =>
    listed(heads.filter(({ least }) => least > 0).map((each) => ({ role: each.role, count: each.least })))

  /** The same at the head of a column, in a word; of a unit that is open in part, what it lacks. */
  function note(problem: Problem, plan: Plan, { unit, becomes, before }: UnitChoice): { text: string; half: boolean } {
    const posts = headsInPlan(problem, plan, unit)
    const lacking = posts.flatMap(({ role, least, heads }) => (heads < least ? [{ role, count: least - heads }] : []))
    if (becomes === 'left-out')
      return { text: t('units.choices.note.left-out', { heads: takesSaid(posts) }), half: false }
    if (becomes === 'closed' || lacking.length === 0) return { text: t(`units.choices.note.${becomes}`), half: false }
    return { text: t(`units.choices.note.${before > 0 ? 'halfKept' : 'half'}`, { heads: listed(lacking) }), half: true }
  }
  return { choiceSaid, takesSaid, note }
}
