import { beforeAll, expect, it } from 'vitest'
import { dateOf, type PlanData, type ReviewAnswer, type ReviewSent, type Round } from '../../src/domain'
import { createApi } from '../../src/server/api'
import { askOf, ifMatch, onBothEngines, type Ask } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }
/** Ann and Bo go from the office to the team: each out of one division, and into another. */
const plan: PlanData = { ...here, ann: 'ann@team/assistant', bo: 'bo@team/clerk' }
const today = dateOf(new Date())
const until = '2099-12-31'
interface Told {
  sent: ReviewSent | null
  answers: ReviewAnswer[]
  heads: string[]
}
const ann = { person: 'ann', from: here.ann!, to: plan.ann! }
const bo = { person: 'bo', from: here.bo!, to: plan.bo! }

onBothEngines('a review', (opened) => {
  let at = ''
  let courts = 0
  let court = ''
  let civil: Ask
  let office: Ask
  const hr = <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    opened().ask<T>(method, `${at}${path}`, body, headers)
  const headOf = async (division: string): Promise<Ask> => {
    const { db } = opened().database
    const cookie = await cookieOf(db, { role: 'head', court, divisions: [division] })
    return askOf(inSession((request) => createApi(opened()).fetch(request), cookie))
  }
  const say = (head: Ask, division: string, ...answers: object[]) =>
    head<Told>('POST', `${at}/review/answers`, { division, answers })
  const read = async (head: Ask) => (await head<Told>('GET', `${at}/review`)).body
  const save = (next: PlanData, version: number, status = 'draft') =>
    hr('PUT', '/plan', { plan: next, status, origin: 'hand' }, ifMatch(version))

  beforeAll(() => expect(opened().database.engine).toBeTruthy())
  /** A round with a draft, sent for review unless told otherwise. */
  async function begin(sends = true): Promise<void> {
    court = `reviews-${++courts}`
    await opened().ask('POST', '/courts', { source: 'file', court: smallCourt(court) })
    const rules = ['release-to-front-line', 'must-rotate', 'donor-floor'].map((id) => ({ id, weight: 'off' as const }))
    const { body } = await opened().ask<{ round: Round }>('POST', `/courts/${court}/rounds`, { ...roundOn(), rules })
    at = `/courts/${court}/rounds/${body.round.id}`
    expect((await save(plan, 0)).status).toBe(200)
    if (sends) expect((await hr('PUT', '/review', { until })).status).toBe(200)
    civil = await headOf('civil')
    office = await headOf('office')
  }

  it('begins when HR sends a saved draft, with a last day that may be set anew', async () => {
    await begin(false)
    expect(await read(civil)).toEqual({ sent: null, answers: [], heads: ['civil'] })
    expect(await say(civil, 'civil', { ...ann, verdict: 'accept' })).toMatchObject({
      status: 409,
      body: { code: 'review-not-sent' },
    })
    expect(await hr('PUT', '/review', { until: '2020-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'review-day-past' },
    })
    expect(await hr('PUT', '/review', { until })).toMatchObject({
      status: 200,
      body: { sent: { on: today, until }, heads: ['civil', 'office'] },
    })
    await say(civil, 'civil', { ...ann, verdict: 'accept' })
    await hr('PUT', '/review', { until: '2099-01-31' })
    expect(await read(civil)).toMatchObject({ sent: { until: '2099-01-31' }, answers: [{ person: 'ann' }] })
  })
  it('tells the heads of the divisions that it touches, and no others', async () => {
    await begin(false)
    const elsewhere = await headOf('elsewhere')
    await hr('PUT', '/review', { until })
    const inbox = async (head: Ask) =>
      (await head<{ messages: { said: unknown }[] }>('GET', '/messages?size=5')).body.messages.map(({ said }) => said)
    const said = { kind: 'review-sent', facts: { round: roundOn().name, until } }
    expect([await inbox(civil), await inbox(office), await inbox(elsewhere)]).toEqual([[said], [said], []])
  })
  it('is called back by HR: the heads are told, answer no more, and need not answer anew once it is sent again', async () => {
    await begin()
    await say(civil, 'civil', { ...ann, verdict: 'object', reason: 'We need two' })
    expect(await hr('DELETE', '/review')).toMatchObject({ status: 200, body: { sent: null } })
    expect(await read(civil)).toMatchObject({ sent: null })
    for (const head of [civil, office]) {
      const { body } = await head<{ messages: { said: unknown }[] }>('GET', '/messages?size=1')
      expect(body.messages).toMatchObject([{ said: { kind: 'review-called-back', facts: { round: roundOn().name } } }])
    }
    expect(await say(civil, 'civil', { ...bo, verdict: 'accept' })).toMatchObject({
      status: 409,
      body: { code: 'review-not-sent' },
    })
    expect(await hr('DELETE', '/review')).toMatchObject({ status: 409, body: { code: 'review-not-running' } })
    await hr('PUT', '/review', { until })
    expect(await read(civil)).toMatchObject({
      sent: { on: today, until },
      answers: [{ ...ann, reason: 'We need two' }],
    })
    const { body } = await opened().ask<{ entries: { action: string; changes: object[] }[] }>(
      'GET',
      `/audit?court=${court}`,
    )
    const told = body.entries.flatMap(({ action, changes }) =>
      action.startsWith('review.') ? [{ action, changes }] : [],
    )
    expect(told.map(({ action }) => action)).toEqual(['review.send', 'review.recall', 'review.answer', 'review.send'])
    expect(told[1]!.changes).toMatchObject([{ list: 'reviews', before: { until }, after: null }])
  })
  it('is called back even where the draft no longer touches who answered, and not once a plan is kept', async () => {
    await begin()
    await say(office, 'office', { ...ann, verdict: 'accept' })
    await save(here, 1)
    await hr('DELETE', '/review')
    const { body } = await office<{ messages: { said: object }[] }>('GET', '/messages?size=1')
    expect(body.messages).toMatchObject([{ said: { kind: 'review-called-back' } }])
    await save(plan, 2)
    await hr('PUT', '/review', { until })
    await save(here, 3, 'kept')
    expect(await hr('DELETE', '/review')).toMatchObject({ status: 409, body: { code: 'review-closed' } })
  })
  it('takes no answer while there is no draft, and none once a plan is kept', async () => {
    await begin()
    expect((await save(here, 1, 'kept')).status).toBe(200)
    for (const refused of [
      await say(civil, 'civil', { ...ann, verdict: 'accept' }),
      await hr('PUT', '/review', { until }),
    ])
      expect(refused).toMatchObject({ status: 409, body: { code: 'review-closed' } })
    const { body } = await opened().ask<{ round: Round }>('POST', `/courts/${court}/rounds`, roundOn())
    expect(await opened().ask('PUT', `/courts/${court}/rounds/${body.round.id}/review`, { until })).toMatchObject({
      status: 409,
      body: { code: 'review-without-plan' },
    })
  })
  it('has each division answer for itself, with a reason for an objection, and take an answer back', async () => {
    await begin()
    expect(await say(civil, 'civil', { ...ann, verdict: 'object', reason: ' ' })).toMatchObject({ status: 422 })
    expect(await say(civil, 'office', { ...ann, verdict: 'accept' })).toMatchObject({
      status: 404,
      body: { code: 'review-division' },
    })
    await say(civil, 'civil', { ...ann, verdict: 'accept' }, { ...bo, verdict: 'object', reason: 'We need two' })
    await say(office, 'office', { ...ann, verdict: 'object', reason: 'She keeps the seals' })
    expect((await read(civil)).answers).toEqual([
      { ...ann, division: 'civil', verdict: 'accept', reason: '', on: today },
      { ...bo, division: 'civil', verdict: 'object', reason: 'We need two', on: today },
    ])
    expect((await hr<Told>('GET', '/review')).body.answers).toHaveLength(3)
    await say(civil, 'civil', { ...ann, verdict: null }, { ...bo, verdict: 'accept' })
    expect((await read(civil)).answers).toMatchObject([{ person: 'bo', verdict: 'accept', reason: '' }])
  })
  it('is told of no other division’s answers', async () => {
    await begin()
    await say(office, 'office', { ...ann, verdict: 'object', reason: 'She keeps the seals' })
    expect(await read(civil)).toEqual({ sent: { on: today, until }, answers: [], heads: ['civil'] })
  })
  it('refuses an answer to a move that the plan no longer has, all or nothing', async () => {
    await begin()
    expect((await save({ ...plan, bo: here.bo! }, 1)).status).toBe(200)
    expect(await say(civil, 'civil', { ...ann, verdict: 'accept' }, { ...bo, verdict: 'accept' })).toMatchObject({
      status: 409,
      body: { code: 'review-move-changed', facts: { count: 1 } },
    })
    expect((await read(civil)).answers).toEqual([])
    expect(await say(civil, 'civil', { person: 'cy', from: here.cy!, to: here.cy!, verdict: 'accept' })).toMatchObject({
      status: 409,
    })
  })
  it('is told in the log, the words left out', async () => {
    await begin()
    await say(civil, 'civil', { ...bo, verdict: 'object', reason: 'We need two' })
    await say(civil, 'civil', { ...bo, verdict: 'accept' })
    const { body } = await opened().ask<{ entries: { action: string; changes: object[]; people: string[] }[] }>(
      'GET',
      `/audit?court=${court}`,
    )
    const of = (action: string) => body.entries.filter((entry) => entry.action === action)
    expect(of('review.send')).toMatchObject([{ changes: [{ list: 'reviews', before: null, after: { until } }] }])
    expect(of('review.answer')).toMatchObject([
      { people: ['bo'], changes: [{ key: 'civil bo', before: { verdict: 'object' }, after: { verdict: 'accept' } }] },
      { people: ['bo'], changes: [{ before: null, after: { verdict: 'object', seat: plan.bo } }] },
    ])
    expect(JSON.stringify(body)).not.toContain('We need two')
  })
  it('goes with its round', async () => {
    await begin()
    await say(civil, 'civil', { ...ann, verdict: 'accept' })
    expect((await hr('DELETE', '')).status).toBe(204)
    expect((await hr('GET', '/review')).status).toBe(404)
  })
})
