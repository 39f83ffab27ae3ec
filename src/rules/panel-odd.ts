import { defineRule, type Choice } from './rule'

/**
 * Judges of a team that hears cases by panels are three, five and so on, or none: three from the first judge on, and
 * two more from each even number on. Fast-track teams, where one judge sits alone, are left out. Off unless a round
 * says otherwise: most teams have a single judge, and panels are then drawn from several.
 */
export const panelOdd = defineRule({
  id: 'panel-odd',
  source: '人民法院组织法 30（合议庭成员为三人以上单数）',
  weight: 'off',
  parameters: { most: 9 },
  *limits(problem, { most }) {
    for (const { id: unit, track } of problem.units) {
      if (track === null || track === 'fast-track') continue
      const posts = problem.posts.filter((post) => post.unit === unit && post.role === 'judge')
      const seats = posts.flatMap(({ id }) => problem.seatsInPost(id))
      if (seats.length === 0) continue
      const from = (atLeast: number): Choice => ({ id: `panel-odd ${unit} ${atLeast}`, seats, atLeast })
      const choices = [{ choice: from(1), count: -3 }]
      for (let more = 4; more <= most; more += 2) choices.push({ choice: from(more), count: -2 })
      yield { seats, choices, atLeast: 0, atMost: 0, facts: { unit } }
    }
  },
})
