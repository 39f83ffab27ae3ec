import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../../../src/app/me/MePage.vue'
import '../../../src/app/people/PersonPage.vue'
import '../../../src/app/rounds/RoundPage.vue'
import { round } from '../consult/round'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

// Bo goes from the office to a team in a town, which hears family cases and asks for two skills; Bo has one of them.
const court = smallCourt({
  teams: [
    {
      id: 'team-1',
      name: '一团队',
      department: 'civil',
      categories: ['家事'],
      skills: ['typing', 'mediation'],
      site: '东山镇',
    },
    { id: 'team-2', name: '二团队', department: 'civil', categories: ['家事'] },
  ],
  assignments: [
    { person: 'ann', unit: 'team-2', role: 'judge', from: '2015-01-01' },
    { person: 'bo', unit: 'team-1', role: 'clerk', from: '2017-01-01', until: '2017-12-31' },
    { person: 'bo', unit: 'office', role: 'clerk', from: '2018-01-01' },
  ],
  qualifications: [
    { person: 'bo', kind: 'skill', code: 'typing', level: 3 },
    { person: 'ann', kind: 'skill', code: 'driving' },
  ],
  caseload: [],
})
const moved = { ann: 'ann@team-2/judge', bo: 'bo@team-1/clerk', cy: null, di: null, ed: null, flo: null }
const planOf = (status: 'kept' | 'draft', plan: Record<string, string | null> = moved) => ({
  '/rounds': [{ round, version: 1, kept: status === 'kept' }],
  '/rounds/r1': { round, version: 1 },
  '/plan': { plan, status, origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' },
  '/runs/latest': null,
})

let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  localStorage.clear()
})
const me = (id: string): void => localStorage.setItem(`frontline.me.${court.id}`, id)
const fits = () => page.findAll('[data-testid=fit]')
const rowsOf = (fit: ReturnType<typeof fits>[number]): string[] =>
  fit.findAll('li').map((row) => row.text().replace(/\s+/g, ' '))
const barsOf = (fit: ReturnType<typeof fits>[number]) =>
  fit.findAll('[role=img]').map((bar) => bar.attributes('aria-label'))

describe('the parts of a fit', () => {
  it('are shown with the present post on the page of a person, each with what it rests on', async () => {
    page = await openPage(court, '/people/ann', 'en', { more: { '/rounds': [] } })
    expect(fits()).toHaveLength(1)
    expect(fits()[0]!.get('.total').text()).toBe('100 of 100')
    // The page counts to the present day.
    const rows = rowsOf(fits()[0]!).map((row) => row.replace(/(?<=^Experience25 of 25)\d+/, 'N'))
    expect(rows).toEqual([
      'Role40 of 40post and person have the same role',
      'Experience25 of 25N months of 家事; full points at 36',
      'Skills15 of 15the unit asks for no skills: full points',
      'Level10 of 10the unit asks for no skills: full points',
      'Distance10 of 10at the present site: the main building',
    ])
    expect(barsOf(fits()[0]!)[1]).toBe('Experience: 25 of 25 points')
  })
  it('say that there is none without a post', async () => {
    page = await openPage(court, '/people/cy', 'zh-CN', { more: { '/rounds': [] } })
    expect(fits()).toHaveLength(0)
    expect(said(page)).toContain('没有岗位，不计匹配。')
  })

  it('are shown before and after a move to the person, of a plan that is kept', async () => {
    me('bo')
    page = await openPage(court, '/me', 'en', { more: planOf('kept') })
    expect(fits()).toHaveLength(1)
    // 12 of 36 months, one of two skills, the level 3 of 5 of that one.
    expect(fits()[0]!.get('summary').text()).toBe('Fit with the post: 50 → 59 of 100')
    expect(rowsOf(fits()[0]!)).toEqual([
      'Role40 → 40 of 40post and person have the same role',
      'Experience0 → 8 of 2512 months of 家事; full points at 36',
      'Skills0 → 8 of 151 of 2 asked for are held: court typing',
      'Level0 → 3 of 10court typing: level 3 of 5, mediation skills: not held',
      'Distance10 → 0 of 10another site: 东山镇',
    ])
    expect(barsOf(fits()[0]!)[4]).toBe('Distance: from 10 to 0 of 10 points')
  })
  it('are not shown to the person before the plan is kept, nor where they stay', async () => {
    me('bo')
    page = await openPage(court, '/me', 'en', { more: planOf('draft') })
    expect(fits()).toHaveLength(0)
    page.unmount()
    me('ann')
    page = await openPage(court, '/me', 'en', { more: planOf('kept') })
    expect(fits()).toHaveLength(0)
  })
  it('hold on the own page nothing of anybody else', async () => {
    me('bo')
    page = await openPage(court, '/me', 'zh-CN', { more: planOf('kept') })
    const text = fits()[0]!.text()
    for (const { id, name } of court.people) expect(text).not.toMatch(new RegExp(`${name}|\\b${id}\\b`))
    expect(text).not.toContain('driving')
    expect(text).toContain('“家事”经历 12 个月，满 36 个月计满分')
  })
  it('are left out where the plan names a post that is gone', async () => {
    page = await openPage(court, '/people/bo', 'en', { more: planOf('kept', { ...moved, bo: 'bo@gone/clerk' }) })
    // That of the present post stays.
    expect(fits().map((fit) => fit.get('.total').text())).toEqual(['50 of 100'])
  })
  it('of a person between two posts name each post, and count the means by share', async () => {
    const plan = { ...moved, bo: 'bo@office/clerk:500+team-1/clerk:500' }
    page = await openPage(court, '/people/bo', 'en', { more: planOf('kept', plan) })
    expect(fits()[0]!.get('summary').text()).toBe('Fit with the post: 50 → 55 of 100')
    expect(rowsOf(fits()[0]!)[4]).toMatch(
      /^Distance10 → 5 of 10办公室.*: at the present site.*一团队.*: another site: 东山镇$/,
    )
  })
})
