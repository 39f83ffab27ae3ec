import { addDays } from 'date-fns'
import { beforeAll, expect, it } from 'vitest'
import {
  dateOf,
  emptyHandover,
  pointsOf,
  type Handover,
  type HandoverDraft,
  type Message,
  type PlanData,
  type Round,
} from '../../src/domain'
import { createApi } from '../../src/server/api'
import { askOf, ifMatch, onBothEngines, type Ask } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }
/** Ann goes from the office to the team of the civil division. */
const moved: PlanData = { ...here, ann: 'ann@team/assistant' }
const inDays = (days: number): string => dateOf(addDays(new Date(), days))
const date = inDays(30)
const all: HandoverDraft = { ...emptyHandover, ticked: pointsOf(['office/assistant']) }

onBothEngines('hand-overs', (opened) => {
  let court = ''
  let of = ''
  let courts = 0
  let hr: Ask
  let ann: Ask
  beforeAll(() => void (hr = opened().ask))

  async function begin(on = date): Promise<void> {
    court = `handovers-${++courts}`
    const small = smallCourt(court)
    const departments = [...small.departments, { id: 'archive', name: 'Archive', kind: 'administrative' }]
    const posts = [...small.posts, { unit: 'archive', role: 'assistant' }]
    const given = { ...small, departments, posts }
    expect((await hr('POST', '/courts', { source: 'file', court: given })).status).toBe(201)
    const rules = ['release-to-front-line', 'must-rotate', 'donor-floor'].map((id) => ({ id, weight: 'off' as const }))
    const { body } = await hr<{ round: Round }>('POST', `/courts/${court}/rounds`, { ...roundOn(on), rules })
    of = `/courts/${court}/rounds/${body.round.id}`
    await keep(moved, 0)
    ann = await signIn({ role: 'staff', person: 'ann' })
  }
  async function keep(plan: PlanData, version: number, status = 'kept'): Promise<void> {
    const kept = await hr('PUT', `${of}/plan`, { plan, status, origin: 'hand' }, ifMatch(version))
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  }
  async function signIn(account: object): Promise<Ask> {
    const cookie = await cookieOf(opened().database.db, { court, ...account } as never)
    const services = opened() as never
    return askOf(inSession((request) => createApi(services).fetch(request), cookie))
  }
  const list = async (ask: Ask) => (await ask<Handover[]>('GET', `${of}/handovers`)).body
  const save = (draft: unknown, version: number, ask = ann, person = 'ann') =>
    ask<{ version: number }>('PUT', `${of}/handovers/${person}`, draft, ifMatch(version))
  const say = (verb: 'confirmation' | 'reopening', version: number, ask = ann, person = 'ann') =>
    ask<Handover>('POST', `${of}/handovers/${person}/${verb}`, undefined, ifMatch(version))

  it('are there for whose post changes in the kept plan, saved as they are written, confirmed, and opened again', async () => {
    await begin()
    const empty = { person: 'ann', date, from: ['office/assistant'], to: ['team/assistant'] }
    expect(await list(ann)).toEqual([
      { ...empty, draft: emptyHandover, confirmedOn: null, confirmedFor: null, version: 0 },
    ])
    const said: HandoverDraft = {
      ...all,
      own: [{ text: 'Key of the archive', ticked: true }],
      day: inDays(45),
      to: 'bo',
      toWords: 'and the registry',
    }
    expect(await save(said, 0)).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await say('confirmation', 1)).toMatchObject({
      status: 200,
      body: { ...empty, draft: said, confirmedOn: dateOf(new Date()), version: 2 },
    })
    expect(await save(all, 2)).toMatchObject({ status: 409, body: { code: 'handover-confirmed' } })
    expect(await say('confirmation', 2)).toMatchObject({
      status: 409,
      body: { code: 'handover-confirmed', facts: { on: dateOf(new Date()) } },
    })
    expect(await say('reopening', 2)).toMatchObject({
      status: 200,
      body: { confirmedOn: null, draft: said, version: 3 },
    })
    expect(await say('reopening', 3)).toMatchObject({ status: 409, body: { code: 'handover-not-confirmed' } })
    expect(await save(all, 3)).toMatchObject({ status: 200, body: { version: 4 } })
  })

  it('are confirmed only when all points are ticked, the own ones too', async () => {
    await begin()
    expect(await say('confirmation', 0)).toMatchObject({
      status: 409,
      body: { code: 'handover-open', facts: { open: 7, all: 7 } },
    })
    await save({ ...all, own: [{ text: 'Car', ticked: false }] }, 0)
    expect(await say('confirmation', 1)).toMatchObject({ status: 409, body: { facts: { open: 1, all: 8 } } })
  })

  it('are saved and confirmed on the version that was seen: what another window wrote is not lost', async () => {
    await begin()
    await save(all, 0)
    for (const late of [0, 7])
      expect(await save(emptyHandover, late)).toMatchObject({
        status: 412,
        body: { code: 'stale', current: { person: 'ann', draft: all, version: 1 } },
      })
    expect(await say('confirmation', 0)).toMatchObject({ status: 412, body: { current: { version: 1 } } })
    await say('confirmation', 1)
    expect(await say('reopening', 1)).toMatchObject({ status: 412, body: { current: { version: 2 } } })
    expect((await ann('PUT', `${of}/handovers/ann`, all)).status).toBe(428)
  })

  it('are between the day of the move and sixty days later, and to somebody else of the court', async () => {
    await begin()
    const facts = { first: date, last: inDays(90) }
    for (const day of [inDays(29), inDays(91)])
      expect(await save({ ...all, day }, 0)).toMatchObject({ status: 422, body: { code: 'handover-day', facts } })
    for (const to of ['ann', 'nobody'])
      expect(await save({ ...all, to }, 0)).toMatchObject({ status: 422, body: { code: 'handover-to' } })
    for (const wrong of [{ own: [{ text: 'x'.repeat(201), ticked: true }] }, { day: 'soon' }, { ticked: ['sleep'] }])
      expect(await save({ ...all, ...wrong }, 0)).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(await save({ ...all, day: inDays(90) }, 0)).toMatchObject({ status: 200 })
  })

  it('are opened again until their day, and not after it', async () => {
    await begin(inDays(-70))
    await save({ ...all, day: inDays(-10) }, 0)
    await say('confirmation', 1)
    expect(await say('reopening', 2)).toMatchObject({
      status: 409,
      body: { code: 'handover-over', facts: { day: inDays(-10) } },
    })
    await begin(inDays(-30))
    await save({ ...all, day: inDays(0) }, 0)
    await say('confirmation', 1)
    expect(await say('reopening', 2)).toMatchObject({ status: 200 })
  })

  it('are read by the person, HR and the heads of the two divisions, and by nobody else', async () => {
    await begin()
    await save({ ...all, toWords: 'private words' }, 0)
    const head = (...divisions: string[]) => signIn({ role: 'head', divisions })
    for (const ask of [hr, ann, await head('office'), await head('civil'), await head('archive', 'civil')])
      expect((await list(ask)).map(({ person, draft }) => [person, draft.toWords])).toEqual([['ann', 'private words']])
    const others = [
      await head('archive'),
      await signIn({ role: 'leader' }),
      await signIn({ role: 'staff', person: 'cy' }),
    ]
    for (const ask of others) {
      expect(await list(ask)).toEqual([])
      expect(await save(all, 1, ask)).toMatchObject({ status: 404, body: { code: 'handover-not-found' } })
      expect(await say('confirmation', 1, ask)).toMatchObject({ status: 404 })
    }
    // Heads read; the person writes, and HR for whoever asks.
    expect(await save(all, 1, await head('office'))).toMatchObject({ status: 404 })
    expect(await save(all, 1, hr)).toMatchObject({ status: 200 })
    expect(await save(all, 0, await signIn({ role: 'staff', person: 'cy' }), 'cy')).toMatchObject({
      status: 404,
      body: { code: 'handover-not-found' },
    })
  })

  it('follow the plan that is kept: who moves no longer hands nothing over, and what was written is not lost', async () => {
    await begin()
    const day = inDays(80)
    const said = { ...all, day, own: [{ text: 'Car', ticked: false }] }
    await save(said, 0)
    await keep(here, 1)
    for (const ask of [ann, hr]) expect(await list(ask)).toEqual([])
    expect(await save(all, 1)).toMatchObject({ status: 404, body: { code: 'handover-not-found' } })
    expect(await say('confirmation', 1)).toMatchObject({ status: 404 })
    // A draft is no plan that is kept.
    await keep(moved, 2, 'draft')
    expect(await list(hr)).toEqual([])
    expect(await ann('GET', `${of}/handovers`)).toMatchObject({ status: 404, body: { code: 'round-not-found' } })
    // To another division: its head reads it, and the one of before no longer.
    await keep({ ...here, ann: 'ann@archive/assistant' }, 3)
    expect(await list(ann)).toMatchObject([{ to: ['archive/assistant'], draft: said, version: 1 }])
    expect(await list(await signIn({ role: 'head', divisions: ['archive'] }))).toHaveLength(1)
    expect(await list(await signIn({ role: 'head', divisions: ['civil'] }))).toEqual([])
    await keep(moved, 4)
    expect(await list(ann)).toMatchObject([{ to: ['team/assistant'], draft: said, version: 1 }])
    // The round is put off: a day that does not fit to it any more is that of the move again.
    const { body } = await hr<{ round: Round; version: number }>('GET', of)
    const later = inDays(85)
    expect((await hr('PUT', of, { ...body.round, date: later }, ifMatch(body.version))).status).toBe(200)
    expect(await list(ann)).toMatchObject([{ date: later, draft: { ...said, day: null } }])
  })

  it('are open again where another move is kept than the one that was confirmed, with what was ticked', async () => {
    await begin()
    await save(all, 0)
    await say('confirmation', 1)
    const confirmed = { confirmedOn: dateOf(new Date()), confirmedFor: null, version: 2 }
    const elsewhere = { ...here, ann: 'ann@archive/assistant' }
    await keep(elsewhere, 1)
    const open = {
      ...{ to: ['archive/assistant'], draft: all, version: 2 },
      ...{ confirmedOn: null, confirmedFor: { from: ['office/assistant'], to: ['team/assistant'] } },
    }
    expect(await list(ann)).toMatchObject([open])
    expect(await say('reopening', 2)).toMatchObject({ status: 409, body: { code: 'handover-not-confirmed' } })
    // Back to the move that was confirmed, with nothing written meanwhile: it is confirmed.
    await keep(moved, 2)
    expect(await list(ann)).toMatchObject([confirmed])
    await keep(elsewhere, 3)
    expect(await save({ ...all, ticked: [] }, 2)).toMatchObject({ status: 200 })
    expect(await list(ann)).toMatchObject([{ ...open, draft: emptyHandover, version: 3 }])
    // What was written anew is confirmed for no move.
    await keep(moved, 4)
    expect(await list(ann)).toMatchObject([{ confirmedOn: null, confirmedFor: null, version: 3 }])
    await keep(elsewhere, 5)
    await save(all, 3)
    expect(await say('confirmation', 4)).toMatchObject({ status: 200, body: { ...confirmed, version: 5 } })
    expect(await list(ann)).toMatchObject([{ ...confirmed, to: ['archive/assistant'], version: 5 }])
  })

  it('are told to the heads of both divisions once confirmed, without a name', async () => {
    await begin()
    const heads = await Promise.all(
      ['office', 'civil', 'archive'].map((of) => signIn({ role: 'head', divisions: [of] })),
    )
    await save(all, 0)
    await say('confirmation', 1)
    const told = await Promise.all(
      heads.map(async (ask) => (await ask<{ messages: Message[] }>('GET', '/messages')).body.messages),
    )
    const said = { kind: 'handover-confirmed', facts: { round: 'First round', id: of.split('/').at(-1) } }
    expect(told.map((messages) => messages.map((each) => each.said))).toEqual([[said], [said], []])
  })

  it('are told in the log: whose, and when, but not what', async () => {
    await begin()
    await save({ ...all, own: [{ text: 'Secret drawer', ticked: true }] }, 0)
    await say('confirmation', 1)
    await say('reopening', 2)
    const { body } = await hr<{ entries: { action: string }[] }>('GET', `/audit?court=${court}&person=ann`)
    const entries = body.entries.filter(({ action }) => action.startsWith('handover.'))
    expect(entries).toMatchObject([
      { action: 'handover.reopen', people: ['ann'], changes: [{ list: 'handovers', after: { confirmedOn: null } }] },
      { action: 'handover.confirm', people: ['ann'], changes: [{ key: 'ann', before: { confirmedOn: null } }] },
    ])
    expect(JSON.stringify(body.entries)).not.toContain('Secret drawer')
  })
})
