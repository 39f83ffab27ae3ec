import type { Basis, OutlookAnswer } from '../forecast/questions'

type Teams = OutlookAnswer['teams']

/** Pending cases now and expected at the end, of all teams together; null where not every team can be told. */
export function pendingOfAll(teams: Teams, basis: Basis): { readonly now: number; readonly then: number } | null {
  let [now, then] = [0, 0]
  for (const team of teams) {
    const courses = team.why === null ? team.each[basis] : null
    if (team.why !== null || courses === null) return null
    now += team.stock
    then += courses.before.months.at(-1)!.pending
  }
  return teams.length === 0 ? null : { now, then }
}

/** From this share of the cases closed on, a pace beyond the weights is worth a word. */
const notable = 0.2

/**
 * Teams that close notably more than normal hours at the case weights allow, so that cases would pile up if they could
 * not keep that up.
 */
export const strained = (teams: Teams): string[] =>
  teams.flatMap((team) => {
    if (team.why !== null || team.each.measured === null || team.each.weights === null) return []
    const [measured, weights] = [team.each.measured, team.each.weights].map(({ before }) => before.months.at(-1)!)
    const isStrained =
      measured!.capacity - weights!.capacity > notable * measured!.capacity &&
      Math.round(weights!.pending) > Math.round(measured!.pending)
    return isStrained ? [team.team] : []
  })
