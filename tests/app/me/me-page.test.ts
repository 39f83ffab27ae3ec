import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '@/app/i18n'
import { exampleCourt } from '@/example'
import { openPage, said } from '../page'

let page: VueWrapper
beforeAll(() => import('@/app/me/MePage.vue'))
beforeEach(() => localStorage.clear())
afterEach(async () => {
  page.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
  await setLanguage('en')
})

const court = exampleCourt()
const [team] = court.teams
const inTeam = court.assignments.find(({ unit, until }) => unit === team!.id && until === null)!

it.each([
  ['en', /My team: .*Cases .*each figure against what is usual for the team itself.*Pending, month by month/],
  ['zh-CN', /案件（.*各数字与本团队自身的常态范围对照.*逐月未结/],
] as const)(
  'shows the load of the own team against its own usual range, and where one has been (%s)',
  async (language, words) => {
    localStorage.setItem(`frontline.me.${court.id}`, inTeam.person)
    page = await openPage(court, '/me', language)
    await vi.waitFor(() => expect(said(page)).toMatch(words), { timeout: 10_000 })
    expect(said(page)).toContain(inTeam.from)
    // No other team stands beside it.
    const others = court.teams.filter(({ id, department }) => id !== team!.id && department === team!.department)
    const load = page.findAll('section').find((section) => /My team|我的团队|所在团队/.test(section.text()))!
    for (const { name } of others) expect(load.text()).not.toContain(name)
  },
)
