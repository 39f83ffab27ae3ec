import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { withRepair, type Round } from '../../src/domain'
import { goals } from '../../src/rules'
import { createApi } from '../../src/server/api'
import type { ShownRun } from '../../src/server/db/runs'
import { bigCourt } from './big-court'
import { askOf, ifMatch, onBothEngines } from './engines'
import { cookieOf, inSession } from './sign-in'
import { follow } from './follow'
import { roundOn, smallCourt } from './small-court'

onBothEngines('runs', (opened) => {
  const rounds: Record<string, string> = {}
  beforeAll(async () => {
    const { ask } = opened()
    for (const court of [smallCourt(), bigCourt(2)]) {
      expect((await ask('POST', '/courts', { source: 'file', court })).status).toBe(201)
      const made = await ask<{ round: Round }>('POST', `/courts/${court.id}/rounds`, roundOn('2022-01-04'))
      rounds[court.id] = `/courts/${court.id}/rounds/${made.body.round.id}`
    }
  })

  it('ends with a proven proposal that the checker confirms and that can be kept', async () => {
    const { ask } = opened()
    expect(await ask('GET', `${rounds.small}/runs/latest`)).toMatchObject({ status: 200, body: null })
    expect(await ask('GET', '/courts/small/rounds/none/runs/latest')).toMatchObject({
      status: 404,
      body: { code: 'round-not-found' },
    })
    const started = await ask<{ id: string }>('POST', `${rounds.small}/runs`, {})
    expect(started.status).toBe(202)
    const run = await follow(ask, `/runs/${started.body.id}`, ({ endedAt }) => endedAt !== null)
    expect(run).toMatchObject({ state: 'done', error: null, outcome: { kind: 'proposal', status: 'proven' } })
    expect((await ask('GET', `${rounds.small}/runs/latest`)).body).toEqual(run)
    if (run.outcome?.kind !== 'proposal') throw new Error('no proposal')
    const keep = { plan: run.outcome.plan, status: 'kept', origin: 'proposal', proposal: run.outcome }
    const kept = await ask<{ proposal: unknown; certificate: { goals: { goal: string; value: number }[] } }>(
      'PUT',
      `${rounds.small}/plan`,
      keep,
      ifMatch(0),
    )
    expect(kept.status).toBe(200)
    expect(kept.body.proposal).toEqual(run.outcome)
    expect(kept.body.certificate.goals).toEqual(run.outcome.goals.map(({ goal, value }) => ({ goal, value })))
  })

  it('is not there where it could not be handed on, and keeps the court from nothing', async () => {
    const { ask, jobs } = opened()
    const send = (): Promise<void> => Promise.reject(new Error('the queue is gone'))
    const broken = createApi({ ...opened(), log: pino({ level: 'silent' }), jobs: { ...jobs, send } })
    const before = (await ask('GET', `${rounds.small}/runs/latest`)).body
    const refused = await askOf(
      inSession((request) => broken.fetch(request), await cookieOf(opened().database.db, { role: 'hr' })),
    )('POST', `${rounds.small}/runs`, {})
    expect(refused).toMatchObject({ status: 500, body: { code: 'unforeseen' } })
    expect((await ask('GET', `${rounds.small}/runs/latest`)).body).toEqual(before)
    const { status, body } = await ask<{ id: string }>('POST', `${rounds.small}/runs`, {})
    expect(status).toBe(202)
    await follow(ask, `/runs/${body.id}`, ({ endedAt }) => endedAt !== null)
  })

  it('gives its best plan so far, works alone in its court, and keeps the best when it is stopped', async () => {
    const { ask } = opened()
    const { body: started } = await ask<{ id: string }>('POST', `${rounds.big}/runs`, {})
    const path = `/runs/${started.id}`
    expect(await ask('POST', `${rounds.big}/runs`, {})).toMatchObject({
      status: 409,
      body: { code: 'run-in-progress', facts: { run: started.id } },
    })
    const working = await follow(
      ask,
      path,
      ({ progress, endedAt }) => (progress !== null && progress.plan !== null) || endedAt !== null,
    )
    expect(working).toMatchObject({ state: 'running', outcome: null })
    const stopped = await ask<ShownRun>('DELETE', path)
    expect(stopped).toMatchObject({
      status: 200,
      body: { state: 'stopped', outcome: { kind: 'proposal', status: 'stopped' } },
    })
    const reached = stopped.body.outcome?.kind === 'proposal' ? stopped.body.outcome.goals : []
    expect(reached.map(({ goal }) => goal)).toEqual(goals.map(({ id }) => id))
    expect((await ask('DELETE', path)).body).toEqual(stopped.body)
    expect((await ask('GET', path)).body).toEqual(stopped.body)
  })

  it('that has found nothing yet says so when it is stopped', async () => {
    const { ask } = opened()
    const { body: started } = await ask<{ id: string }>('POST', `${rounds.big}/runs`, { timeLimit: 60 })
    expect((await ask('DELETE', `/runs/${started.id}`)).body).toMatchObject({
      state: 'stopped',
      outcome: { kind: 'nothing-yet' },
    })
  })

  it('ends by its time limit', async () => {
    const { ask } = opened()
    const { body: started } = await ask<{ id: string }>('POST', `${rounds.big}/runs`, { timeLimit: 1 })
    const run = await follow(ask, `/runs/${started.id}`, ({ endedAt }) => endedAt !== null)
    expect(run.state).toBe('done')
    expect(run.outcome).not.toMatchObject({ status: 'proven' })
  })

  it('names the rules that clash when no plan keeps them all', async () => {
    const { ask } = opened()
    const pins = ['ann', 'bo'].map((person) => ({ kind: 'pin', person, seat: `${person}@team/judge`, reason: '' }))
    const made = await ask<{ round: Round }>('POST', '/courts/small/rounds', { ...roundOn(), decisions: pins })
    const { body: started } = await ask<{ id: string }>('POST', `/courts/small/rounds/${made.body.round.id}/runs`, {})
    const run = await follow(ask, `/runs/${started.id}`, ({ endedAt }) => endedAt !== null)
    expect(run).toMatchObject({ state: 'done', outcome: { kind: 'clash' } })
    expect(run.outcome).toMatchObject({ rules: ['fixed-by-decision', 'no-promotion-by-rotation'], complete: true })

    // A repair applied as a variant of the round is stored with its exceptions, and has a plan.
    if (run.outcome?.kind !== 'clash') throw new Error('no clash')
    const [repair] = run.outcome.repairs
    const { id, ...settings } = made.body.round
    const variant = await ask<{ round: Round }>('POST', '/courts/small/rounds', withRepair(settings, repair!))
    expect(variant.status).toBe(201)
    expect(variant.body.round.rules).toMatchObject([{ id: 'fixed-by-decision', exceptions: [{ by: 1 }, { by: 1 }] }])
    const again = await ask<{ id: string }>('POST', `/courts/small/rounds/${variant.body.round.id}/runs`, {})
    const solved = await follow(ask, `/runs/${again.body.id}`, ({ endedAt }) => endedAt !== null)
    expect(solved).toMatchObject({ state: 'done', outcome: { kind: 'proposal', status: 'proven' } })
    expect((await ask('DELETE', `/courts/small/rounds/${variant.body.round.id}`)).status).toBe(204)
    expect((await ask('GET', `/courts/small/rounds/${id}`)).body).toMatchObject({ round: made.body.round })
  })

  it('is stopped when its round or its court is removed', async () => {
    const { ask } = opened()
    const { body: started } = await ask<{ id: string }>('POST', `${rounds.big}/runs`, {})
    await follow(ask, `/runs/${started.id}`, ({ state }) => state === 'running')
    expect((await ask('DELETE', '/courts/big')).status).toBe(204)
    expect(await ask('GET', `/runs/${started.id}`)).toMatchObject({ status: 404, body: { code: 'run-not-found' } })
  })

  it('is refused for a round that is not there', async () => {
    expect(await opened().ask('POST', '/courts/small/rounds/none/runs', {})).toMatchObject({
      status: 404,
      body: { code: 'round-not-found' },
    })
  })
})
