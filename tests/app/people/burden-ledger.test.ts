import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../../../src/app/me/MePage.vue'
import BurdenLedger from '../../../src/app/people/BurdenLedger.vue'
import '../../../src/app/people/PersonPage.vue'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

// Ed moved within the court in 2025 and to a town later that year; Cy was refused a wish.
const court = smallCourt({
  teams: [
    { id: 'team-1', name: '一团队', department: 'civil' },
    { id: 'team-2', name: '二团队', department: 'civil', site: '东山镇' },
  ],
  assignments: [
    { person: 'ed', unit: 'team-2', role: 'judge', from: '2012-01-01', until: '2025-02-28' },
    { person: 'ed', unit: 'team-1', role: 'judge', from: '2025-03-01' },
    { person: 'cy', unit: 'office', role: 'clerk', from: '2019-01-01' },
  ],
  wishAnswers: [{ round: 'r0', person: 'cy', date: '2025-07-01', unit: 'team-1', rank: 1, met: false }],
})
let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  localStorage.clear()
})
/** Nobody has a round: the pages ask for none. */
const more = { '/rounds': [] }

describe('the ledger of a person', () => {
  it('tells on the profile what was carried, its points, until when it counts, and the sum', async () => {
    page = await openPage(court, '/people/ed', 'en', { more })
    expect(said(page)).toMatch(/Moved from .*二团队.* to .*一团队.* Judge ?2 pt ?2025-03-01, counts until 2028-03-01/)
    expect(said(page)).toMatch(/Another site: the main building ?1 pt/)
    expect(page.get('[data-testid=burden-total]').text()).toBe('3 pt')
    expect(said(page)).not.toContain('No wish was met')
  })
  it('says so where nothing counts', async () => {
    page = await openPage(court, '/people/bo', 'en', { more })
    expect(said(page)).toContain('Nothing counts at present.')
  })
  it('is open to the person on the own page, and there holds nobody else’s', async () => {
    localStorage.setItem(`frontline.me.${court.id}`, 'cy')
    page = await openPage(court, '/me', 'zh-CN', { more })
    expect(said(page)).toMatch(/意愿均未满足，可以满足的第一个是.*一团队.*（第1志愿） ?1 分/)
    expect(page.get('[data-testid=burden-total]').text()).toBe('1 分')
    expect(page.findComponent(BurdenLedger).text()).not.toContain('由')
  })
})
