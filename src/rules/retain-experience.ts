import { leastWhileOpen } from './open-unit'
import { defineRule } from './rule'
import { hasServed, sittingIn } from './stays'

/**
 * A team keeps a share of the people who know its cases, rounded up to whole heads, and never becomes a team of
 * newcomers only: where nobody has been there long, one of those who are there stays. A team that has nobody yet
 * is free, and so is one that is closed.
 */
export const retainExperience = defineRule({
  id: 'retain-experience',
  source: '本院轮岗方案（审判团队稳定与传帮带）',
  weight: 'must',
  parameters: { share: 0.5, months: 12 },
  *limits(problem, { share, months }) {
    for (const { id: unit, track } of problem.units) {
      if (track === null) continue
      const seats = problem.seatsInUnit(unit)
      const members = sittingIn(problem, seats)
      const experienced = members.filter((person) => hasServed(problem, person, months))
      const kept = Math.min(experienced.length, Math.ceil(experienced.length * share - 1e-9))
      const [among, least] = kept > 0 ? [experienced, kept] : [members, Math.min(1, members.length)]
      if (least === 0) continue
      const counted = new Set(among)
      yield {
        ...leastWhileOpen(
          problem,
          unit,
          seats.filter(({ person }) => counted.has(person)),
          least,
        ),
        facts: { unit, count: among.length, least },
      }
    }
  },
})
