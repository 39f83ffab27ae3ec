import { beforeAll, describe, expect, it } from 'vitest'
import type { Court, PlanData, Round } from '../../src/domain'
import { ifMatch, onBothEngines, type Ask } from './engines'
import { roundOn, smallCourt } from './small-court'

const makeRound = async (ask: Ask): Promise<Round> =>
  (await ask<{ round: Round }>('POST', '/courts/small/rounds', roundOn())).body.round

onBothEngines('rounds and plans', (opened) => {
  beforeAll(async () => {
    expect((await opened().ask('POST', '/courts', { source: 'file', court: smallCourt() })).status).toBe(201)
  })

  describe('a round', () => {
    it('is made, listed, changed and removed', async () => {
      const { ask } = opened()
      const made = await ask<{ round: Round; version: number }>('POST', '/courts/small/rounds', roundOn())
      expect(made).toMatchObject({ status: 201, body: { round: roundOn(), version: 1 } })
      const { round } = made.body
      const path = `/courts/small/rounds/${round.id}`
      const changed: Round = {
        ...round,
        name: 'Second round',
        excludedPeople: ['cy'],
        rules: [{ id: 'relatives-apart', weight: 'warn', parameters: { a: 1, b: ['x'] } }],
        decisions: [{ kind: 'pin', person: 'bo', seat: null, reason: 'decided' }],
      }
      expect(await ask('PUT', path, changed, ifMatch(1))).toMatchObject({ status: 200, body: { version: 2 } })
      expect((await ask('GET', path)).body).toEqual({ round: changed, version: 2 })
      expect((await ask('GET', '/courts/small/rounds')).body).toEqual([{ round: changed, version: 2, kept: false }])
      const refused = await ask<{ current: unknown }>('PUT', path, round, ifMatch(1))
      expect(refused).toMatchObject({ status: 412, body: { code: 'stale', facts: { given: 1, version: 2 } } })
      expect(refused.body.current).toEqual({ round: changed, version: 2 })
      expect((await ask('DELETE', path)).status).toBe(204)
      expect(await ask('GET', path)).toMatchObject({ status: 404, body: { code: 'round-not-found' } })
    })

    it('may name only rules and goals that there are, and a date that exists', async () => {
      const { ask } = opened()
      const refuse = async (part: Partial<Round>) => ask('POST', '/courts/small/rounds', { ...roundOn(), ...part })
      expect(await refuse({ rules: [{ id: 'no-such-rule' }] })).toMatchObject({
        status: 422,
        body: { code: 'rule-unknown' },
      })
      expect(await refuse({ goals: ['no-such-goal'] })).toMatchObject({ status: 422, body: { code: 'goal-unknown' } })
      expect(await refuse({ goals: ['front-line-shortage', 'front-line-shortage'] })).toMatchObject({
        status: 422,
        body: { code: 'goal-twice' },
      })
      expect(await refuse({ date: '2027-02-29' })).toMatchObject({
        status: 422,
        body: { code: 'invalid', issues: [{ path: ['date'], code: 'date-impossible' }] },
      })
    })

    it('belongs to a court', async () => {
      expect(await opened().ask('POST', '/courts/nowhere/rounds', roundOn())).toMatchObject({
        status: 404,
        body: { code: 'court-not-found' },
      })
    })
  })

  describe('a plan', () => {
    const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }
    const moved: PlanData = { ...here, ann: 'ann@team/assistant', bo: 'bo@team/clerk' }
    const byHand = (plan: PlanData, status: 'draft' | 'kept') => ({ plan, status, origin: 'hand', proposal: null })

    it('is saved with what the checker finds, and found again', async () => {
      const { ask } = opened()
      const round = await makeRound(ask)
      const path = `/courts/small/rounds/${round.id}/plan`
      expect(await ask('GET', path)).toMatchObject({ status: 200, body: null })
      expect(await ask('GET', `/courts/small/rounds/none/plan`)).toMatchObject({
        status: 404,
        body: { code: 'round-not-found' },
      })
      const saved = await ask<{ certificate: { keeps: boolean; goals: { goal: string; value: number }[] } }>(
        'PUT',
        path,
        byHand(moved, 'kept'),
        ifMatch(0),
      )
      expect(saved).toMatchObject({ status: 200, body: { plan: moved, status: 'kept', version: 1 } })
      expect(saved.body.certificate).toMatchObject({ keeps: true, broken: [] })
      expect((await ask('GET', path)).body).toEqual(saved.body)
      expect((await ask('GET', '/courts/small/rounds')).body).toContainEqual({ round, version: 1, kept: true })
      const before = await ask<typeof saved.body>('PUT', path, byHand(here, 'draft'), ifMatch(1))
      const shortage = ({ certificate }: typeof saved.body) =>
        certificate.goals.find(({ goal }) => goal === 'front-line-shortage')!.value
      expect(shortage(before.body)).toBeGreaterThan(shortage(saved.body))
    })

    it('that is kept writes down what became of wishes, and takes it back with it', async () => {
      const { ask } = opened()
      const read = async () => (await ask<{ court: Court; version: number }>('GET', '/courts/small')).body
      const wish = (person: string, unit: string) => ({ person, rank: 1, unit, role: null })
      const given = { preferences: [wish('ann', 'team'), wish('bo', 'team')] }
      expect((await ask('PATCH', '/courts/small', given, ifMatch((await read()).version))).status).toBe(200)
      const round = await makeRound(ask)
      const path = `/courts/small/rounds/${round.id}`
      const before = await read()
      expect((await ask('PUT', `${path}/plan`, byHand(here, 'draft'), ifMatch(0))).status).toBe(200)
      expect(await read()).toEqual(before)
      expect((await ask('PUT', `${path}/plan`, byHand(moved, 'kept'), ifMatch(1))).status).toBe(200)
      const answer = { round: round.id, date: round.date, unit: 'team', rank: 1, met: true }
      const kept = await read()
      expect(kept.version).toBe(before.version + 1)
      const own = kept.court.wishAnswers.filter((row) => row.round === round.id)
      expect(own).toEqual(['ann', 'bo'].map((person) => ({ ...answer, person })))
      expect((await ask('PUT', `${path}/plan`, byHand(moved, 'kept'), ifMatch(2))).status).toBe(200)
      expect(await read()).toEqual(kept)
      expect((await ask('DELETE', path)).status).toBe(204)
      expect((await read()).court.wishAnswers).toEqual(before.court.wishAnswers)
    })

    it('that breaks a rule may be a draft but is not kept', async () => {
      const { ask } = opened()
      const round = await makeRound(ask)
      const path = `/courts/small/rounds/${round.id}/plan`
      const breaking = { ...here, bo: 'bo@team/judge' }
      const refused = await ask<{ broken: { rule: string }[] }>('PUT', path, byHand(breaking, 'kept'), ifMatch(0))
      expect(refused).toMatchObject({ status: 409, body: { code: 'plan-breaks-rules' } })
      expect(refused.body.broken.map(({ rule }) => rule)).toContain('qualified-for-post')
      expect((await ask('GET', path)).body).toBeNull()
      expect(await ask('PUT', path, byHand(breaking, 'draft'), ifMatch(0))).toMatchObject({
        status: 200,
        body: { certificate: { keeps: false } },
      })
    })

    it('is refused when it was made on another version, with the plan that stands', async () => {
      const { ask } = opened()
      const round = await makeRound(ask)
      const path = `/courts/small/rounds/${round.id}/plan`
      expect(await ask('PUT', path, byHand(here, 'draft'), ifMatch(1))).toMatchObject({
        status: 412,
        body: { code: 'stale', facts: { given: 1, version: 0 }, current: null },
      })
      const saves = await Promise.all([1, 2, 3].map(() => ask('PUT', path, byHand(here, 'draft'), ifMatch(0))))
      expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
      expect(await ask('PUT', path, byHand(moved, 'draft'), ifMatch(0))).toMatchObject({
        status: 412,
        body: { facts: { version: 1 }, current: { plan: here, version: 1 } },
      })
    })

    it('is refused when it names a place or a person that is not there', async () => {
      const { ask } = opened()
      const round = await makeRound(ask)
      const path = `/courts/small/rounds/${round.id}/plan`
      expect(await ask('PUT', path, byHand({ ...here, ann: 'ann@moon/clerk' }, 'draft'), ifMatch(0))).toMatchObject({
        status: 422,
        body: { code: 'seat-unknown', facts: { person: 'ann', seat: 'ann@moon/clerk' } },
      })
      expect(await ask('PUT', path, byHand({ ...here, zoe: null }, 'draft'), ifMatch(0))).toMatchObject({
        status: 422,
        body: { code: 'person-unknown', facts: { person: 'zoe' } },
      })
    })

    it('goes with its round', async () => {
      const { ask } = opened()
      const round = await makeRound(ask)
      const path = `/courts/small/rounds/${round.id}`
      expect((await ask('PUT', `${path}/plan`, byHand(here, 'draft'), ifMatch(0))).status).toBe(200)
      expect((await ask('DELETE', path)).status).toBe(204)
      expect((await ask('GET', `${path}/plan`)).status).toBe(404)
    })
  })
})
