import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { i18n, setLanguage } from '@/app/i18n'
import { messageSaid, type Message, type MessageSaid } from '@/domain'
import en from '@/locales/en.json'
import { messageWords } from '@/locales/message-words'
import zh from '@/locales/zh-CN.json'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

afterEach(() => vi.unstubAllGlobals())

const move = { round: 'Round 1', date: '2027-01-04' }
const team = { unit: 'Team 3', department: 'Civil division', role: 'clerk' } as const
const every: MessageSaid[] = [
  { kind: 'move-planned', facts: { ...move, posts: [team], until: null } },
  { kind: 'move-changed', facts: { ...move, posts: [team, { ...team, department: null }], until: '2027-06-30' } },
  { kind: 'move-changed', facts: { ...move, posts: [], until: null } },
  { kind: 'move-dropped', facts: { round: 'Round 1' } },
  { kind: 'objection-filed', facts: { round: 'Round 1', id: 'round-1', answerBy: '2027-01-20' } },
  { kind: 'objection-answered', facts: { round: 'Round 1', state: 'upheld' } },
  { kind: 'wishes-open', facts: { round: 'Round 1', until: '2026-12-01' } },
  { kind: 'wishes-closing', facts: { round: 'Round 1', until: '2026-12-01', said: 'draft' } },
  { kind: 'wishes-closing', facts: { round: 'Round 1', until: '2026-12-01', said: 'nothing' } },
  { kind: 'password-set', facts: {} },
]
const inbox = (unread: number, count = every.length) => {
  const messages = every.slice(0, count).map((each, at): Message => {
    return { id: `m${at}`, said: each, court: 'small', at: '2026-11-29T08:00:00Z', read: at >= unread }
  })
  return { messages, count, unread }
}
const open = (language: 'zh-CN' | 'en', given: object) =>
  openPage(smallCourt(), '/messages', language, { more: { '/api/messages?size=50': given } })

describe('the words of a message', () => {
  it.each(['zh-CN', 'en'] as const)('are whole in %s, whatever it tells', async (language) => {
    await setLanguage(language)
    for (const each of every) {
      expect(messageSaid.parse(each)).toEqual(each)
      const words = messageWords(each, (key, given) => i18n.global.t(key, given ?? {}))
      expect(words).not.toMatch(/[{}]|messages\.|units\.|objections\./)
      expect(words.length).toBeGreaterThan(12)
    }
  })
  it('are there for every kind, with a verb', () => {
    const kinds = messageSaid.options.map(({ shape }) => shape.kind.value).toSorted()
    for (const { messages } of [zh, en]) {
      expect(Object.keys(messages.kinds).toSorted()).toEqual(kinds)
      expect(Object.keys(messages.go).toSorted()).toEqual(kinds)
    }
  })
})

describe('the page of messages', () => {
  it('tells each in the language at hand, unread ones by word, with the way to where it belongs', async () => {
    const page = await open('en', inbox(2))
    expect(said(page)).toContain('2 unread of 10.')
    expect(said(page)).toContain('from 2027-01-04 on to Civil division · Team 3 · Clerk. You can read why')
    expect(said(page)).toContain('(posted for a time, until 2027-06-30)')
    expect(page.findAll('li.unread')).toHaveLength(2)
    const links = page.findAll('li a').map((link) => link.attributes('href'))
    expect(links.slice(4, 8)).toEqual(['/rounds/round-1#objections', '/me#objection', '/me#wishes', '/me#wishes'])
    page.unmount()
    const chinese = await open('zh-CN', inbox(2))
    expect(said(chinese)).toContain('您对“Round 1”提出的异议已有答复：已采纳。')
    chinese.unmount()
  })
  it('marks one as read, and all up to the newest', async () => {
    const page = await open('en', inbox(3))
    const asked: string[] = []
    const answered = globalThis.fetch as (path: string) => Promise<Response>
    vi.stubGlobal('fetch', (path: string, { method = 'GET' } = {}) => {
      if (method !== 'POST') return answered(path)
      asked.push(path)
      return Promise.resolve(new Response(null, { status: 204 }))
    })
    await page.findAll('li button')[1]!.trigger('click')
    await flushPromises()
    await page.find('header button').trigger('click')
    await flushPromises()
    expect(asked).toEqual(['/api/messages/m1/read', '/api/messages/m0/all-read'])
    page.unmount()
  })
  it('says what will be there, and offers nothing to mark', async () => {
    const page = await open('en', inbox(0, 0))
    expect(said(page)).toContain('No messages yet')
    expect(said(page)).toContain('180 days')
    expect(page.find('button').exists()).toBe(false)
    page.unmount()
  })
})
