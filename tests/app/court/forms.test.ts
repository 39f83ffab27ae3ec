import { PiniaColada } from '@pinia/colada'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { i18n, setLanguage } from '../../../src/app/i18n'
import PersonDialog from '../../../src/app/court/PersonDialog.vue'
import RowDialog from '../../../src/app/court/RowDialog.vue'
import UnitDialog from '../../../src/app/court/UnitDialog.vue'
import { asked } from '../../../src/app/ui/confirm'
import { notices } from '../../../src/app/ui/notices'
import { useStoredCourt } from '../../../src/app/use-court'
import { usePreferences } from '../../../src/app/use-preferences'
import { courtFile, emptyCourt, type Court } from '../../../src/domain'
import { sheetOf } from '../../../src/workbook'
import { smallCourt } from '../small-court'

/** A server of one court, with versions, as the API has it. */
let held: { court: Court; version: number }
async function server(path: string, { method = 'GET', headers, body }: RequestInit = {}): Promise<Response> {
  const answer = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
  if (path === '/api/courts') return answer(200, [{ id: held.court.id }])
  if (method === 'GET') return answer(200, held)
  if (new Headers(headers).get('if-match') !== `"${held.version}"`)
    return answer(412, { code: 'stale', facts: {}, current: held })
  const next = courtFile.parse({ ...held.court, ...(JSON.parse(body as string) as object) })
  held = { court: next, version: held.version + 1 }
  return answer(200, { version: held.version })
}

// There is nothing to scroll where nothing is laid out.
Element.prototype.scrollIntoView = () => {}
beforeAll(() => {
  usePreferences().language.value = 'en'
  return setLanguage('en')
})
beforeEach(() => vi.stubGlobal('fetch', server))
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

let page: VueWrapper
/** Opens a form once the court is there, as a page does. */
async function open(court: Court, dialog: Component, props: Record<string, unknown>): Promise<void> {
  held = { court, version: 1 }
  const Page = defineComponent(() => {
    const stored = useStoredCourt()
    return () => (stored.data.value === undefined ? null : h(dialog, props))
  })
  page = mount(Page, { global: { plugins: [createPinia(), PiniaColada, i18n] }, attachTo: document.body })
  await flushPromises()
}
const within = (label: string): HTMLElement => {
  const found = document.body.querySelector<HTMLElement>(`[aria-label="${label}"]`)
  if (found === null) throw new Error(`No control is labelled ${label}.`)
  return found
}
async function type(label: string, text: string): Promise<void> {
  const found = within(label)
  const input = found instanceof HTMLInputElement ? found : found.querySelector('input')!
  input.value = text
  input.dispatchEvent(new Event('input'))
  input.dispatchEvent(new Event('change'))
  await flushPromises()
}
/** Chooses in a list as a reader of the screen would: by its words. */
async function choose(label: string, words: string): Promise<void> {
  within(label).click()
  await flushPromises()
  const option = [...document.body.querySelectorAll<HTMLElement>('[role=option]')].find(
    (each) => each.textContent.trim() === words,
  )
  if (option === undefined) throw new Error(`${words} is not offered.`)
  option.click()
  await flushPromises()
}
const send = async (): Promise<void> => {
  document.body.querySelector('form')!.dispatchEvent(new Event('submit'))
  await flushPromises()
}
const said = (): string[] =>
  [...document.body.querySelectorAll('[role=alert]')].map((each) => each.textContent.trim().replaceAll(/\s+/g, ' '))

describe('the forms', () => {
  it('make a department in an empty court, with posts', async () => {
    await open(emptyCourt('c', 'Court'), UnitDialog, { list: 'departments' })
    await send()
    expect(said()).toEqual(['Fill this in', 'Fill this in'])
    expect(held.version).toBe(1)
    await type('Name', 'Civil division')
    await choose('Kind', 'Trial division')
    ;[...document.body.querySelectorAll<HTMLElement>('.posts label')]
      .find((each) => /Clerk/.test(each.textContent))!
      .click()
    await flushPromises()
    await type('Clerk Fixed FTE', '0.5')
    await send()
    expect(held.court.departments).toMatchObject([{ id: 'dept-1', name: 'Civil division', kind: 'trial', floor: 0 }])
    expect(held.court.posts).toEqual([
      { unit: 'dept-1', role: 'clerk', fixed: 0.5, ceiling: null, least: null, ratioTo: null, duty: null },
    ])
  })

  it('propose a team, with what it takes to be set up', async () => {
    const court = smallCourt()
    await open(court, UnitDialog, { list: 'teams', row: court.teams.find(({ id }) => id === 'team-2')! })
    expect(document.body.querySelector('[aria-label="Judge Least to be open"]')).toBeNull()
    await choose('Status', 'Proposed')
    // The template of an ordinary team has one judge.
    expect(within('Judge Least to be open').getAttribute('placeholder')).toBe('1')
    await type('Judge Least to be open', '3')
    await send()
    expect(said()).toEqual([])
    expect(held.court.teams.find(({ id }) => id === 'team-2')).toMatchObject({ status: 'proposed' })
    expect(held.court.posts.find(({ unit }) => unit === 'team-2')).toMatchObject({ role: 'judge', least: 3 })
  })

  it('put a post in ratio to another of the unit, and back to cases', async () => {
    const court = smallCourt()
    const team = court.teams.find(({ id }) => id === 'team-1')!
    const clerk = () => held.court.posts.find(({ unit, role }) => unit === 'team-1' && role === 'clerk')!
    await open(court, UnitDialog, { list: 'teams', row: team })
    expect(document.body.querySelector('[aria-label="Clerk For each"]')).toBeNull()
    await choose('Clerk In ratio to', 'Judge')
    await type('Clerk For each', '0.5')
    await send()
    expect(said()).toEqual([])
    expect(clerk()).toMatchObject({ fixed: 0, ratioTo: { role: 'judge', per: 0.5 } })
    page.unmount()

    // The judge is followed now, so nothing may be offered there; without a judge the clerk follows cases again.
    await open(held.court, UnitDialog, { list: 'teams', row: team })
    expect(document.body.querySelector('input[aria-label="Judge In ratio to"]')).toHaveProperty('disabled', true)
    ;[...document.body.querySelectorAll<HTMLElement>('.posts label')]
      .find((each) => /Judge/.test(each.textContent))!
      .click()
    await flushPromises()
    expect(document.body.querySelector('[aria-label="Clerk For each"]')).toBeNull()
  })

  it('make a person with the post they hold', async () => {
    await open(smallCourt(), PersonDialog, {})
    await type('Name', 'Gus')
    await choose('Role', 'Clerk')
    await choose('Post', '民事审判庭 · 一团队 · Clerk')
    await send()
    expect(said()).toEqual([])
    expect(held.court.people.at(-1)).toMatchObject({ id: 'p-7', name: 'Gus', role: 'clerk', share: 1 })
    expect(held.court.assignments.at(-1)).toMatchObject({ person: 'p-7', unit: 'team-1', role: 'clerk', until: null })
  })

  it('keep what few people have folded, and open where it is told or wrong', async () => {
    const court = smallCourt()
    const folded = () => document.body.querySelector('details')!
    await open(court, PersonDialog, { row: court.people[1] })
    expect(folded().open).toBe(false)
    await choose('Mentor', '单雄 · bo')
    await send()
    expect(said()).toHaveLength(1)
    expect(folded().open).toBe(true)
    await choose('Mentor', '张三 · ann')
    await send()
    expect(held.court.people[1]).toMatchObject({ id: 'bo', mentor: 'ann', underReview: false })
    page.unmount()
    await open(held.court, PersonDialog, { row: held.court.people[1] })
    expect(folded().open).toBe(true)
  })

  it('say at the field what does not go together with other rows, in the words of the import', async () => {
    const court = smallCourt()
    await open(court, RowDialog, { list: 'assignments', given: { person: 'bo' } })
    await choose('Unit', '办公室')
    await choose('Post', 'Clerk')
    await send()
    expect(said()).toHaveLength(1)
    expect(said()[0]).toMatch(/more than 1/i)
    expect(held).toEqual({ court, version: 1 })
  })

  it('offer for an assignment only posts that the unit has', async () => {
    await open(smallCourt(), RowDialog, { list: 'assignments', given: { person: 'bo' } })
    await choose('Unit', '民事审判庭 · 二团队')
    within('Post').click()
    await flushPromises()
    await expect(choose('Post', 'Clerk')).rejects.toThrow('not offered')
    await choose('Post', 'Judge')
  })

  it('save nothing over a change by somebody else, and save on the new version when sent again', async () => {
    const court = smallCourt()
    await open(court, RowDialog, { list: 'leaves', row: court.leaves[0] })
    held = { court: { ...court, name: 'Renamed' }, version: 5 }
    await type('Until', '2026-02-28')
    await send()
    expect(said().join()).toMatch(/in the meantime/)
    expect(held.version).toBe(5)
    await send()
    expect(held).toMatchObject({ version: 6, court: { name: 'Renamed', leaves: [{ until: '2026-02-28' }] } })
  })

  it('remove a row when asked to, and put it back by undo', async () => {
    const court = smallCourt()
    await open(court, RowDialog, { list: 'qualifications', row: court.qualifications[0] })
    document.body.querySelector<HTMLElement>('.remove')!.click()
    await flushPromises()
    asked.value!.answer(true)
    await flushPromises()
    expect(held.court.qualifications).toEqual([])
    notices.value.at(-1)!.action!.act()
    await flushPromises()
    expect(held).toEqual({ court, version: 3 })
  })

  it('do not undo over what was changed since', async () => {
    const court = smallCourt()
    await open(court, RowDialog, { list: 'posts', row: court.posts[0] })
    await type('Ceiling', '7')
    await send()
    const { undo } = { undo: notices.value.at(-1)!.action!.act }
    held = { ...held, version: 9 }
    undo()
    await flushPromises()
    expect(held.court.posts[0]).toMatchObject({ ceiling: 7 })
    expect(notices.value.at(-1)).toMatchObject({ kind: 'failed' })
  })

  it('change one setting and leave the others', async () => {
    const court = smallCourt()
    await open(court, RowDialog, { list: 'court', row: sheetOf('court').rowsOf(court)![0], only: ['longLeaveDays'] })
    expect(document.body.querySelector('.remove')).toBeNull()
    expect(document.body.querySelector('[aria-label="Court name"]')).toBeNull()
    await type('Long leave days', '60')
    await send()
    expect(held.court).toEqual({ ...court, settings: { ...court.settings, longLeaveDays: 60 } })
  })

  it('say at the field of a setting what is wrong', async () => {
    await open(smallCourt(), RowDialog, { list: 'yearValues', given: { role: 'clerk' } })
    await type('Year', '')
    await send()
    expect(said()).toHaveLength(1)
    expect(held.version).toBe(1)
  })

  it('refuse to remove what others refer to, and say which list does', async () => {
    const court = smallCourt()
    await open(court, RowDialog, { list: 'caseTypes', row: court.caseTypes[0] })
    document.body.querySelector<HTMLElement>('.remove')!.click()
    await flushPromises()
    asked.value!.answer(true)
    await flushPromises()
    expect(said().join()).toContain('Caseload')
    expect(held).toEqual({ court, version: 1 })
  })
})

describe('a form that is closed', () => {
  const escape = async (): Promise<void> => {
    document.body
      .querySelector('.el-dialog')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }))
    await flushPromises()
  }
  const cancel = async (): Promise<void> => {
    ;[...document.body.querySelectorAll<HTMLElement>('.el-dialog__footer button')]
      .find((each) => each.textContent.trim() === 'Cancel')!
      .click()
    await flushPromises()
  }
  const closed = vi.fn()
  beforeEach(() => closed.mockReset())

  it('asks before what was filled in is lost, however it is closed', async () => {
    await open(smallCourt(), RowDialog, { list: 'caseTypes', onClose: closed })
    await type('Name', 'Rents')
    for (const close of [escape, cancel]) {
      await close()
      expect(closed).not.toHaveBeenCalled()
      expect(asked.value?.title).toBe('Discard what you changed?')
      asked.value!.answer(false)
      await flushPromises()
      expect(closed).not.toHaveBeenCalled()
    }
    await escape()
    asked.value!.answer(true)
    await flushPromises()
    expect(closed).toHaveBeenCalledOnce()
  })
  it('closes at once where nothing was changed', async () => {
    await open(smallCourt(), UnitDialog, { list: 'teams', onClose: closed })
    await escape()
    expect(asked.value).toBeUndefined()
    expect(closed).toHaveBeenCalledOnce()
  })
})
