import { expect, it } from 'vitest'
import { courtFile, mostSeats, type Court, type Decision, type Outcome, type Round } from '../../src/domain'
import { onBothEngines } from './engines'
import { follow } from './follow'
import { roundOn, smallCourt } from './small-court'

/** Input at the edge: each gives a clear answer, and none hangs the server. */

const decided = (...decisions: [Decision['kind'], string, string][]): Partial<Round> => ({
  decisions: decisions.map(([kind, person, seat]) => ({ kind, person, seat, reason: '' })),
})
const court = smallCourt()
const edges: Record<string, [Partial<Court>, Partial<Round>, expected: object]> = {
  'pins that contradict each other': [
    {},
    decided(['pin', 'bo', 'bo@team/clerk'], ['veto', 'bo', 'bo@team/clerk']),
    {
      kind: 'clash',
      rules: ['fixed-by-decision'],
      limits: [
        { rule: 'fixed-by-decision', facts: { person: 'bo', decision: 'pin' } },
        { rule: 'fixed-by-decision', facts: { person: 'bo', decision: 'veto' } },
      ],
      repairs: [{ rules: ['fixed-by-decision'] }],
    },
  ],
  'somebody whom no post allows': [
    {},
    decided(['veto', 'cy', 'cy@team/judge']),
    {
      kind: 'clash',
      rules: ['everyone-placed', 'fixed-by-decision', 'qualified-for-post'],
      limits: expect.arrayContaining([expect.objectContaining({ facts: { person: 'cy' } })]) as unknown,
      repairs: expect.arrayContaining([expect.objectContaining({ rules: ['fixed-by-decision'] })]) as unknown,
    },
  ],
  'no need anywhere': [
    { caseload: [] },
    {},
    { kind: 'proposal', status: 'proven', goals: [{ value: 0, bound: 0 }, { value: 0, bound: 0 }, {}, {}, {}, {}, {}] },
  ],
  'one person': [
    { people: court.people.slice(2), assignments: court.assignments.slice(2) },
    {},
    { kind: 'proposal', status: 'proven', plan: { cy: 'cy@team/judge' } },
  ],
  nobody: [{ people: [], assignments: [] }, {}, { kind: 'proposal', status: 'proven', plan: {} }],
}

/** Five thousand people in five hundred teams of three posts. */
function hugeCourt(): Court {
  const teams = Array.from({ length: 500 }, (_, i) => ({ id: `t${i}`, name: `Team ${i}`, department: 'civil' }))
  const roles = ['judge', 'assistant', 'clerk'] as const
  const people = Array.from({ length: 5000 }, (_, i) => ({
    id: `p${i}`,
    name: `Person ${i}`,
    role: roles[i % 3]!,
    joined: '2015-01-01',
  }))
  return courtFile.parse({
    ...court,
    id: 'huge',
    teams,
    posts: teams.flatMap(({ id }) => roles.map((role) => ({ unit: id, role }))),
    people,
    assignments: people.map(({ id, role }, i) => ({ person: id, unit: `t${i % 500}`, role, from: '2018-01-01' })),
    caseload: court.caseload.map((row) => ({ ...row, team: 't0' })),
  })
}

onBothEngines('input at the edge', (opened) => {
  it.each(Object.entries(edges))('%s', async (title, [changes, round, expected]) => {
    const { ask } = opened()
    const id = `edge-${Object.keys(edges).indexOf(title)}`
    const made = courtFile.parse({ ...court, ...changes, id })
    expect((await ask('POST', '/courts', { source: 'file', court: made })).status).toBe(201)
    const { body } = await ask<{ round: Round }>('POST', `/courts/${id}/rounds`, { ...roundOn(), ...round })
    const started = await ask<{ id: string }>('POST', `/courts/${id}/rounds/${body.round.id}/runs`, {})
    const { state, outcome } = await follow(ask, `/runs/${started.body.id}`, ({ endedAt }) => endedAt !== null)
    expect(state).toBe('done')
    expect(outcome as Outcome).toMatchObject(expected)
  })

  it('5,000 people in 500 teams are refused at once, by what is too many', { timeout: 120_000 }, async () => {
    const { ask } = opened()
    expect((await ask('POST', '/courts', { source: 'file', court: hugeCourt() })).status).toBe(201)
    const { body } = await ask<{ round: Round }>('POST', '/courts/huge/rounds', roundOn())
    const path = `/courts/huge/rounds/${body.round.id}`
    const refused = {
      status: 422,
      body: { code: 'court-too-large', facts: { people: 5000, posts: 1500, seats: 7_500_000, most: mostSeats } },
    }
    expect(await ask('POST', `${path}/runs`, {})).toMatchObject(refused)
    const plan = { plan: {}, status: 'draft', origin: 'hand', proposal: null }
    expect(await ask('PUT', `${path}/plan`, plan, { 'if-match': '"0"' })).toMatchObject(refused)
    expect((await ask('GET', `${path}/runs/latest`)).body).toBeNull()
  })
})
