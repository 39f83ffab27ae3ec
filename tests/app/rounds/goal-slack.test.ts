import type { VueWrapper } from '@vue/test-utils'
import { ElInputNumber } from 'element-plus'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { givingGoals, withSlack } from '@/app/rounds/goal-order'
import { goals } from '@/rules'
import { openRoundPage, press, round } from '../consult/round'
import { said } from '../page'

describe('what goals may give up', () => {
  it('is open to every goal but the last and the tie-break', () =>
    expect([...givingGoals(goals)]).toEqual(goals.slice(0, -2).map(({ id }) => id)))
  it('is open to nobody where there is one goal', () =>
    expect([...givingGoals(goals.filter(({ id }) => ['fit', 'tie-break'].includes(id)))]).toEqual([]))
  it('is named only where it is something', () => {
    expect(withSlack({ fit: 3 }, 'evenness', 200)).toEqual({ fit: 3, evenness: 200 })
    expect(withSlack({ fit: 3, evenness: 200 }, 'fit', 0)).toEqual({ evenness: 200 })
  })
})

describe('on the screens of a round', () => {
  let page: VueWrapper
  beforeAll(() => import('@/app/rounds/RoundPage.vue'))
  afterEach(() => {
    page.unmount()
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
  })

  it('is asked for by a quiet link, and shown in FTE while it is kept in thousandths', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=set-up', { of: { ...round, slack: { evenness: 250 } } }))
    const field = (name: string) =>
      page.findAllComponents(ElInputNumber).find((each) => each.props('ariaLabel')?.startsWith(name))
    expect(field('Evenness')!.props('modelValue')).toBe(0.25)
    expect(field('Front-line shortage')).toBeUndefined()
    press('Front-line shortage: how much it may give up')
    await vi.waitFor(() => expect(field('Front-line shortage')).toBeDefined())
    field('Front-line shortage')!.vm.$emit('change', 0.2)
    await vi.waitFor(() => expect(field('Front-line shortage')!.props('modelValue')).toBe(0.2))
  })

  it('is told beside the proof where it was given', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { of: { ...round, slack: { fit: 30 } } }))
    expect(said(page)).toMatch(
      /Fit of person and post \(points\)25017514728 Proven bestgave up 28 of at most 30 points/,
    )
  })
})
