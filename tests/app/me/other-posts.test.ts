import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ToldAnswer, ToldPlace } from '@/app/api'
import { setLanguage, type Language } from '@/app/i18n'
import { openRoundPage, press } from '../consult/round'
import { said } from '../page'
import { smallCourt } from '../small-court'

let page: VueWrapper
beforeAll(() => import('@/app/me/MePage.vue'))
beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('frontline.me.small', 'bo')
})
afterEach(async () => {
  page.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
  await setLanguage('en')
})

const places: ToldPlace[] = [
  { seat: 'bo@civil/clerk', rules: [], withheld: false, from: null },
  {
    seat: 'bo@office/clerk',
    rules: [{ rule: 'probation-completed', facts: { person: 'bo', until: '2026-05-31' } }],
    withheld: true,
    from: '2026-09-02',
  },
  { seat: 'bo@team-1/clerk', rules: [], withheld: false, from: null },
]
const price: ToldAnswer = {
  kind: 'price',
  goals: [
    { goal: 'front-line-shortage', now: 1000, then: 1500 },
    { goal: 'fewest-moves', now: 2, then: 2 },
  ],
  others: 2,
}
const open = async (language: Language, answer: ToldAnswer, status: 'kept' | 'draft' = 'kept') => {
  ;({ page } = await openRoundPage('/me', { language, status, more: { '/places': places, '/questions': answer } }))
}
const reads = (words: RegExp) => vi.waitFor(() => expect(said(page)).toMatch(words), { timeout: 10_000 })

describe('where else one would fit', () => {
  it('lists the posts, what forbids each, and from when it no longer would', async () => {
    await open('en', price)
    await reads(/Where else would I fit\?/)
    await reads(/You keep your post until probation ends.*Rules forbid it that rest on personal facts/)
    await reads(/In a round from 2026-09-02 on none of this would stand in the way/)
    const text = said(page)
    for (const { name } of smallCourt().people.filter(({ id }) => id !== 'bo')) expect(text).not.toContain(name)
  })

  it.each([
    [
      'en',
      'What would it take?',
      /It could be arranged, at this price.*1\.0 → 1\.5 FTE.*would differ because of it: 2/,
    ],
    ['zh-CN', '调到这里会怎样？', /可以安排，但全院的目标会变差.*1\.0 → 1\.5.*另有 2 人/],
  ] as const)('tells what it would take (%s)', async (language, ask, words) => {
    await open(language, price)
    await reads(language === 'en' ? /Where else/ : /还有哪些岗位/)
    page
      .findAll('button')
      .find((button) => button.text() === ask)!
      .element.click()
    await reads(words)
  })

  it('tells what forbids it, and closes again', async () => {
    await open('en', {
      kind: 'forbidden',
      rules: [{ rule: 'headcount-ceiling', facts: { unit: 'team-1', role: 'clerk', most: 3 } }],
      withheld: false,
    })
    await reads(/Where else/)
    press(/: what would it take\?$/)
    await reads(/It cannot be arranged:.*holds at most 3 people/)
    press(/: close the answer$/)
    await vi.waitFor(() => expect(said(page)).not.toContain('It cannot be arranged'))
  })

  it('asks nothing while no plan is kept', async () => {
    await open('en', price, 'draft')
    await reads(/My post/i)
    expect(said(page)).not.toContain('Where else would I fit?')
  })
})
