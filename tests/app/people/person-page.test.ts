import type { VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import '../../../src/app/people/PersonPage.vue'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  localStorage.clear()
})

it('shows what few people have on record, by the names of those it is about', async () => {
  const court = smallCourt()
  const [first, second, ...rest] = court.people
  const told = { ...first!, courtLeader: true, mentor: second!.id, conflictUnits: ['office'] }
  const qualifications = [
    { person: told.id, kind: 'skill' as const, code: 'typing', level: 2, since: '2020-05-01', until: null },
  ]
  page = await openPage({ ...court, people: [told, second!, ...rest], qualifications }, `/people/${told.id}`, 'en', {
    more: { '/rounds': [] },
  })
  expect(said(page)).toMatch(/Court leader ?Yes/)
  expect(said(page)).toContain(`Units of conflict${court.departments.find(({ id }) => id === 'office')!.name}`)
  expect(page.get(`dd a[href="/people/${second!.id}"]`).text()).toBe(second!.name)
  expect(said(page)).toContain('since 2020-05-01')
  expect(said(page)).not.toContain('Under review')
})
