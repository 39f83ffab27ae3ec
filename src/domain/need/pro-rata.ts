import type { CalendarDate } from '../calendar'
import type { Court } from '../court'
import { haveOn } from '../have'
import type { Need, ProRataSum } from './sum'
import { countIn, hearingTeams, needWindow, total, windowsOfTeams, yearly } from './window'
import type { NeedFor } from './by-weights'
import type { Role } from '../role'
import { postId } from '../unit'
import { weightsOf } from './weights'

/**
 * Need where no year value is known: J_k = L_k / sum of L x sum of J. The people of a role in teams that hear cases are
 * shared out by load; fixed posts are set apart first. The load is weighted work where the role has any weight, else
 * newly filed cases, each brought to a year.
 */
export function needProRata(court: Court, date: CalendarDate): NeedFor {
  const window = needWindow(court, date)
  const windowOf = windowsOfTeams(court, window)
  const filed = countIn(court.caseload, window, 'filed')
  const hearing = hearingTeams(court)
  const weights = weightsOf(court)
  const have = haveOn(court, date)
  const posts = court.posts.filter(({ unit, ratioTo }) => hearing.has(unit) && ratioTo === null)
  const weighted = new Set<Role>(
    [...weights.values()].flatMap((of) =>
      Object.entries(of).flatMap(([role, w]) => (w.value > 0 ? [role as Role] : [])),
    ),
  )
  const loadOf = (unit: string, role: Role): number => {
    const cases = filed.get(unit) ?? new Map<string, number>()
    const load = weighted.has(role)
      ? [...cases].reduce((sum, [type, count]) => sum + count * (weights.get(type)?.[role]?.value ?? 0), 0)
      : total(cases)
    return yearly(load, windowOf(unit))
  }
  const sums = new Map<Role, { load: number; people: number }>()
  for (const { unit, role, fixed } of posts) {
    const { load, people } = sums.get(role) ?? { load: 0, people: 0 }
    const here = have.get(postId({ unit, role })) ?? 0
    sums.set(role, { load: load + loadOf(unit, role), people: people + here - fixed })
  }
  return ({ unit, role, fixed }): Need => {
    const { load: loadOfAll, people } = sums.get(role)!
    const load = loadOf(unit, role)
    const measure = weighted.has(role) ? 'weighted' : 'cases'
    const free = Math.max(0, people)
    const sum: ProRataSum = { mode: 'pro-rata', window: windowOf(unit), measure, load, loadOfAll, people: free, fixed }
    const known = { post: postId({ unit, role }), unit, role, sum }
    if (loadOfAll === 0)
      return free === 0
        ? { ...known, fte: fixed, why: null }
        : { ...known, fte: null, why: { code: 'load-missing', facts: { role } } }
    return { ...known, fte: (load / loadOfAll) * free + fixed, why: null }
  }
}
