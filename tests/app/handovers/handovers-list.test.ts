import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/divisions/DivisionPage.vue'
import HandoversList from '@/app/handovers/HandoversList.vue'
import { session } from '@/app/account/session'
import { blankRound, emptyHandover, pointsOf, type PlanData, type Round } from '@/domain'
import { workerKey } from '@/app/forecast/use-answer'
import { openRoundPage } from '../consult/round'
import { inlineWorker } from '../forecast/inline-worker'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'
import { HandoverServer } from './server'

const ticked = pointsOf(['office/clerk'])
const rows = [
  HandoverServer.row('bo', {
    version: 2,
    draft: { ...emptyHandover, ticked: ticked.slice(0, 2), toWords: 'the registry' },
  }),
  HandoverServer.row('cy', {
    ...{ version: 4, confirmedOn: '2099-02-01' },
    draft: { ...emptyHandover, ticked, own: [{ text: 'Car', ticked: true }], day: '2099-03-20', to: 'bo' },
  }),
]
const hr = session.value
let page: VueWrapper
beforeEach(() => (session.value = hr))
afterEach(() => {
  page.unmount()
  session.value = hr
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
const turn = async (): Promise<void> => {
  for (let each = 0; each < 5; each++) await flushPromises()
}
function signIn(role: 'head' | 'leader'): void {
  const account = { ...{ id: 'h', username: 'h', name: 'H', court: 'small', person: null }, mustChange: false }
  session.value = { state: 'signed-in', account: { ...account, role, divisions: role === 'head' ? ['civil'] : [] } }
}

describe('a round’s result', () => {
  const show = async (given: unknown): Promise<void> => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { more: { '/handovers': given } }))
    await turn()
  }
  const list = () => page.getComponent(HandoversList)
  const words = (): string => list().text().replace(/\s+/g, ' ')

  it('tells HR how many hand-overs are confirmed and who is open, and opens one', async () => {
    await show(rows)
    expect(words()).toContain('2 hand-overs in all, 1 confirmed, 1 still open.')
    expect(words()).toMatch(
      /Still open \(1\).*单雄.*on 2099-03-02, 2 of 7 points done.*Confirmed \(1\).*曾国栋.*on 2099-03-20, confirmed on 2099-02-01/,
    )
    expect(words()).not.toContain('the registry')
    const open = list().get('[aria-label="Read the hand-over of 单雄"]')
    await open.trigger('click')
    expect(open.attributes('aria-expanded')).toBe('true')
    expect(words()).toMatch(/Handed over to ?the registry.*Court records and recordings not finished done/)
    await list().get('[aria-label="Read the hand-over of 曾国栋"]').trigger('click')
    expect(words()).toMatch(/Handed over to ?单雄.*Car done/)
    await open.trigger('click')
    expect(words()).not.toContain('the registry')
  })
  it('says so where nobody hands over', async () => {
    await show([])
    expect(words()).toContain('there is nothing to hand over')
  })
  it('shows heads theirs, and nothing to whom it concerns not', async () => {
    signIn('head')
    await show(rows.slice(0, 1))
    expect(words()).toContain('1 hand-over in all')
    page.unmount()
    signIn('leader')
    await show([])
    expect(list().text()).toBe('')
  })
})

describe('a division’s page', () => {
  const round: Round = { id: 'r1', name: 'Round 1', date: '2026-03-02', ...blankRound }
  const plan: PlanData = {
    ann: 'ann@team-1/judge',
    bo: 'bo@team-1/clerk',
    cy: 'cy@office/clerk',
    di: 'di@office/clerk',
  }
  const show = async (status: 'draft' | 'kept', answer: () => unknown = () => rows): Promise<void> => {
    const more = {
      '/rounds': [{ round, version: 1, kept: status === 'kept' }],
      '/plan': { plan, status, origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' },
      get '/handovers'() {
        return answer()
      },
    }
    signIn('head')
    page = await openPage(smallCourt(), '/divisions/civil', 'en', {
      more,
      provide: { [workerKey as symbol]: inlineWorker().speaker },
    })
    await turn()
  }
  it('tells of each move of a kept plan how far its hand-over is', async () => {
    await show('kept')
    expect(said(page)).toContain('Hand-over on 2099-03-02, 2 of 7 points done')
    await page.get('[aria-label="Read the hand-over of 单雄"]').trigger('click')
    expect(said(page)).toMatch(/Handed over to ?the registry/)
  })
  it('says so where hand-overs cannot be read, and reads them again', async () => {
    let reachable = false
    await show('kept', () => {
      if (!reachable) throw new TypeError('no network')
      return rows
    })
    expect(said(page)).toContain('The hand-overs could not be read')
    expect(said(page)).toContain('单雄')
    reachable = true
    await page.get('.moves [role=alert] button').trigger('click')
    await turn()
    expect(said(page)).not.toContain('could not be read')
    expect(said(page)).toContain('Hand-over on 2099-03-02, 2 of 7 points done')
  })
  it('tells of none while the plan is a draft', async () => {
    await show('draft')
    expect(said(page)).toContain('单雄')
    expect(said(page)).not.toContain('Hand-over')
  })
})
