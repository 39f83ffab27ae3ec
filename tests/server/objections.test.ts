import { beforeAll, describe, expect, it } from 'vitest'
import { dateOf, type Objection, type PlanData, type Round } from '../../src/domain'
import { afterWorkingDays } from '../../src/domain/working-days'
import { ifMatch, onBothEngines } from './engines'
import { roundOn, smallCourt } from './small-court'

const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }
const today = dateOf(new Date())

onBothEngines('objections', (opened) => {
  let at = ''
  let courts = 0
  const ask = <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    opened().ask<T>(method, `${at}${path}`, body, headers)
  const file = (person: string, text = 'I look after my father here') =>
    ask<Objection>('POST', '/objections', { person, text })
  const answer = (id: string, state = 'upheld') =>
    ask<Objection>('POST', `/objections/${id}/answer`, { state, answer: 'Agreed' })
  const list = async () =>
    (await ask<{ open: boolean; until: string | null; objections: Objection[] }>('GET', '/objections')).body

  beforeAll(() => expect(opened().database.engine).toBeTruthy())
  /** A round whose plan is kept. */
  async function begin(status: 'draft' | 'kept' = 'kept', changes: Partial<Round> = {}): Promise<void> {
    const court = `objections-${++courts}`
    await opened().ask('POST', '/courts', { source: 'file', court: smallCourt(court) })
    // Only this and the next working days count here, no rule does.
    const off = ['release-to-front-line'].map((id) => ({ id, weight: 'off' as const }))
    const given = { ...roundOn(), rules: off, ...changes }
    const { body } = await opened().ask<{ round: Round }>('POST', `/courts/${court}/rounds`, given)
    at = `/courts/${court}/rounds/${body.round.id}`
    expect((await ask('PUT', '/plan', { plan: here, status, origin: 'hand' }, ifMatch(0))).status).toBe(200)
  }

  it('are filed while there is time, with the day by which they are answered', async () => {
    await begin('kept', { objectionDays: 3, answerDays: 4 })
    expect(await list()).toEqual({ open: true, until: afterWorkingDays(today, 3), objections: [] })
    const filed = await file('ann')
    expect(filed).toMatchObject({
      status: 201,
      body: { person: 'ann', state: 'open', filedOn: today, answerBy: afterWorkingDays(today, 4), answer: null },
    })
    expect((await list()).objections).toEqual([filed.body])
  })
  it('are refused while no plan is kept', async () => {
    await begin('draft')
    expect(await list()).toEqual({ open: false, until: null, objections: [] })
    expect(await file('ann')).toMatchObject({ status: 409, body: { code: 'objections-closed' } })
  })
  it('are refused for a person that is not there, without words, and twice at once', async () => {
    await begin()
    expect(await file('eve')).toMatchObject({ status: 404, body: { code: 'person-not-found' } })
    expect(await file('ann', '  ')).toMatchObject({ status: 422 })
    await file('ann')
    expect(await file('ann')).toMatchObject({ status: 409, body: { code: 'objection-open' } })
    expect((await file('bo')).status).toBe(201)
  })
  it('are answered once, with reasons, and may then be filed again', async () => {
    await begin()
    const { id } = (await file('ann')).body
    expect(await ask('POST', `/objections/${id}/answer`, { state: 'upheld', answer: '' })).toMatchObject({
      status: 422,
    })
    expect(await ask('POST', `/objections/${id}/answer`, { state: 'open', answer: 'x' })).toMatchObject({ status: 422 })
    expect(await answer(id, 'dismissed')).toMatchObject({
      status: 200,
      body: { state: 'dismissed', answer: 'Agreed', settledOn: today },
    })
    expect(await answer(id)).toMatchObject({ status: 409, body: { code: 'objection-settled' } })
    expect(await answer('nowhere')).toMatchObject({ status: 404, body: { code: 'objection-not-found' } })
    expect((await file('ann')).status).toBe(201)
    expect((await list()).objections.map(({ state }) => state)).toEqual(['dismissed', 'open'])
  })
  it('are taken back', async () => {
    await begin()
    const { id } = (await file('ann')).body
    expect(await ask('POST', `/objections/${id}/withdrawal`)).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    })
    expect(await ask('POST', `/objections/${id}/withdrawal`)).toMatchObject({ status: 409 })
    expect(await answer(id)).toMatchObject({ status: 409 })
  })
  it('are told in the log, the words left out', async () => {
    await begin()
    const { id } = (await file('ann')).body
    await answer(id)
    const court = at.split('/')[2]!
    const { body } = await opened().ask<{ entries: { action: string; changes: unknown[] }[] }>(
      'GET',
      `/audit?court=${court}&person=ann`,
    )
    const of = (action: string) => body.entries.find((entry) => entry.action === action)
    expect(of('objection.file')).toMatchObject({ changes: [{ list: 'objections', key: id, after: { state: 'open' } }] })
    expect(of('objection.settle')).toMatchObject({
      changes: [{ before: { state: 'open' }, after: { state: 'upheld', settledOn: today } }],
    })
    expect(JSON.stringify(body)).not.toContain('father')
  })
})

describe('so many working days', () => {
  it('leave out weekends and holidays, and count make-up days', () => {
    // 2026-09-30 is a Wednesday; the National Day holidays follow.
    expect(afterWorkingDays('2026-09-25', 1)).toBe('2026-09-28')
    expect(afterWorkingDays('2026-09-30', 1) > '2026-10-05').toBe(true)
    expect(afterWorkingDays('2026-11-27', 0)).toBe('2026-11-27')
  })
})
