import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '@/app/me/MePage.vue'
import { asked } from '@/app/ui/confirm'
import WishForm from '@/app/wishes/WishForm.vue'
import { emptyStatement, type WishStatement } from '@/domain'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

/** A server of one person's wishes, with versions, as the API has it. */
let held: { draft: WishStatement; confirmed: WishStatement | null; confirmedAt: string | null; version: number }
let open: boolean
let reachable: boolean
/** What is asked is done, and the answer is lost on its way. */
let deaf: boolean
const told = () => ({ ...held, window: { open, until: '2027-01-10', round: 'First round' } })
function answerTo(path: string, { method, headers, body }: RequestInit): Response {
  const answer = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
  if (!reachable) throw new TypeError('no network')
  if (method === 'GET') return answer(200, told())
  const given = Number(new Headers(headers).get('if-match')?.replaceAll('"', ''))
  if (given !== held.version) return answer(412, { code: 'stale', facts: {}, current: told() })
  held = path.endsWith('/confirm')
    ? { ...held, confirmed: held.draft, confirmedAt: '2026-11-29T08:00:00Z', version: given + 1 }
    : { ...held, draft: JSON.parse(body as string) as WishStatement, version: given + 1 }
  if (deaf) throw new TypeError('no network')
  return answer(200, path.endsWith('/confirm') ? told() : { version: held.version })
}

let page: VueWrapper
beforeEach(() => {
  open = true
  reachable = true
  deaf = false
  held = { draft: emptyStatement, confirmed: null, confirmedAt: null, version: 0 }
  localStorage.setItem('frontline.me.small', 'bo')
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  localStorage.clear()
})
async function show(changes: Record<string, unknown> = {}): Promise<void> {
  const more = { '/rounds': [], '/demand': [{ unit: 'team-1', wishes: 6 }], '/wishes': told() }
  page = await openPage(smallCourt(changes), '/me', 'en', { more })
  const rest = fetch
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) =>
    path.includes('/wishes') ? answerTo(path, init) : rest(path, init),
  )
}
const form = () => page.findComponent(WishForm)
const words = (): string => form().text().replace(/\s+/g, ' ')
const add = (unit: string): void => form().findComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', unit)
const ranked = (): string[] =>
  form()
    .findAll('li .name')
    .map((each) => each.text().split(' ')[0]!)
const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 700))
  await flushPromises()
}
const confirm = async (): Promise<void> => {
  await form().find('.foot button').trigger('click')
  await flushPromises()
  await flushPromises()
}

describe('wishes', () => {
  it('are saved by themselves as a draft, put in order by arrow keys, and confirmed', async () => {
    await show()
    expect(words()).toContain('Not confirmed yet.')
    add('office')
    add('team-1')
    await flushPromises()
    expect(ranked()).toEqual(['办公室', '民事审判庭'])
    expect(words()).toContain('Fewer than 5 wish for it')
    expect(words()).toContain('6 wish for it')
    await form().find('#wish-team-1').trigger('keydown', { key: 'ArrowUp' })
    expect(ranked()).toEqual(['民事审判庭', '办公室'])
    expect(words()).toContain('Saving the draft…')
    await settle()
    expect(held.draft.posts.map(({ unit }) => unit)).toEqual(['team-1', 'office'])
    expect(words()).toContain('Draft saved.')
    await confirm()
    expect(held.confirmed?.posts.map(({ unit }) => unit)).toEqual(['team-1', 'office'])
    expect(words()).toContain('Confirmed on 2026-11-29.')
    await form().find('[aria-label="Remove 办公室"]').trigger('click')
    expect(words()).toContain('Changed since it was confirmed on 2026-11-29')
  })
  it('are confirmed as they stand on the screen, saved or not', async () => {
    await show()
    add('office')
    await flushPromises()
    await confirm()
    expect(held.confirmed?.posts).toEqual([{ unit: 'office', role: null }])
  })
  it('are saved as those of whom they are, though HR goes on to somebody else at once', async () => {
    await show()
    const [saved, read]: [string[], string[]] = [[], []]
    const rest = fetch
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
      if (init.method === 'PUT') saved.push(`${path} ${init.body as string}`)
      else read.push(path)
      return rest(path, init)
    })
    add('office')
    await flushPromises()
    page.findComponent({ name: 'PersonSelect' }).vm.$emit('update:modelValue', 'cy')
    await settle()
    expect(saved).toHaveLength(1)
    expect(saved[0]).toContain('/people/bo/wishes')
    expect(saved[0]).toContain('office')
    expect(read.some((path) => path.includes('/people/cy/wishes'))).toBe(true)
  })
  it('begin with what HR entered', async () => {
    await show({ preferences: [{ person: 'bo', rank: 1, unit: 'team-1' }] })
    expect(ranked()).toEqual(['民事审判庭'])
    expect(words()).toContain('entered by HR')
    expect(form().find('.foot button').attributes('disabled')).toBeDefined()
  })
  it('take what another window has said meanwhile, and say so', async () => {
    await show()
    held = { ...held, draft: { ...emptyStatement, stay: 'said elsewhere' }, version: 3 }
    add('office')
    await settle()
    expect(words()).toContain('changed elsewhere')
    expect(form().find('textarea').element.value).toBe('said elsewhere')
    expect(held.version).toBe(3)
  })
  it('stay on the screen while the server cannot be reached, and save themselves once it can', async () => {
    await show()
    reachable = false
    add('office')
    await settle()
    expect(words()).toContain('The draft is not saved yet')
    expect(form().find('[role=alert]').exists()).toBe(false)
    expect(ranked()).toEqual(['办公室'])
    reachable = true
    await vi.waitFor(() => expect(words()).toContain('Draft saved.'), 3000)
    expect(held.draft.posts.map(({ unit }) => unit)).toEqual(['office'])
  })
  it('are saved at once when the network is back', async () => {
    await show()
    reachable = false
    add('office')
    await settle()
    reachable = true
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(words()).toContain('Draft saved.'), 300)
  })
  it('lose nothing that was said meanwhile where only the answer was lost', async () => {
    await show()
    deaf = true
    add('office')
    await settle()
    expect(held.version).toBe(1)
    add('team-1')
    deaf = false
    await vi.waitFor(() => expect(words()).toContain('Draft saved.'), 3000)
    expect(words()).not.toContain('changed elsewhere')
    expect(held.draft.posts.map(({ unit }) => unit)).toEqual(['office', 'team-1'])
  })
  it('warn whoever leaves before they are saved', async () => {
    await show()
    const router = page.vm.$router
    const isAsked = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    reachable = false
    add('office')
    await settle()
    expect(isAsked()).toBe(true)
    const stayed = router.push('/teams')
    await vi.waitFor(() => expect(asked.value?.title).toBe('Leave without saving?'))
    asked.value!.answer(false)
    await stayed
    expect(router.currentRoute.value.path).toBe('/me')
    // What can be saved is, and nobody is asked.
    reachable = true
    await router.push('/teams')
    expect(router.currentRoute.value.path).toBe('/teams')
    expect(held.draft.posts).toHaveLength(1)
    expect(isAsked()).toBe(false)
  })
  it('stay on the screen where the server does not take them, and are not sent again by themselves', async () => {
    await show()
    let sent = 0
    vi.stubGlobal('fetch', async () => {
      sent++
      return new Response(JSON.stringify({ code: 'wishes-closed', facts: {} }), { status: 409 })
    })
    add('office')
    await settle()
    expect(words()).toContain('The draft could not be saved.')
    expect(form().find('[role=alert]').exists()).toBe(true)
    window.dispatchEvent(new Event('online'))
    await new Promise((resolve) => setTimeout(resolve, 1300))
    expect(sent).toBe(1)
    expect(ranked()).toEqual(['办公室'])
  })
  it('cannot be changed once they are closed', async () => {
    open = false
    await show()
    expect(words()).toContain('Wishes for “First round” closed on 2027-01-10')
    expect(form().find('fieldset').attributes('disabled')).toBeDefined()
    expect(form().find('.foot button').attributes('disabled')).toBeDefined()
  })
})
