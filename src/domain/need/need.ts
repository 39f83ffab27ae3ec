import type { CalendarDate } from '../calendar'
import type { Court } from '../court'
import { needByPeers } from './peers'
import { needProRata } from './pro-rata'
import type { Need, RatioSum } from './sum'
import { needFromWeights, type NeedFor } from './by-weights'
import { hearingTeams } from './window'
import type { Settings } from '../settings'
import { postId, type CourtPost } from '../unit'

const modes: Record<Settings['needMode'], (court: Court, date: CalendarDate) => NeedFor> = {
  weights: needFromWeights,
  peers: needByPeers,
  'pro-rata': needProRata,
}

/**
 * Need of every post on the date, in the order of the court's posts, in the mode of its settings or the one given.
 * Posts that hear no cases need their fixed FTE alone, in every mode.
 */
export function needOf(court: Court, date: CalendarDate, mode = court.settings.needMode): Need[] {
  const hearing = hearingTeams(court)
  const byWeights = needFromWeights(court, date)
  const ofTeams = mode === 'weights' ? byWeights : modes[mode](court, date)
  const plain = new Map(
    court.posts
      .filter(({ ratioTo }) => ratioTo === null)
      .map((post) => [postId(post), hearing.has(post.unit) ? ofTeams(post) : byWeights(post)]),
  )
  return court.posts.map((post) => plain.get(postId(post)) ?? byRatio(post, plain))
}

/**
 * A post that follows another of its unit: `per` for each one needed there. It follows the need and not the people who
 * sit there, so that a plan that moves them does not change what it is measured by.
 */
function byRatio({ unit, role, fixed, ratioTo }: CourtPost, plain: ReadonlyMap<string, Need>): Need {
  const { role: to, per } = ratioTo!
  const there = plain.get(postId({ unit, role: to }))!
  const sum: RatioSum = { mode: 'ratio', window: there.sum.window, to, per, needThere: there.fte, fixed }
  const known = { post: postId({ unit, role }), unit, role, sum }
  return there.fte === null
    ? { ...known, fte: null, why: there.why }
    : { ...known, fte: there.fte * per + fixed, why: null }
}
