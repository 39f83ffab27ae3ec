import { defineRule } from './rule'

/** A post holds no more heads than its establishment allows; a person split between two posts counts in both. */
export const headcountCeiling = defineRule({
  id: 'headcount-ceiling',
  source: '公务员法 71 · 公务员转任规定 4',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const { id: post, unit, role, ceiling } of problem.posts)
      if (ceiling !== null)
        yield { seats: problem.seatsInPost(post), atMost: ceiling, facts: { post, unit, role, most: ceiling } }
  },
})
