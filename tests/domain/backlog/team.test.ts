import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capacityOf,
  defaultRamp,
  differenceOfOneMore,
  monthsFrom,
  projectTeam,
  shareAfter,
  strengthByMonth,
  type StaffChange,
} from '../../../src/domain'
import { outlook, role } from './outlook'

const months = monthsFrom('2022-01', 8)
const joins = (name: StaffChange['role'], month: string, fte = 1): StaffChange => ({
  kind: 'joins',
  role: name,
  fte,
  month,
})

describe(strengthByMonth.name, () => {
  it('lets newcomers grow in and misses leavers at once', () => {
    expect(strengthByMonth(4, [joins('clerk', '2022-02')], months)).toEqual([4, 4, 4.5, 4.5, 4.75, 4.75, 5, 5])
    expect(strengthByMonth(4, [{ kind: 'leaves', fte: 1, month: '2022-02' }], months.slice(0, 3))).toEqual([4, 3, 3])
  })
  it('knows who came before the first month', () => {
    expect(strengthByMonth(0, [joins('clerk', '2021-11')], months).slice(0, 4)).toEqual([0.5, 0.75, 0.75, 1])
    expect(strengthByMonth(2, [{ kind: 'leaves', fte: 1, month: '2021-06' }], months)[0]).toBe(1)
  })
  it('never falls below zero; an empty ramp is no ramp', () => {
    expect(strengthByMonth(0.5, [{ kind: 'leaves', fte: 1, month: '2022-01' }], months)[0]).toBe(0)
    expect(strengthByMonth(0, [joins('clerk', '2022-01')], months, [])[0]).toBe(1)
    expect(strengthByMonth(3, [joins('clerk', '2022-01')], [])).toEqual([])
    expect(shareAfter(defaultRamp, 99)).toBe(1)
  })
})

describe(capacityOf.name, () => {
  it('is limited by the role that is scarcest against its need', () => {
    const staffing = { closings: 100, roles: [role('judge', 5, 6), role('assistant', 4, 3), role('clerk', 2, 2)] }
    expect(capacityOf(staffing, ['2022-01']).value).toEqual([
      { month: '2022-01', closings: 75, coverage: 0.75, scarcest: 'assistant' },
    ])
  })
  it('does fixed work first, and a role that no case needs limits nothing', () => {
    const staffing = { closings: 100, roles: [role('judge', 4.4, 2.4, 0.4), role('bailiff', 1, 0, 1)] }
    expect(capacityOf(staffing, ['2022-01']).value?.[0]).toMatchObject({ closings: 50, scarcest: 'judge' })
  })
  it('is not known where no role is needed for cases', () => {
    for (const roles of [[], [role('clerk', 0.5, 1, 0.5)]])
      expect(capacityOf({ closings: 0, roles }, months).why?.code).toBe('capacity-unknown')
  })
  it('is nothing without one of the roles', () => {
    const staffing = { closings: 100, roles: [role('judge', 5, 5), role('clerk', 2, 0)] }
    expect(capacityOf(staffing, ['2022-01']).value?.[0]).toMatchObject({ closings: 0, scarcest: 'clerk' })
  })
})

describe(projectTeam.name, () => {
  it('holds the stock with just the people needed', () => {
    const { months: projected, toTarget, overload } = projectTeam(outlook({ target: 500 })).value!
    expect(new Set(projected.map(({ pending }) => pending))).toEqual(new Set([600]))
    expect(toTarget).toBe('never')
    expect(overload.value).toBe(1)
  })
  it('counts newcomers in full for what comes after the last month', () => {
    const filed = monthsFrom('2022-01', 2).map((month) => ({ month, expected: 100 }))
    const staffing = { closings: 100, roles: [role('judge', 5, 5)] }
    const { overload, toTarget } = projectTeam(outlook({ staffing, filed, target: 560 }), [
      joins('judge', '2022-02'),
    ]).value!
    expect(overload.value).toBeCloseTo(100 / 120, 9)
    expect(toTarget).toBeCloseTo(4, 9)
  })
  it('says why it cannot tell', () => {
    expect(projectTeam(outlook({ staffing: { closings: 0, roles: [] } })).why?.code).toBe('capacity-unknown')
    expect(projectTeam(outlook({ filed: [] })).value?.months).toEqual([])
  })
})

describe(differenceOfOneMore.name, () => {
  const scarce = { closings: 100, roles: [role('judge', 5, 5), role('assistant', 5, 4), role('clerk', 2.5, 2.5)] }
  it('shows what one more assistant changes, once worked in', () => {
    const { months: changed, toTarget } = differenceOfOneMore(outlook({ staffing: scarce, target: 590 }), {
      role: 'assistant',
      month: '2022-01',
    }).value!
    expect(changed.map(({ closed }) => Math.round(closed * 100) / 100).slice(0, 6)).toEqual([0, 10, 10, 15, 15, 20])
    expect(changed.at(-1)!.pending).toBeCloseTo(-(10 + 10 + 15 + 15 + 7 * 20), 6)
    expect(changed[5]!.scarcest).toEqual({ before: 'assistant', after: 'judge' })
    expect(toTarget).toEqual({ before: 'never', after: 'never' })
  })
  it('changes nothing where another role holds the team up', () => {
    const { months: changed } = differenceOfOneMore(outlook({ staffing: scarce }), {
      role: 'clerk',
      month: '2022-01',
    }).value!
    expect(changed.every(({ pending, scarcest }) => pending === 0 && scarcest.after === 'assistant')).toBe(true)
  })
  it('never makes the stock larger, whatever else the plan does', () => {
    const fte = fc.integer({ min: 0, max: 12 }).map((halves) => halves / 2)
    const name = fc.constantFrom('judge' as const, 'assistant' as const, 'clerk' as const)
    const month = fc.constantFrom(...monthsFrom('2021-10', 15))
    const change = fc.record({
      kind: fc.constantFrom('joins' as const, 'leaves' as const),
      role: name,
      fte: fte.map((each) => each + 0.5),
      month,
    })
    fc.assert(
      fc.property(
        fc.tuple(fte, fte, fte),
        fc.array(change, { maxLength: 6 }),
        name,
        month,
        fc.array(fc.nat(200), { minLength: 1, maxLength: 24 }),
        (have, changes, added, when, filings) => {
          const one = outlook({
            staffing: {
              closings: 100,
              roles: [role('judge', 5, have[0]), role('assistant', 4, have[1], 0.5), role('clerk', 2, have[2])],
            },
            filed: monthsFrom('2022-01', filings.length).map((m, i) => ({ month: m, expected: filings[i]! })),
            target: 100,
          })
          const { months: changed, toTarget } = differenceOfOneMore(one, { role: added, month: when }, changes).value!
          for (const { pending } of changed) expect(pending).toBeLessThanOrEqual(1e-9)
          if (toTarget.before !== 'never') expect(toTarget.after).not.toBe('never')
          const inAnyOrder = projectTeam(one, changes.toReversed()).value!
          for (const [i, { pending }] of projectTeam(one, changes).value!.months.entries())
            expect(inAnyOrder.months[i]!.pending).toBeCloseTo(pending, 6)
        },
      ),
    )
  })
})
