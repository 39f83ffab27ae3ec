import { readFileSync } from 'node:fs'
import { initSync, MSTL } from '@bsull/augurs/mstl'
import { answerer } from '../../src/app/forecast/answers'
import { worker } from '../../src/app/forecast/ask'
import type { OutlookQuestion } from '../../src/app/forecast/questions'
import { courtFile, monthsFrom, type Court } from '../../src/domain'
import { seasonalEts } from '../../src/domain/forecast/seasonal-ets'

const date = '2022-01-01'

/** A court of so many teams with five years of figures, three people in each team. */
function courtOf(count: number): Court {
  const ids = Array.from({ length: count }, (_, i) => `t${i}`)
  const roles = ['judge', 'assistant', 'clerk'] as const
  const caseload = ids.flatMap((team, t) => {
    let carried = 30
    return monthsFrom('2017-01', 60).map((month, i) => {
      const filed = 40 + ((i * i * 31 + i * 17 + t * 13) % 23)
      const closed = Math.min(carried + filed, 50)
      const row = { team, caseType: 'loan', month, carried, filed, closed, pending: carried + filed - closed }
      carried = row.pending
      return row
    })
  })
  return courtFile.parse({
    format: 'frontline-court/1',
    id: 'bench',
    name: 'Bench',
    departments: [{ id: 'd', name: 'D', kind: 'trial' }],
    teams: ids.map((id) => ({ id, name: id, department: 'd' })),
    posts: ids.flatMap((unit) => roles.map((role) => ({ unit, role }))),
    people: ids.flatMap((id) => roles.map((role) => ({ id: `${id}-${role}`, name: id, role, joined: '2015-01-01' }))),
    assignments: ids.flatMap((unit) =>
      roles.map((role) => ({ person: `${unit}-${role}`, unit, role, from: '2015-01-01' })),
    ),
    caseTypes: [{ id: 'loan', name: 'Loan', category: 'loan', weights: { judge: 150, assistant: 170, clerk: 190 } }],
    caseload,
  })
}

/**
 * All teams x 12 months x 1,000 futures: the first answer with all forecasts, a changed scenario, and the page's part
 * of it.
 */
export function outlooks(count = 100): { first: number; again: number; page: number } {
  initSync({ module: readFileSync('node_modules/@bsull/augurs/mstl_bg.wasm') })
  const court = courtOf(count)
  const state = { court, date, plan: null }
  const answers = answerer(state, seasonalEts(MSTL))
  const question: OutlookQuestion = {
    kind: 'outlook',
    teams: court.teams.map(({ id }) => id),
    until: '2022-12',
    basis: 'measured',
    withPlan: false,
    extras: [],
    target: null,
  }
  const more: OutlookQuestion = { ...question, extras: [{ role: 'assistant', fte: 1 }] }
  const took = (act: () => unknown): number => {
    const began = performance.now()
    act()
    return performance.now() - began
  }
  const first = took(() => answers.outlook(question))
  const again = took(() => answers.outlook(more))
  // What the page itself does for a change: it copies a few words to the worker. The court is there already.
  const speaker = worker(() => ({
    postMessage: (asked: unknown) => void structuredClone(asked),
    onmessage: null,
    onerror: null,
    terminate: () => {},
  }))
  const nobody = { done: () => {}, failed: () => {}, progress: () => {} }
  speaker.ask(state, question, nobody)
  return { first, again, page: took(() => speaker.ask(state, more, nobody)) }
}
