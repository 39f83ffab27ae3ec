import { describe, expect, it } from 'vitest'
import {
  addToMonth,
  courtFile,
  countDays,
  courtWarnings,
  defineProblem,
  definitionOn,
  flowOfDays,
  flowOf,
  fteIn,
  measureDays,
  measureOn,
  monthOf,
  pendingOf,
  problemOf,
  shareOfClosed,
  suggestedRoundDate,
  yearTo,
  allRouted,
  lanesOf,
  needWindow,
  weightsOf,
  type Role,
} from '../../src/domain'
import { burnDown, type BurnDown } from '../../src/domain/cases/burn-down'
import { exactly, meets, rounded } from '../../src/domain/interval'
import { exampleCourt } from '../../src/example'
import { court2021 } from '../published.json'
import { smallRound } from '../domain/small-court'

const court = exampleCourt()
const cases = court.cases!
const days = countDays(cases, { from: '2021-01-01', until: '2021-12-31' })
const period = { from: '2021-01', until: '2021-12' }
const year = flowOf(court, {}, period)
const figure = (id: string) => measureOn(court, id, '2022-01-01', {}, period)!
/** An indicator of enforcement in the year up to a day, from the case list. */
const figureUpTo = (id: string, until: string): number =>
  measureDays(court, definitionOn(court, id, until)!, days, yearTo(until)).value!
const bureau = new Set(court.teams.filter(({ department }) => department === 'enforcement').map(({ id }) => id))

describe('the example court yields every published total by counting', () => {
  it('16,070 accepted, 14,683 closed, 29 judges: 91.37 % and 506 each', () => {
    expect(year.accepted).toBe(court2021.accepted)
    expect(year.closed).toBe(court2021.closed)
    expect(meets(rounded(court2021.closingRate, 2), exactly(figure('closing-rate').value!))).toBe(true)
    const each = figure('closed-per-judge')
    expect(each.denominator).toBe(court2021.judges)
    expect(meets(rounded(court2021.closedPerJudge, 0), exactly(each.value!))).toBe(true)
  })
  it.each([
    ['2021-11-10', court2021.enforcement.before],
    ['2021-12-10', court2021.enforcement.after],
    ['2021-12-31', court2021.enforcement.after],
  ])('enforcement in the year up to %s', (until, published) => {
    const found = flowOfDays(days, yearTo(until))
    expect([found.accepted, found.closed, found.full]).toEqual([published.accepted, published.closed, published.full])
    expect(meets(rounded(published.closingRate, 2), exactly(figureUpTo('enforcement-closing-rate', until)))).toBe(true)
    expect(meets(rounded(published.fullRate, 2), exactly(figureUpTo('full-enforcement-rate', until)))).toBe(true)
    expect(meets(rounded(published.meanDays, 2), exactly(figureUpTo('days-to-full-enforcement', until)))).toBe(true)
  })
  it('1,341 closed in the month from 11 November, 26.3 % of the year', () => {
    const month = flowOfDays(days, { from: '2021-11-11', until: '2021-12-10' })
    expect(month.closed).toBe(court2021.enforcement.closedInMonth)
    const share = shareOfClosed(month, flowOfDays(days, yearTo('2021-12-31'))).value!
    expect(meets(rounded(court2021.enforcement.shareOfYear, 1), exactly(share))).toBe(true)
  })
  it('the closing rate rose by 17.13 points, payments by 93.2 %', () => {
    const rate = (until: string) => figureUpTo('enforcement-closing-rate', until)
    expect(
      meets(rounded(court2021.enforcement.changePoints, 2), exactly(rate('2021-12-10') - rate('2021-11-10'))),
    ).toBe(true)
    expect(meets(rounded(court2021.payments.change, 1), exactly((767 / 397 - 1) * 100))).toBe(true)
  })
  it('the campaign ends above its target, with no held funds left', () => {
    const [month] = court.campaigns
    const found = burnDown(month!, days, '2021-12-31') as BurnDown
    expect(found).toMatchObject({ value: court2021.enforcement.closedInMonth, ended: true, casesLeft: 0 })
    expect(court.heldFunds.at(-1)).toEqual({
      date: month!.until,
      overdueCount: 0,
      overdueAmount: 0,
      unidentifiedCount: 0,
      unidentifiedAmount: 0,
    })
  })
  it('enforcement is part of the whole, month by month', () => {
    for (let month = '2021-01'; month <= '2021-12'; month = addToMonth(month, 1))
      for (const team of bureau) {
        const rows = court.caseload.filter((row) => row.team === team && row.month === month)
        const own = cases.filter((row) => row.team === team)
        const count = (date: 'filed' | 'closed') => own.filter((row) => row[date]?.startsWith(month)).length
        expect(rows.reduce((sum, row) => sum + row.filed, 0)).toBe(count('filed'))
        expect(rows.reduce((sum, row) => sum + row.closed, 0)).toBe(count('closed'))
      }
    const flow = flowOf(court, { department: 'enforcement' }, period)
    expect([flow.accepted, flow.closed]).toEqual([
      court2021.enforcement.after.accepted,
      court2021.enforcement.after.closed,
    ])
  })
  it('payments 397 and 767, 4,457 万 yuan, and 78 questionnaires', () => {
    const paid = (from: string, until: string) => court.payments.filter(({ date }) => from <= date && date <= until)
    const { payments, satisfaction } = court2021
    expect(paid('2020-11-11', '2020-12-10')).toHaveLength(payments.before)
    const after = paid('2021-11-11', '2021-12-10')
    expect(after).toHaveLength(payments.after)
    expect(after.reduce((sum, { amount }) => sum + amount, 0)).toBe(payments.yuan)
    expect(court.payments).toHaveLength(payments.before + payments.after)
    expect(court.surveys).toHaveLength(satisfaction.questionnaires)
    const share = (phase: string): number => {
      const of = court.surveys.filter((row) => row.phase === phase)
      return (of.filter(({ satisfied }) => satisfied).length / of.length) * 100
    }
    expect(share('before')).toBeLessThan(satisfaction.beforeBelow)
    expect(share('after')).toBeGreaterThan(satisfaction.afterAbove)
  })
})

describe('the example court', () => {
  it('is marked as an example, and is a sound court without warnings', () => {
    expect(court.example).toBe(true)
    expect(courtFile.safeParse(JSON.parse(JSON.stringify(court))).error).toBeUndefined()
    expect([...courtWarnings(court)]).toEqual([])
  })
  it('is the same every time', () => expect(JSON.stringify(exampleCourt())).toBe(JSON.stringify(court)))
  it.each(['UTC', 'Asia/Shanghai', 'America/Sao_Paulo'])('is the same court with the same problem in %s', (zone) => {
    const before = process.env.TZ
    const problem = JSON.stringify(problemOf(court, smallRound()))
    try {
      process.env.TZ = zone
      expect(JSON.stringify(exampleCourt())).toBe(JSON.stringify(court))
      expect(JSON.stringify(problemOf(court, smallRound()))).toBe(problem)
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
  it('has 24 teams and one that is proposed, 110 to 130 people with names of their own, and every person a history or a first post', () => {
    expect(court.teams.filter(({ status }) => status === 'standing')).toHaveLength(24)
    expect(court.teams.filter(({ status }) => status === 'proposed')).toMatchObject([{ id: 'delivery' }])
    expect(court.people.length).toBeGreaterThanOrEqual(110)
    expect(court.people.length).toBeLessThanOrEqual(130)
    expect(new Set(court.people.map(({ name }) => name)).size).toBe(court.people.length)
    for (const person of court.people) {
      const history = court.assignments.filter((row) => row.person === person.id && row.kind === 'permanent')
      expect(history[0]!.from).toBe(person.joined)
      expect(history.filter(({ until }) => until === null).reduce((sum, { share }) => sum + share, 0)).toBe(1)
    }
    expect(court.assignments.length).toBeGreaterThan(court.people.length * 2)
  })
  it('has sixty months of every series, whose stocks add up and carry over', () => {
    expect([...new Set(court.caseload.map(({ month }) => month))]).toHaveLength(60)
    const series = new Map<string, typeof court.caseload>()
    for (const row of court.caseload) {
      const key = `${row.team} ${row.caseType}`
      series.set(key, [...(series.get(key) ?? []), row])
      expect(row.pending).toBe(pendingOf(row))
      expect(row.pending).toBeGreaterThanOrEqual(0)
    }
    for (const rows of series.values()) {
      expect(rows).toHaveLength(60)
      for (const [i, row] of rows.entries()) if (i > 0) expect(row.carried).toBe(rows[i - 1]!.pending)
    }
  })
  it('counts no case of a type without a time limit as closed within one', () => {
    const limitless = court.caseTypes.filter(({ limitMonths }) => limitMonths === 0).map(({ id }) => id)
    expect(limitless.toSorted()).toEqual(['bankruptcy', 'preservation'])
    for (const { caseType, closed, measures } of court.caseload)
      if (limitless.includes(caseType)) expect([measures.limited, measures.onTime]).toEqual([0, 0])
      else expect(measures.limited).toBe(closed)
    const onTime = figure('on-time-rate')
    const without = court.caseload.filter(({ month, caseType }) => month >= '2021-01' && !limitless.includes(caseType))
    expect(onTime.denominator).toBe(without.reduce((sum, { closed }) => sum + closed, 0))
    expect(onTime.value).toBeGreaterThan(80)
    const of = (caseType: string) => measureOn(court, 'on-time-rate', '2022-01-01', { caseType }, period)!
    for (const caseType of limitless)
      expect(of(caseType)).toMatchObject({ value: null, why: { code: 'nothing-to-divide-by' } })
  })
  it('has a dip at the Spring Festival and a rush at the end of the year', () => {
    for (const y of [2018, 2019, 2021]) {
      const monthly = (month: string) => flowOf(court, {}, { from: month, until: month })
      expect(monthly(`${y}-02`).filed).toBeLessThan(monthly(`${y}-03`).filed)
      expect(monthly(`${y}-12`).closed).toBeGreaterThan(monthly(`${y}-06`).closed)
      expect(monthly(`${y}-12`).filed).toBeLessThan(monthly(`${y}-06`).filed)
    }
  })
  it('lists no enforcement case in 2020 that its caseload of that month does not hold', () => {
    for (const team of bureau)
      for (let month = '2020-06'; month <= '2020-12'; month = addToMonth(month, 1)) {
        const open = cases.filter((row) => row.team === team && monthOf(row.filed) === month).length
        const filed = court.caseload
          .filter((row) => row.team === team && row.month === month)
          .reduce((sum, row) => sum + row.filed, 0)
        expect(open, `${team} ${month}`).toBeLessThanOrEqual(filed)
      }
  })
  it('takes some weights from events and a panel, and they are those of its table', () => {
    const weights = weightsOf(court)
    const sources = new Set<string>()
    for (const type of court.caseTypes)
      for (const [role, minutes] of Object.entries(type.weights)) {
        const weight = weights.get(type.id)![role as Role]!
        sources.add(weight.sum.source)
        expect(weight.value, `${type.id} ${role}`).toBe(minutes)
      }
    expect([...sources].toSorted()).toEqual(['events', 'panel', 'table'])
  })
  it('has simple cases for the fast track, and three types whose category no fast-track team hears', () => {
    const lanes = lanesOf(court, '2022-01-04', allRouted(court))
    expect(lanes.moved.flatMap(({ caseType }) => lanes.movesOf(caseType)).length).toBeGreaterThan(5)
    expect(lanes.withoutTeam).toEqual(['family', 'housing', 'bank-loan'])
  })
  it('starts its first round with a full window and a third of its teams short', () => {
    const date = suggestedRoundDate(court, '2027-05-05')
    expect(date).toBe('2022-01-04')
    expect(needWindow(court, date)).toMatchObject({
      from: '2021-01',
      until: '2021-12',
      months: 12,
      reported: 12,
      counted: 12,
    })
    const problem = defineProblem(problemOf(court, smallRound({ date })))
    const gaps = problem.posts
      .filter(({ frontLine }) => frontLine)
      .map((post) => {
        const have = problem.seatsInPost(post.id).filter(({ present }) => present)
        return {
          unit: post.unit,
          gap: Math.max(0, post.need - have.reduce((sum, seat) => sum + fteIn(seat, post.id), 0)),
        }
      })
      .filter(({ gap }) => gap > 0)
    const standing = gaps.filter(({ unit }) => problem.unit.get(unit)!.status === 'standing')
    expect(new Set(standing.map(({ unit }) => unit)).size).toBe(8)
    const short = standing.reduce((sum, { gap }) => sum + gap, 0)
    expect(short).toBeGreaterThan(6000)
    expect(short).toBeLessThan(9000)
  })
})
