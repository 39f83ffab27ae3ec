import { defineRule } from './rule'
import { seatsOfBoth } from './stays'

/** Whoever is being taught works only where the mentor does. The mentor may work elsewhere too. */
export const mentorWithPupil = defineRule({
  id: 'mentor-with-pupil',
  source: '本院轮岗方案（师带徒）',
  weight: 'warn',
  parameters: {},
  *limits(problem) {
    for (const { id: pupil, mentor } of problem.people)
      if (mentor !== null && problem.person.has(mentor))
        for (const { unit, seats, counts } of seatsOfBoth(problem, pupil, mentor))
          yield { seats, counts, atMost: 0, facts: { first: mentor, second: pupil, unit } }
  },
})
