import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/me/MePage.vue'
import MyHandover from '@/app/handovers/MyHandover.vue'
import { session } from '@/app/account/session'
import { blankRound, emptyHandover, pointsOf, type Handover, type PlanData, type Round } from '@/domain'
import { openPage } from '../page'
import { smallCourt } from '../small-court'
import { HandoverServer } from './server'

const round: Round = { id: 'r1', name: 'Round 1', date: '2099-03-02', ...blankRound }
const plan: PlanData = {
  ...{ ann: 'ann@team-1/judge', bo: 'bo@team-1/clerk' },
  ...{ cy: 'cy@office/clerk', di: 'di@office/clerk', flo: null },
}
const kept = { plan, status: 'kept', origin: 'hand', proposal: null, version: 1, savedAt: '2026-02-01T00:00:00Z' }
const ticked = pointsOf(['office/clerk'])

/** HR, as whom every page is opened here. */
const hr = session.value
let server: HandoverServer
let page: VueWrapper
beforeEach(() => {
  server = new HandoverServer()
  localStorage.setItem('frontline.me.small', 'bo')
})
afterEach(() => {
  page.unmount()
  session.value = hr
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
  localStorage.clear()
})
async function show(row: Partial<Handover> | null, language: 'en' | 'zh-CN' = 'en'): Promise<void> {
  server.rows = row === null ? [] : [HandoverServer.row('bo', row)]
  const more = { '/rounds': [{ round, version: 1, kept: true }], '/plan': kept, '/handovers': server.rows }
  page = await openPage(smallCourt(), '/me', language, { more })
  server.take()
  await turn()
}
const turn = async (): Promise<void> => {
  for (let each = 0; each < 5; each++) await flushPromises()
}
const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 700))
  await turn()
}
const card = () => page.getComponent(MyHandover)
const words = (): string => card().text().replace(/\s+/g, ' ')
const boxes = () => card().findAll<HTMLInputElement>('input[type=checkbox]')
const button = (text: string) =>
  card()
    .findAll('button')
    .find((each) => each.text() === text || each.attributes('aria-label') === text)!

describe('a hand-over', () => {
  it('is ticked point by point, saves itself, and is confirmed once all is done', async () => {
    await show({})
    expect(words()).toContain('In “Round 1” you go from 办公室 · Clerk to')
    expect(boxes()).toHaveLength(ticked.length)
    expect(words()).toContain('0 of 7 points done')
    expect(button('Confirm that all is handed over').attributes('disabled')).toBeDefined()
    expect(words()).toContain('7 points are not ticked yet')
    for (const box of boxes()) await box.setValue(true)
    await card().get('#handover-own').setValue('  Key of the archive ')
    await card().get('form').trigger('submit')
    expect(words()).toContain('7 of 8 points done')
    await settle()
    expect(server.saved.at(-1)).toEqual({
      ...emptyHandover,
      ticked,
      own: [{ text: 'Key of the archive', ticked: false }],
    })
    expect(words()).toContain('Saved.')
    await boxes().at(-1)!.setValue(true)
    await button('Confirm that all is handed over').trigger('click')
    await turn()
    // What was ticked last is saved before it is confirmed.
    expect(server.rows[0]).toMatchObject({ confirmedOn: '2099-02-01', draft: { own: [{ ticked: true }] } })
    expect(words()).toContain('Confirmed on 2099-02-01')
    expect(boxes()).toHaveLength(0)
    expect(words()).toContain('Key of the archive done')
  })

  it('is opened again until its day, and not after it', async () => {
    await show({ version: 3, confirmedOn: '2099-02-01', draft: { ...emptyHandover, ticked, day: '2099-03-20' } })
    expect(words()).toContain('up to and including the day of the hand-over, 2099-03-20')
    await button('Open it again').trigger('click')
    await turn()
    expect(boxes()).toHaveLength(ticked.length)
    expect(server.rows[0]).toMatchObject({ confirmedOn: null, version: 4 })
    page.unmount()
    await show({ date: '2026-03-02', version: 3, confirmedOn: '2026-03-02', draft: { ...emptyHandover, ticked } })
    expect(words()).toContain('The day of the hand-over, 2026-03-02, is over')
    expect(button('Open it again')).toBeUndefined()
  })

  it('that was confirmed for another move says why it is open again', async () => {
    const confirmedFor = { from: ['office/clerk'], to: [] }
    await show({ version: 3, confirmedFor, draft: { ...emptyHandover, ticked } })
    expect(words()).toContain('You confirmed it for the move from 办公室 · Clerk to')
    expect(words()).toContain('7 of 7 points done')
    await button('Confirm that all is handed over').trigger('click')
    await turn()
    expect(words()).toContain('Confirmed on 2099-02-01')
    expect(words()).not.toContain('for the move from')
  })

  it('has points of one’s own that can be taken off again, a day of its own and whom it goes to', async () => {
    await show({ version: 1, draft: { ...emptyHandover, own: [{ text: 'Car', ticked: false }] } })
    await button('Remove “Car”').trigger('click')
    await turn()
    expect(document.activeElement?.id).toBe('handover-own')
    const day = card().getComponent({ name: 'ElDatePicker' })
    expect(day.props('modelValue')).toBe('2099-03-02')
    const isOutside = day.props('disabledDate') as (day: Date) => boolean
    expect(
      [new Date(2099, 2, 1), new Date(2099, 2, 2), new Date(2099, 4, 1), new Date(2099, 4, 2)].map(isOutside),
    ).toEqual([true, false, false, true])
    day.vm.$emit('update:modelValue', '2099-04-01')
    card().getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 'cy')
    await settle()
    expect(server.saved.at(-1)).toEqual({ ...emptyHandover, day: '2099-04-01', to: 'cy' })
    day.vm.$emit('update:modelValue', '2099-03-02')
    await button('Nobody named').trigger('click')
    await settle()
    // The day of the move is kept as no choice, so that it follows the plan.
    expect(server.saved.at(-1)).toEqual(emptyHandover)
  })

  it('takes what another window wrote meanwhile, and says so', async () => {
    await show({ version: 1, draft: { ...emptyHandover, ticked: ['access'] } })
    server.rows = [
      HandoverServer.row('bo', { version: 5, confirmedOn: '2099-02-01', draft: { ...emptyHandover, ticked } }),
    ]
    await boxes()[0]!.setValue(true)
    await settle()
    expect(words()).toContain('changed somewhere else meanwhile')
    expect(words()).toContain('Confirmed on 2099-02-01')
    expect(server.saved).toEqual([])
  })

  it('stays on the screen while the server cannot be reached, and saves itself once it can', async () => {
    await show({})
    server.reachable = false
    await boxes()[0]!.setValue(true)
    await settle()
    expect(words()).toContain('Not saved yet')
    expect(boxes()[0]!.element.checked).toBe(true)
    server.reachable = true
    await vi.waitFor(() => expect(words()).toContain('Saved.'), 3000)
    expect(server.saved).toHaveLength(1)
  })

  it('is shown to nobody who does not move', async () => {
    await show(null)
    expect(card().html()).toBe('<!--v-if-->')
  })

  it('speaks Chinese', async () => {
    await show({ confirmedOn: null }, 'zh-CN')
    expect(words()).toMatch(/“Round 1”自 2099-03-02 起.*已办 0 项，共 7 项.*还有 7 项没有勾选/)
  })

  it('is in the calendar of the person if its day is not that of the move', async () => {
    const staff = {
      id: 's',
      username: 's',
      name: 'S',
      role: 'staff',
      court: 'small',
      divisions: [],
      person: 'bo',
    } as const
    session.value = { state: 'signed-in', account: { ...staff, divisions: [], mustChange: false } }
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => (files.push(blob as Blob), 'blob:x'))
    for (const day of [null, '2099-04-01']) {
      await show({ version: 1, draft: { ...emptyHandover, day } })
      await page
        .findAll('button')
        .find((each) => each.text() === 'Add to my calendar')!
        .trigger('click')
      await vi.waitFor(() => expect(files).toHaveLength(day === null ? 1 : 2))
      if (day === null) page.unmount()
    }
    const [without, withDay] = await Promise.all(files.map((file) => file.text()))
    expect(without).not.toContain('Hand-over')
    expect(withDay).toContain('DTSTART;VALUE=DATE:20990401')
    expect(withDay).toContain('SUMMARY:Hand-over: 办公室')
  })
})
