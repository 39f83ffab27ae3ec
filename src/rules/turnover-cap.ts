import { defineRule } from './rule'
import { sittingIn } from './stays'

/**
 * Of the heads of a team, newcomers of this round are at most a share: each newcomer needs somebody there who knows the
 * team. Whoever changes posts inside the team is no newcomer. A team that has nobody yet is free; at a share of 1 or
 * more nothing is asked. It only warns unless a round says otherwise: that somebody stays is `retain-experience`'s
 * business, and as a must, proofs for large courts take some times as long.
 */
export const turnoverCap = defineRule({
  id: 'turnover-cap',
  source: '本院轮岗方案（审判团队稳定与传帮带）',
  weight: 'warn',
  parameters: { share: 0.67 },
  *limits(problem, { share }) {
    // In whole percents, so that every seat counts a whole number.
    const percent = Math.round(share * 100)
    if (percent >= 100) return
    for (const { id: unit, track } of problem.units) {
      if (track === null) continue
      const seats = problem.seatsInUnit(unit)
      const members = new Set(sittingIn(problem, seats))
      if (members.size === 0) continue
      yield {
        seats,
        counts: seats.map(({ person }) => (members.has(person) ? -percent : 100 - percent)),
        atMost: 0,
        facts: { unit, count: members.size, percent },
      }
    }
  },
})
