import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/privacy/PrivacyPage.vue'
import DueToday from '@/app/privacy/DueToday.vue'
import PeopleWhoLeft from '@/app/privacy/PeopleWhoLeft.vue'
import { asked } from '@/app/ui/confirm'
import { dismiss, notices } from '@/app/ui/notices'
import { labelsFor, type Court, type Due } from '@/domain'
import { openPage, said, settle } from '../page'
import { smallCourt } from '../small-court'

/** A server that forgets people: of the small court, Ed has left; Ann's leave has ended. */
let court: Court
let version: number
let due: Due[]
let sent: { method: string; path: string; on: string | null }[]
let refusal: object | null
const eds: Due = { kind: 'people', person: 'ed', name: '王五', rows: 1, since: '2026-03-31' }
const anns: Due = { kind: 'leaves', person: 'ann', name: '张三', rows: 1, since: '2026-01-31' }
/** Forgets Ed as far as the page goes: he is called by a label from now on. */
function forget(): void {
  const label = labelsFor(court, ['ed']).get('ed')!
  const people = court.people.map((each) => (each.id === 'ed' ? { ...each, id: label, name: label } : each))
  court = { ...court, people, assignments: court.assignments.filter(({ person }) => person !== 'ed') }
  due = due.filter(({ person }) => person !== 'ed')
  version += 1
}
let page: VueWrapper
beforeEach(() => {
  court = smallCourt()
  version = 1
  due = []
  sent = []
  refusal = null
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  notices.value.forEach(({ id }) => dismiss(id))
})
async function show(): Promise<void> {
  page = await openPage(court, '/privacy', 'en', { more: { '/retention': due } })
  const rest = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const { method = 'GET' } = init
    const answer = (status: number, data: unknown) => Promise.resolve(new Response(JSON.stringify(data), { status }))
    if (method !== 'GET') {
      sent.push({ method, path, on: new Headers(init.headers).get('if-match') })
      if (refusal !== null) return answer(412, refusal)
      forget()
      return answer(200, { version })
    }
    if (path.endsWith('/retention')) return answer(200, due)
    if (/\/courts\/small(\?|$)/.test(path)) return answer(200, { court, version })
    return rest(path, init)
  })
}
const left = (): string => page.getComponent(PeopleWhoLeft).text().replace(/\s+/g, ' ')
const today = (): string => page.getComponent(DueToday).text().replace(/\s+/g, ' ')

describe('people who have left', () => {
  it('are named with their last day, and what goes and stays is said', async () => {
    await show()
    expect(said(page)).toContain('whose personal facts are still kept: 1. Deleted already: 0.')
    expect(left()).toContain('王五')
    expect(left()).toContain('Last day 2026-03-31')
    expect(left()).not.toContain('张三')
    expect(said(page)).toMatch(/Goes: name and id.*Stays, under a label.*The audit log keeps/)
  })
  it('are forgotten on the version that is shown once that is confirmed, and go by a label then', async () => {
    await show()
    const press = async (): Promise<void> => {
      await page.getComponent(PeopleWhoLeft).get('button').trigger('click')
      await settle()
    }
    await press()
    expect(asked.value!.title).toContain('王五')
    asked.value!.answer(false)
    await settle()
    expect(sent).toEqual([])
    await press()
    asked.value!.answer(true)
    await settle()
    expect(sent).toEqual([{ method: 'DELETE', path: '/api/courts/small/people/ed', on: '"1"' }])
    expect(left()).toBe('There is nobody who has left and whose personal facts are still kept.')
    expect(said(page)).toContain('Deleted already: 1.')
    expect(notices.value.at(-1)!.text).toMatch(/^Deleted\. This person is now called “.+”\.$/)
    expect(notices.value.at(-1)!.text).not.toContain('王五')
  })
  it('are told of as they are now where somebody else was faster', async () => {
    await show()
    refusal = { code: 'stale', facts: { given: 1, version: 2 } }
    forget()
    await page.getComponent(PeopleWhoLeft).get('button').trigger('click')
    await settle()
    asked.value!.answer(true)
    await settle()
    expect(left()).toContain('There is nobody who has left')
    expect(page.getComponent(PeopleWhoLeft).find('[role=alert]').exists()).toBe(true)
  })
})

describe('what is past its time', () => {
  it('is counted by kind, and deleted all of it once that is confirmed', async () => {
    due = [eds, anns]
    await show()
    const counts = 'people who have left (1), leaves (1 person)'
    expect(today()).toContain(`Kept longer than the court says: ${counts}.`)
    await page.getComponent(DueToday).findAll('button').at(-1)!.trigger('click')
    await settle()
    expect(asked.value!.text).toContain(counts)
    due = []
    asked.value!.answer(true)
    await settle()
    expect(sent).toEqual([{ method: 'POST', path: '/api/courts/small/retention', on: '"1"' }])
    expect(today()).toBe('Nothing is past its time today.')
    expect(notices.value.at(-1)!.text).toBe('What was past its time is deleted.')
  })
  it('is read again and stays to be decided where the court is another by now', async () => {
    due = [anns]
    await show()
    refusal = { code: 'stale', facts: { given: 1, version: 2 } }
    version = 2
    due = [eds, anns]
    await page.getComponent(DueToday).findAll('button').at(-1)!.trigger('click')
    await settle()
    asked.value!.answer(true)
    await settle()
    expect(today()).toContain('people who have left (1), leaves (1 person)')
    expect(page.getComponent(DueToday).find('[role=alert]').exists()).toBe(true)
    expect(notices.value).toEqual([])
  })
})
