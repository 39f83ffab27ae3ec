import { readFileSync } from 'node:fs'
import { initSync, MSTL } from '@bsull/augurs/mstl'
import { describe, expect, it } from 'vitest'
import { answerer } from '@/app/forecast/answers'
import type { OutlookQuestion, TeamOutlookAnswer } from '@/app/forecast/questions'
import {
  defineProblem,
  filedByMonth,
  measuredStaffing,
  presentPlan,
  problemOf,
  projectTeam,
  round as roundSchema,
  teamStaffings,
  together,
  writePlan,
  type PlanData,
} from '@/domain'
import { fanOf } from '@/domain/backlog/fan'
import { forecastFilings } from '@/domain/forecast/filings'
import { seasonalEts } from '@/domain/forecast/seasonal-ets'
import { forecastCourt } from './court'

initSync({ module: readFileSync('node_modules/@bsull/augurs/mstl_bg.wasm') })
const ets = seasonalEts(MSTL)
const date = '2022-01-01'
const court = forecastCourt()
const answers = answerer({ court, date, plan: null }, ets)
const question: OutlookQuestion = {
  kind: 'outlook',
  teams: ['loans'],
  until: '2022-12',
  basis: 'measured',
  withPlan: false,
  extras: [],
  target: null,
}
const loans = (changes: Partial<OutlookQuestion> = {}): TeamOutlookAnswer =>
  answers.outlook({ ...question, ...changes }).teams[0] as TeamOutlookAnswer

describe('filings', () => {
  it('are what the functions give when they are called', () => {
    const series = filedByMonth(court, null, date)
    const { forecast, filed } = answers.filings({ kind: 'filings', unit: null, until: '2022-12' })
    expect(filed).toEqual(series)
    expect(forecast).toEqual(forecastFilings({ series, horizon: 12, ets }))
  })
  it('add up to a total whose band is narrower than that of the months together', () => {
    const { forecast, total } = answers.filings({ kind: 'filings', unit: 'loans', until: '2022-12' })
    if (forecast.why !== null) throw new Error(forecast.why.code)
    const sum = (of: 'expected' | 'low' | 'high') => forecast.months.reduce((all, month) => all + month[of], 0)
    expect(total!.expected).toBeCloseTo(sum('expected'), 9)
    expect(total!.low).toBeLessThanOrEqual(total!.expected)
    expect(total!.high).toBeGreaterThanOrEqual(total!.expected)
    expect(total!.high - total!.low).toBeLessThan(sum('high') - sum('low'))
  })
  it('leave out the month that still runs', () => {
    const later = answerer({ court, date: '2021-12-15', plan: null }, ets)
    const { filed, forecast } = later.filings({ kind: 'filings', unit: 'loans', until: '2021-12' })
    expect(Object.keys(filed).toSorted().at(-1)).toBe('2021-11')
    expect(forecast.why === null && forecast.months.map(({ month }) => month)).toEqual(['2021-12'])
  })
  it('take marks and counts by hand from the court', () => {
    const said = { unit: 'loans', reason: 'known', by: null, on: date }
    const known = forecastCourt({
      forecastMarks: [{ ...said, month: '2021-06', mark: 'outlier' }],
      forecastOverrides: [{ ...said, month: '2022-03', value: 99 }],
    })
    const { forecast, marks } = answerer({ court: known, date, plan: null }).filings({
      kind: 'filings',
      unit: 'loans',
      until: '2022-12',
    })
    expect(marks).toEqual({ '2021-06': 'outlier' })
    if (forecast.why !== null) throw new Error(forecast.why.code)
    expect(forecast.months[2]).toMatchObject({ month: '2022-03', expected: 99, reason: 'known' })
    expect(forecast.history.usable).toBe(35)
  })
})

describe('the outlook of a team', () => {
  it('is what the functions give when they are called', () => {
    const byRole = teamStaffings(court, date).get('loans')!.value!
    const staffing = measuredStaffing(court, date, 'loans', byRole, { as: together }).value!
    const forecast = forecastFilings({ series: filedByMonth(court, 'loans', date), horizon: 12, ets })
    if (forecast.why !== null) throw new Error(forecast.why.code)
    const answer = loans()
    expect(answer.stock).toBe(court.caseload.find(({ month }) => month === '2021-12')!.pending)
    const own = projectTeam({ staffing, stock: answer.stock, filed: forecast.months }).value!
    expect(answer.before.months).toEqual(own.months)
    expect(own.months.length).toBe(12)
    expect(answer.before.fan).toEqual(
      fanOf({
        stock: answer.stock,
        months: own.months.map(({ month, filed, capacity }) => ({ month, expected: filed, capacity })),
        errors: forecast.errors,
        seed: 1,
      }),
    )
  })
  it('goes on closing what it closed, while nobody comes or goes', () => {
    const { before, after, past } = loans()
    expect(after).toBeNull()
    expect(before.months[0]!.capacity).toBeCloseTo(past.closed, 9)
  })
  it('closes more with one more, in the same futures, and never less by the end', () => {
    const { before, after } = loans({ extras: [{ role: 'assistant', fte: 1 }] })
    expect(after!.months.at(-1)!.capacity).toBeGreaterThan(before.months.at(-1)!.capacity)
    for (const [i, { p90 }] of after!.fan.entries()) expect(p90).toBeLessThanOrEqual(before.fan[i]!.p90)
  })
  it('gains less from one more of a role that is not short, a helper, than of one that is', () => {
    const more = (role: 'judge' | 'assistant') => {
      const { before, after } = loans({ extras: [{ role, fte: 1 }] })
      return after!.months.at(-1)!.capacity - before.months.at(-1)!.capacity
    }
    expect(more('judge')).toBeGreaterThan(0)
    expect(more('judge')).toBeLessThan(0.7 * more('assistant'))
  })
  it('tells what either way gives, and the sum of the one that is used', () => {
    for (const basis of ['measured', 'weights'] as const) {
      const { each, before, after, sum } = loans({ basis })
      expect(each[basis]).toEqual({ before, after })
      const total = (of: 'need' | 'counted'): number =>
        sum.roles.reduce((all, role) => all + (of === 'need' ? role.need : role.counted.before), 0)
      const shares = sum.roles.map(({ need, counted }) => counted.before / need)
      const share = basis === 'measured' ? total('counted') / total('need') : Math.min(...shares)
      expect(sum.full * share).toBeCloseTo(before.months[0]!.capacity, 9)
    }
    const { measured, weights } = loans().each
    expect(measured!.before.months[0]!.capacity).toBeGreaterThan(1.5 * weights!.before.months[0]!.capacity)
  })
  it('tells the same by either way, whichever is asked first, with who comes counted in', () => {
    const extras = [{ role: 'assistant' as const, fte: 1 }]
    const [measured, weights] = [loans({ extras }), loans({ extras, basis: 'weights' })]
    expect(measured.each).toEqual(weights.each)
    for (const { before, after } of Object.values(measured.each).map((courses) => courses!))
      expect(after!.months.at(-1)!.pending).toBeLessThan(before.months.at(-1)!.pending)
  })
  it('by weights is limited by the scarcest role: one more of another changes nothing', () => {
    const judge = loans({ basis: 'weights', extras: [{ role: 'judge', fte: 1 }] })
    expect(judge.after!.months.map(({ pending }) => pending)).toEqual(judge.before.months.map(({ pending }) => pending))
    const assistant = loans({ basis: 'weights', extras: [{ role: 'assistant', fte: 1 }] })
    expect(assistant.after!.months.at(-1)!.pending).toBeLessThan(assistant.before.months.at(-1)!.pending)
  })
  it('says never where the stock cannot fall, and how many it takes to reach a target', () => {
    const target = { pending: 5, by: '2022-12' }
    const { before, reach } = loans({ basis: 'weights', target })
    expect(before.toTarget).toBe('never')
    const extras = reach!.value!.map(({ role, fte }) => ({ role, fte }))
    const reached = loans({ basis: 'weights', target, extras })
    expect(reached.after!.months.at(-1)!.pending).toBeCloseTo(5, 3)
  })
  it('counts the plan of the newest round: who leaves is missed at once, who joins grows in', () => {
    const round = roundSchema.parse({ id: 'r', name: 'R', date })
    const data = problemOf(court, round)
    const present = writePlan(defineProblem(data), presentPlan(defineProblem(data)))
    const asked = { ...question, withPlan: true }
    const ask = (plan: PlanData) => answerer({ court, date, plan: { data, plan } }, ets).outlook(asked)
    const stays = ask(present).teams[0] as TeamOutlookAnswer
    expect(stays.after).toBeNull()
    const { after, before } = ask({ ...present, bo: null }).teams[0] as TeamOutlookAnswer
    expect(after!.months[0]!.capacity).toBeLessThan(before.months[0]!.capacity)
    expect(ask({ ...present, bo: 'bo@nowhere/clerk' })).toMatchObject({ planStale: true, teams: [{ after: null }] })
  })
  it('counts the plan in the people it takes to hold the stock, and to reach a target', () => {
    const data = problemOf(court, roundSchema.parse({ id: 'r', name: 'R', date }))
    const problem = defineProblem(data)
    const plan = { ...writePlan(problem, presentPlan(problem)), bo: null }
    const planned = answerer({ court, date, plan: { data, plan } }, ets)
    for (const basis of ['measured', 'weights'] as const) {
      const target = { pending: 40, by: '2022-12' }
      const ask = (changes: Partial<OutlookQuestion>) =>
        planned.outlook({ ...question, basis, target, ...changes }).teams[0] as TeamOutlookAnswer
      const [without, under] = [ask({}), ask({ withPlan: true })]
      const lacking = ({ hold }: TeamOutlookAnswer) => hold.value!.reduce((sum, { more }) => sum + more, 0)
      expect(lacking(under)).toBeGreaterThan(lacking(without) + 0.5)
      // Where people help each other out the answer is in people of a role that is short.
      const extras = under.reach!.value!.map(({ role, fte }) => ({
        role: basis === 'measured' ? ('assistant' as const) : role,
        fte,
      }))
      const reached = ask({ withPlan: true, extras })
      expect(reached.after!.months.at(-1)!.pending).toBeCloseTo(40, 3)
      expect(reached.reach!.value!.every(({ fte }) => fte < 1e-6)).toBe(true)
    }
  })
  it('says why there is none, for a team with a month of figures', () => {
    expect(answers.outlook({ ...question, teams: ['family'] }).teams).toEqual([
      { team: 'family', why: { code: 'forecast-history-short', facts: { months: 1, needed: 12 } } },
    ])
  })
})
