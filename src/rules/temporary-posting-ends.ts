import { addMonths } from 'date-fns'
import { dateOf, dayOf } from '../domain'
import { defineRule } from './rule'
import { homeOf } from './stays'

/**
 * A temporary posting (挂职) leaves the person with the unit they come from: on the round's date they go on there or
 * return home, and nowhere else; one that has lasted so many months ends, if there is a home. Postings that ended
 * before the date are over already: the problem has those people at home.
 */
export const temporaryPostingEnds = defineRule({
  id: 'temporary-posting-ends',
  source: '公务员法 72 · 本院轮岗方案（挂职期限）',
  weight: 'must',
  parameters: { months: 12 },
  *limits(problem, { months }) {
    for (const { id: person, posting } of problem.people) {
      const present = problem.presentSeat(person)
      if (posting === null || present === undefined) continue
      const home = homeOf(problem, person)
      const isOver = dateOf(addMonths(dayOf(posting.from), months)) <= problem.date
      const facts = { person, since: posting.from, until: posting.until, months }
      if (home === undefined || home === present) yield { seats: [present], atLeast: 1, facts }
      else yield { seats: isOver ? [home] : [present, home], atLeast: 1, facts }
    }
  },
})
