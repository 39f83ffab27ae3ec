import { eq, sql } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import { beforeEach, expect, it, vi } from 'vitest'
import {
  dateOf,
  emptyStatement,
  messageLasts,
  type AccountFacts,
  type Message,
  type MessageSaid,
  type PlanData,
  type Round,
} from '../../src/domain'
import { afterWorkingDays } from '../../src/domain/working-days'
import { createApi } from '../../src/server/api'
import { addAccounts } from '../../src/server/db/accounts'
import { forgetMessages } from '../../src/server/db/messages'
import { messages, users } from '../../src/server/db/schema'
import { isNear, remindOfWishes } from '../../src/server/reminders'
import { askOf, ifMatch, onBothEngines, type Ask } from './engines'
import { cheapHash, cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

const today = dateOf(new Date())
const stay: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }
const annMoves: PlanData = { ...stay, ann: 'ann@team/assistant' }
const rules = ['release-to-front-line', 'donor-floor', 'must-rotate', 'everyone-placed'].map((id) => ({
  id,
  weight: 'off' as const,
}))
interface Inbox {
  messages: Message[]
  count: number
  unread: number
}

onBothEngines('messages', (opened) => {
  let court = ''
  let courts = 0
  let ann: Ask
  let bo: Ask
  const db = () => opened().database.db
  const as = async (given: Partial<AccountFacts> & Pick<AccountFacts, 'role'>): Promise<Ask> =>
    askOf(inSession((request) => createApi(opened()).fetch(request), await cookieOf(db(), { court, ...given })))
  const inbox = async (of: Ask, size = 50): Promise<Inbox> => (await of<Inbox>('GET', `/messages?size=${size}`)).body
  const told = async (of: Ask): Promise<MessageSaid[]> => (await inbox(of)).messages.map(({ said }) => said)
  const kinds = async (of: Ask): Promise<string[]> => (await told(of)).map(({ kind }) => kind)

  beforeEach(async () => {
    court = `messages-${++courts}`
    await opened().ask('POST', '/courts', { source: 'file', court: smallCourt(court) })
    ann = await as({ role: 'staff', person: 'ann' })
    bo = await as({ role: 'staff', person: 'bo' })
  })
  async function begin(changes: Partial<Round> = {}): Promise<string> {
    const given = { ...roundOn('2099-01-05'), rules, ...changes }
    const { body } = await opened().ask<{ round: Round }>('POST', `/courts/${court}/rounds`, given)
    return `/courts/${court}/rounds/${body.round.id}`
  }
  let version = 0
  async function save(of: string, plan: PlanData, status = 'kept', on = version): Promise<void> {
    const saved = await opened().ask('PUT', `${of}/plan`, { plan, status, origin: 'hand' }, ifMatch(on))
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    version = on + 1
  }
  const move = { round: 'First round', date: '2099-01-05', until: null }
  const toTeam = [{ unit: 'Team', department: 'Civil division', role: 'assistant' }]

  it('tell those alone who move that a plan is kept, and of a draft nobody', async () => {
    const of = await begin()
    await save(of, annMoves, 'draft', 0)
    expect(await told(ann)).toEqual([])
    await save(of, annMoves)
    expect(await told(ann)).toEqual([{ kind: 'move-planned', facts: { ...move, posts: toTeam } }])
    expect(await told(bo)).toEqual([])
    // Kept anew with the same move, there is nothing new.
    await save(of, annMoves)
    expect(await kinds(ann)).toEqual(['move-planned'])
  })
  it('tell of a move that is another, is dropped, and is given up with the plan', async () => {
    const of = await begin()
    await save(of, annMoves, 'kept', 0)
    await save(of, { ...stay, ann: null, bo: 'bo@team/clerk' })
    expect(await told(ann)).toMatchObject([{ kind: 'move-changed', facts: { posts: [] } }, { kind: 'move-planned' }])
    expect(await kinds(bo)).toEqual(['move-planned'])
    await save(of, { ...stay, ann: null })
    expect(await told(bo)).toMatchObject([
      { kind: 'move-dropped', facts: { round: 'First round' } },
      { kind: 'move-planned' },
    ])
    await save(of, stay, 'draft')
    expect(await kinds(ann)).toEqual(['move-dropped', 'move-changed', 'move-planned'])
  })
  it('tell of another date of the round, and of a round that is removed', async () => {
    const of = await begin()
    await save(of, annMoves, 'kept', 0)
    const { body } = await opened().ask<{ round: Round }>('GET', of)
    await opened().ask('PUT', of, { ...body.round, date: '2099-02-02' }, ifMatch(1))
    expect((await told(ann))[0]).toMatchObject({ kind: 'move-changed', facts: { date: '2099-02-02', posts: toTeam } })
    await opened().ask('DELETE', of)
    expect((await kinds(ann))[0]).toBe('move-dropped')
    expect(await told(bo)).toEqual([])
  })
  it('tell HR of an objection without a name, and the person of the answer', async () => {
    const hr = await as({ role: 'hr' })
    const elsewhere = await as({ role: 'hr', court: null })
    const of = await begin()
    await save(of, annMoves, 'kept', 0)
    const { body } = await ann<{ id: string; answerBy: string }>('POST', `${of}/objections`, {
      person: 'ann',
      text: 'My private reason',
    })
    const id = of.split('/').at(-1)
    const filed = { kind: 'objection-filed', facts: { round: 'First round', id, answerBy: body.answerBy } }
    expect(await told(hr)).toEqual([filed])
    expect((await told(elsewhere))[0]).toEqual(filed)
    expect(await told(bo)).toEqual([])
    expect(JSON.stringify(await inbox(hr))).not.toMatch(/ann|private reason/i)
    await hr('POST', `${of}/objections/${body.id}/answer`, { state: 'dismissed', answer: 'In writing' })
    expect((await told(ann))[0]).toEqual({
      kind: 'objection-answered',
      facts: { round: 'First round', state: 'dismissed' },
    })
    expect(JSON.stringify(await inbox(ann))).not.toContain('In writing')
  })
  it('do not tell HR of what they filed themselves, nor anybody of an objection that is taken back', async () => {
    const hr = await as({ role: 'hr' })
    const of = await begin()
    await save(of, annMoves, 'kept', 0)
    const { body } = await hr<{ id: string }>('POST', `${of}/objections`, { person: 'ann', text: 'Said on the phone' })
    expect(await told(hr)).toEqual([])
    await hr('POST', `${of}/objections/${body.id}/withdrawal`)
    expect(await kinds(ann)).toEqual(['move-planned'])
  })
  it('tell everybody of the court once that wishes are open, and again of another last day', async () => {
    const until = afterWorkingDays(today, 10)
    const of = await begin({ wishesUntil: until })
    const { body } = await opened().ask<{ round: Round }>('GET', of)
    await opened().ask('PUT', of, { ...body.round, name: 'Renamed' }, ifMatch(1))
    expect(await told(bo)).toEqual([{ kind: 'wishes-open', facts: { round: 'First round', until } }])
    const later = afterWorkingDays(until, 2)
    await opened().ask('PUT', of, { ...body.round, wishesUntil: later }, ifMatch(2))
    expect((await told(bo))[0]).toEqual({ kind: 'wishes-open', facts: { round: 'First round', until: later } })
    await begin({ wishesUntil: '2020-01-01' })
    expect(await told(bo)).toHaveLength(2)
  })
  it('remind those who have not confirmed their wishes, once for each last day', async () => {
    const until = afterWorkingDays(today, 3)
    await begin({ wishesUntil: until })
    const cy = await as({ role: 'staff', person: 'cy' })
    const wishes = (person: string) => `/courts/${court}/people/${person}/wishes`
    await ann('PUT', wishes('ann'), emptyStatement, ifMatch(0))
    await bo('PUT', wishes('bo'), emptyStatement, ifMatch(0))
    expect((await bo('POST', `${wishes('bo')}/confirm`, undefined, ifMatch(1))).status).toBe(200)
    await remindOfWishes(db(), today)
    await remindOfWishes(db(), today)
    const reminder = (said: string) => ({ kind: 'wishes-closing', facts: { round: 'First round', until, said } })
    expect(await told(ann)).toEqual([reminder('draft'), expect.objectContaining({ kind: 'wishes-open' })])
    expect(await kinds(bo)).toEqual(['wishes-open'])
    expect(await told(cy)).toEqual([reminder('nothing')])
    // Changed after it was confirmed, it is a draft again: on the next morning that is told.
    await bo('PUT', wishes('bo'), { ...emptyStatement, stay: 'Here' }, ifMatch(2))
    await remindOfWishes(db(), afterWorkingDays(today, 1))
    expect((await told(bo))[0]).toEqual(reminder('draft'))
    expect(await told(cy)).toHaveLength(1)
  })
  it('are brought by the calendar too, every morning', async () => {
    await begin({ wishesUntil: afterWorkingDays(today, 1) })
    const boss = new PgBoss({ ...opened().database.queue, supervise: false, schedule: false })
    await boss.start()
    try {
      expect(await boss.getSchedules()).toMatchObject([
        { name: 'daily', cron: '0 6 * * *', options: { missed: 'once' } },
      ])
      await boss.send('daily')
      await vi.waitFor(async () => expect(await kinds(ann)).toEqual(['wishes-closing', 'wishes-open']), {
        timeout: 20_000,
        interval: 200,
      })
    } finally {
      await boss.stop({ close: opened().database.engine === 'postgresql' })
    }
  })
  it('do not remind of wishes that HR has recorded', async () => {
    const until = afterWorkingDays(today, 1)
    await begin({ wishesUntil: until })
    const preferences = [{ person: 'ann', rank: 1, unit: 'team', role: null }]
    const changed = await opened().ask('PATCH', `/courts/${court}`, { preferences }, ifMatch(1))
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    await remindOfWishes(db(), today)
    expect(await kinds(ann)).toEqual(['wishes-open'])
    expect(await kinds(bo)).toEqual(['wishes-closing', 'wishes-open'])
  })
  it('tell an account that somebody else set its password, not that it did so itself', async () => {
    const manage = await as({ role: 'administrator', court: null })
    const facts = { username: `m-${court}`, name: 'M', role: 'hr' as const, court: null, divisions: [], person: null }
    const first = 'a fine long password'
    const given = { ...facts, hash: await cheapHash(first), mustChange: false }
    const [id] = await addAccounts(db(), [given], { id: null })
    const signIn = async (password: string): Promise<Ask> => {
      const cookies = await opened().accounts.signIn(facts.username, password, new Headers())
      const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
      return askOf(inSession((request) => createApi(opened()).fetch(request), cookie))
    }
    const own = await signIn(first)
    await own('PUT', '/session/password', { current: first, next: 'quite another password' })
    expect(await told(own)).toEqual([])
    const { body } = await manage<{ password: string }>('POST', `/accounts/${id}/password`)
    const anew = await signIn(body.password)
    expect(await anew('GET', '/messages')).toMatchObject({ status: 403, body: { code: 'password-to-change' } })
    await anew('PUT', '/session/password', { current: body.password, next: 'the last password of all' })
    expect(await told(anew)).toEqual([{ kind: 'password-set', facts: {} }])
  })

  it('are counted, marked as read one by one or all at once, and are nobody else’s', async () => {
    const until = afterWorkingDays(today, 10)
    for (const name of ['One', 'Two', 'Three', 'Four']) await begin({ name, wishesUntil: until })
    const { messages: all, ...sums } = await inbox(ann, 3)
    expect(sums).toEqual({ count: 4, unread: 4 })
    expect(all.map(({ said }) => (said.facts as { round: string }).round)).toEqual(['Four', 'Three', 'Two'])
    const ids = all.map(({ id }) => id)
    for (const path of ['read', 'all-read'])
      expect(await bo('POST', `/messages/${ids[0]}/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'message-not-found' },
      })
    expect(await ann('POST', `/messages/${ids[0]}/read`)).toMatchObject({ status: 204 })
    expect((await inbox(ann)).messages.map(({ read }) => read)).toEqual([true, false, false, false])
    // What came after the one that was seen last stays as it is.
    await ann('POST', `/messages/${ids[1]}/all-read`)
    await begin({ name: 'Five', wishesUntil: until })
    expect(await inbox(ann)).toMatchObject({ count: 5, unread: 1 })
    expect(await inbox(bo)).toMatchObject({ count: 5, unread: 5 })
  })
  it('of a person are read by that person’s account alone, whoever has it', async () => {
    const of = await begin()
    await save(of, annMoves, 'kept', 0)
    const [account] = await db()
      .select()
      .from(users)
      .where(sql`court = ${court} and person = 'ann'`)
    await db().update(users).set({ person: 'cy' }).where(eq(users.id, account!.id))
    expect(await told(ann)).toEqual([])
    expect((await opened().ask('DELETE', `/courts/${court}`)).status).toBe(204)
    expect(await db().select().from(messages).where(eq(messages.courtId, court))).toEqual([])
  })
  it('go after half a year', async () => {
    await begin({ wishesUntil: afterWorkingDays(today, 10) })
    await begin({ wishesUntil: afterWorkingDays(today, 10) })
    const [older, newer] = (await inbox(ann)).messages
    const age = (id: string, days: number) =>
      db()
        .update(messages)
        .set({ at: sql`now() - make_interval(days => ${days})` })
        .where(eq(messages.id, id))
    await age(older!.id, messageLasts + 1)
    await age(newer!.id, messageLasts - 1)
    await forgetMessages(db())
    expect((await inbox(ann)).messages.map(({ id }) => id)).toEqual([newer!.id])
  })
})

it('is near from three working days before the last day until that day is over', () => {
  const round = { date: '2026-12-07', wishesUntil: '2026-11-24' }
  const days = ['2026-11-18', '2026-11-19', '2026-11-21', '2026-11-24', '2026-11-25']
  expect(days.filter((day) => isNear(round, day))).toEqual(['2026-11-19', '2026-11-21', '2026-11-24'])
  expect(isNear({ ...round, wishesUntil: null }, '2026-11-24')).toBe(false)
})
