import { addToMonth, monthsIn, needWindow, toldOf, type Court } from '../../domain'
import { countIn, total } from '../../domain/need/window'
import { shortOf, type PostStanding } from '../standing'
import { holdersOn } from '../teams/people-of-post'
import { verdictOf } from '../ui/format'

/** One thing that explains a gap, for a text of `need.reasons`; ids stand for themselves. */
export type Reason =
  | {
      readonly code: 'filings-up' | 'filings-down'
      readonly filed: number
      readonly before: number
      readonly months: number
    }
  | { readonly code: 'mostly'; readonly caseType: string; readonly share: number }
  | { readonly code: 'away'; readonly fte: number }
  | { readonly code: 'nobody' }

/** Less than this is no change worth a word. */
const notable = 0.05

/**
 * Why posts are short, as far as the court's rows tell: how filings of the team went against as many months before, the
 * case type that makes most of the work, who is away, and whether anybody is there. Nothing for a post that is not short.
 */
export function reasonsIn(court: Court, date: string): (standing: PostStanding) => Reason[] {
  const window = needWindow(court, date)
  const before = {
    ...window,
    from: addToMonth(window.from, -window.months),
    until: addToMonth(window.until, -window.months),
  }
  const months = new Set(court.caseload.map(({ month }) => month))
  const { misses } = toldOf(court)
  const both = monthsIn({ from: before.from, until: window.until })
  const told = both.every((month) => months.has(month))
  const comparable = (team: string): boolean => told && !both.some((month) => misses(team, month))
  const now = countIn(court.caseload, window, 'filed')
  const then = countIn(court.caseload, before, 'filed')
  const holders = holdersOn(court, date)

  return (standing) => {
    if (verdictOf(shortOf(standing), 0) !== 'short') return []
    const reasons: Reason[] = []
    const { sum } = standing.need
    const here = holders(standing.post)
    if (here.length === 0) reasons.push({ code: 'nobody' })
    const away = here.filter((holder) => holder.away).reduce((all, { share, person }) => all + share * person.share, 0)
    if (away > 0) reasons.push({ code: 'away', fte: away })
    const filed = total(now.get(standing.unit.id))
    const earlier = total(then.get(standing.unit.id))
    if (comparable(standing.unit.id) && earlier > 0 && Math.abs(filed - earlier) >= notable * earlier)
      reasons.push({
        code: filed > earlier ? 'filings-up' : 'filings-down',
        filed,
        before: earlier,
        months: window.months,
      })
    if (sum.mode === 'weights') {
      const all = sum.lines.reduce((minutes, line) => minutes + line.minutes, 0)
      const [most] = sum.lines.toSorted((a, b) => b.minutes - a.minutes)
      if (most !== undefined && sum.lines.length > 1)
        reasons.push({ code: 'mostly', caseType: most.caseType, share: most.minutes / all })
    }
    return reasons
  }
}
