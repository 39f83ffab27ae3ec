import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defineProblem,
  problemOf,
  type Decision,
  type PlanData,
  type ProblemData,
  type Proposal,
  type Round,
} from '../../src/domain'
import { Drawing } from '../../src/planner/drawing'
import { noted, propose, proposeFor } from '../../src/planner/propose'
import { orderOf } from '../../src/rules'
import { decisionFile, type DecisionFile } from '../../src/server/decision-file'
import { verifyDecision } from '../../src/server/verify-decision'
import { board } from '../board'
import { Dice } from '../planner/random'
import { arbitraryOrder, arbitraryProblemData } from '../problems'
import { ifMatch, onBothEngines } from './engines'
import { roundOn, smallCourt } from './small-court'

const courts = process.env['FULL'] === undefined ? 25 : 100

/** Ann is posted to the other team until that day. */
function posting(until: string): ProblemData {
  const { court, date, departments, units, posts, people, fills, templates, kinships, splits, decisions } = board(
    'Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |',
    { decisions: [{ kind: 'pin', person: 'Ann', seat: 'Ann@Team2/assistant', reason: '', until }] },
  )
  return { court, date, departments, units, posts, people, fills, templates, kinships, splits, decisions }
}

/** Decisions on drawn courts, as they come back from a file. */
async function* decided(): AsyncGenerator<DecisionFile> {
  const drawn = fc.sample(fc.tuple(arbitraryProblemData({ people: 6, units: 4 }), arbitraryOrder), {
    numRuns: courts * 12,
    seed: 5,
  })
  let found = 0
  for (const [data, order] of drawn) {
    if (found === courts) return
    const outcome = await propose(defineProblem(data), order)
    if (outcome.kind !== 'proposal') continue
    found++
    yield JSON.parse(JSON.stringify(decisionFile(data, order, outcome.plan, outcome))) as DecisionFile
  }
}

describe('a decision file', () => {
  it(`runs again to the very plan, on ${courts} courts, and shows every change`, { timeout: 600_000 }, async () => {
    let files = 0
    let chosen = 0
    for await (const file of decided()) {
      expect(await verifyDecision(file)).toEqual({ inputs: true, certificate: true, lists: true, again: true })
      const [rule, ...others] = file.rules
      const lists = [
        { moves: [...file.moves, { person: 'x', from: null, to: null }] },
        { reasons: { ...file.reasons, x: [] } },
        { rules: [{ ...rule!, weight: rule!.weight === 'off' ? 'warn' : 'off' } as const, ...others] },
        { rules: [...file.rules, { ...rule!, id: 'x' }] },
      ]
      for (const list of lists)
        expect(await verifyDecision({ ...file, ...list, proposal: null })).toMatchObject({ lists: false })
      expect(await verifyDecision({ ...file, rules: others, proposal: null })).toMatchObject({ lists: true })
      const [person] = Object.keys(file.plan)
      if (person === undefined) continue
      const otherwise: PlanData = {
        ...file.proposal!.plan,
        [person]: file.proposal!.plan[person] === null ? 'x' : null,
      }
      const forged: Proposal = { ...file.proposal!, plan: otherwise }
      expect((await verifyDecision({ ...file, proposal: forged })).again).toBe(false)
      const moved = { ...file.inputs, problem: { ...file.inputs.problem, date: '2027-01-05' } }
      expect((await verifyDecision({ ...file, inputs: moved })).inputs).toBe(false)
      const praised = { ...file.certificate, goals: file.certificate.goals.map((goal) => ({ ...goal, value: -1 })) }
      expect((await verifyDecision({ ...file, certificate: praised })).certificate).toBe(praised.goals.length === 0)
      const { choices, ...older } = file.certificate
      const silent = { ...file, certificate: older as DecisionFile['certificate'] }
      expect((await verifyDecision(silent)).certificate).toBe(choices.length === 0)
      const closed = choices.map((choice) => ({ ...choice, after: choice.after + 1 }))
      expect((await verifyDecision({ ...file, certificate: { ...older, choices: closed } })).certificate).toBe(
        choices.length === 0,
      )
      chosen += choices.length
      files++
    }
    expect(files).toBeGreaterThan(courts / 2)
    expect(chosen).toBeGreaterThan(3)
  })

  it(
    'of a plan that was made again on the board runs to that plan too, whatever is decided afterwards',
    { timeout: 600_000 },
    async () => {
      const seen = { files: 0, near: 0, other: 0 }
      const drawn = fc.sample(fc.tuple(arbitraryProblemData({ people: 6, units: 4 }), arbitraryOrder), {
        numRuns: courts * 20,
        seed: 6,
      })
      for (const [index, [data, order]] of drawn.entries()) {
        if (seen.files === courts) break
        const first = await propose(defineProblem(data), order)
        if (first.kind !== 'proposal') continue
        const dice = new Dice(index)
        const drawing = new Drawing()
        const { person } = defineProblem(data)
        let decisions: Decision[] = [...data.decisions]
        let plan = first.plan
        let latest = first
        for (let touch = 0; touch < 2; touch++) {
          const id = dice.pick([...person.keys()])
          const seat = dice.pick(defineProblem(data).seatsOf(id)).id
          decisions = [...decisions, { kind: 'pin', person: id, seat, reason: '' }]
          const asked = { ...order, ...(dice.chance(0.8) ? { keep: { ...plan, [id]: seat } } : {}) }
          const { problem, inForce, model } = drawing.draw({ ...data, decisions }, asked)
          const outcome = noted(await proposeFor(problem, inForce, { model }), problem, asked)
          if (outcome.kind !== 'proposal') continue
          latest = outcome
          plan = outcome.plan
        }
        if (latest === first) continue
        seen.files++
        // Somebody is pinned, or set free, after the run and before the plan is kept.
        const later = dice.pick([
          decisions,
          decisions.slice(0, -1),
          [...decisions, { kind: 'pin', person: dice.pick([...person.keys()]), seat: null, reason: '' } as const],
        ])
        const file = JSON.parse(
          JSON.stringify(decisionFile({ ...data, decisions: later }, order, plan, latest)),
        ) as DecisionFile
        expect(await verifyDecision(file), `court ${index}`).toEqual({
          inputs: true,
          certificate: true,
          lists: true,
          again: true,
        })
        seen.near += Number(file.inputs.asked?.keep !== undefined)
        if (file.inputs.asked === undefined) continue
        const { asked, ...standing } = file.inputs
        expect((await verifyDecision({ ...file, inputs: standing })).inputs).toBe(false)
        const forged = { ...file, inputs: { ...standing, asked: { ...asked, keep: first.plan, decisions: [] } } }
        const checked = await verifyDecision(forged)
        expect(checked.inputs).toBe(false)
        seen.other += Number(checked.again === false)
      }
      expect(seen.files).toBe(courts)
      expect(Math.min(seen.near, seen.other)).toBeGreaterThan(courts / 5)
    },
  )

  it('of a plan that posts somebody for a time says until when, runs to that plan again, and shows another day', async () => {
    const until = '2027-06-30'
    const data = posting(until)
    const outcome = (await propose(defineProblem(data))) as Proposal
    const file = JSON.parse(JSON.stringify(decisionFile(data, {}, outcome.plan, outcome))) as DecisionFile
    const move = { person: 'Ann', from: 'Ann@Team1/assistant', to: 'Ann@Team2/assistant' }
    expect(file.moves).toEqual([{ ...move, until }])
    expect(file.reasons['Ann']?.map(({ of, facts }) => [of, facts['decision']])).toContainEqual([
      'fixed-by-decision',
      'posting',
    ])
    expect(await verifyDecision(file)).toEqual({ inputs: true, certificate: true, lists: true, again: true })
    const longer = { ...file, inputs: { ...file.inputs, problem: posting('2027-07-31') } }
    expect(await verifyDecision(longer)).toEqual({ inputs: false, certificate: true, lists: false, again: true })
    expect((await verifyDecision({ ...file, moves: [move] })).lists).toBe(false)
    const clash = await propose(defineProblem(posting('2029-01-01')))
    expect(clash).toMatchObject({ kind: 'clash', rules: ['fixed-by-decision', 'temporary-posting-term'] })
  })

  it('written before it was noted what was asked leaves the run out where a plan at hand was kept', async () => {
    const { value: file } = (await decided().next()) as { value: DecisionFile }
    const changes = { goal: 'fewest-changes', value: 0, bound: 0, gap: 0, proven: true, slack: 0 }
    const older = { ...file, proposal: { ...file.proposal!, goals: [...file.proposal!.goals, changes] } }
    expect((await verifyDecision(older)).again).toBe('skipped')
  })

  it('is checked on the command line: 0 as it is, 1 where it was changed, 2 where it is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'frontline-'))
    const { value: file } = (await decided().next()) as { value: DecisionFile }
    const run = (name: string, content: string): Promise<{ code: number | null; out: string }> => {
      writeFileSync(join(folder, name), content)
      return new Promise((resolve) => {
        const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/verify.ts', join(folder, name)], {
          env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
        })
        let out = ''
        child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
        child.on('close', (code) => resolve({ code, out }))
      })
    }
    const good = await run('good.json', JSON.stringify(file))
    expect(good).toMatchObject({ code: 0 })
    expect(good.out).toContain('the same plan')
    const changed = await run('changed.json', JSON.stringify({ ...file, sha256: 'f'.repeat(64) }))
    expect(changed).toMatchObject({ code: 1 })
    expect(changed.out).toContain('CHANGED')
    expect(await run('bad.json', readFileSync('package.json', 'utf8'))).toMatchObject({ code: 2 })
  })
})

onBothEngines('the decision file of a round', (opened) => {
  it('is there once a plan is kept, and holds', async () => {
    const { ask } = opened()
    expect((await ask('POST', '/courts', { source: 'file', court: smallCourt() })).status).toBe(201)
    const { body } = await ask<{ round: { id: string } }>('POST', '/courts/small/rounds', roundOn())
    const path = `/courts/small/rounds/${body.round.id}`
    expect(await ask('GET', `${path}/decision`)).toMatchObject({ status: 409, body: { code: 'no-plan-kept' } })
    const plan = { ann: 'ann@team/assistant', bo: 'bo@team/clerk', cy: 'cy@team/judge' }
    const kept = await ask('PUT', `${path}/plan`, { plan, status: 'kept', origin: 'hand', proposal: null }, ifMatch(0))
    expect(kept).toMatchObject({ status: 200 })
    const file = (await ask<DecisionFile>('GET', `${path}/decision`)).body
    expect(file.plan).toEqual(plan)
    expect(await verifyDecision(file)).toEqual({ inputs: true, certificate: true, lists: true, again: 'skipped' })
  })
  it('holds the plan at hand that a run was asked to keep, and runs to its plan again', async () => {
    const { ask } = opened()
    const court = { ...smallCourt(), id: 'again' }
    await ask('POST', '/courts', { source: 'file', court })
    const { body } = await ask<{ round: Round }>('POST', '/courts/again/rounds', roundOn())
    const path = `/courts/again/rounds/${body.round.id}`
    const problem = defineProblem(problemOf(court, body.round))
    const keep = { ann: 'ann@team/assistant', bo: 'bo@team/clerk', cy: 'cy@team/judge' }
    const proposal = await propose(problem, { ...orderOf(body.round), keep })
    if (proposal.kind !== 'proposal') throw new Error(proposal.kind)
    const { plan } = proposal
    const kept = await ask('PUT', `${path}/plan`, { plan, status: 'kept', origin: 'proposal', proposal }, ifMatch(0))
    expect(kept).toMatchObject({ status: 200 })
    const file = (await ask<DecisionFile>('GET', `${path}/decision`)).body
    expect(file.inputs.asked?.keep).toEqual(keep)
    expect(file.proposal).not.toHaveProperty('asked')
    expect(await verifyDecision(file)).toEqual({ inputs: true, certificate: true, lists: true, again: true })
  })
  it('stays as it was when the plan was kept, whatever becomes of the court', async () => {
    const { ask } = opened()
    const court = { ...smallCourt(), id: 'later' }
    await ask('POST', '/courts', { source: 'file', court })
    const { body } = await ask<{ round: { id: string } }>('POST', '/courts/later/rounds', roundOn())
    const path = `/courts/later/rounds/${body.round.id}`
    const plan = { ann: 'ann@team/assistant', bo: 'bo@team/clerk', cy: 'cy@team/judge' }
    await ask('PUT', `${path}/plan`, { plan, status: 'kept', origin: 'hand', proposal: null }, ifMatch(0))
    const before = (await ask<DecisionFile>('GET', `${path}/decision`)).body
    const people = court.people.map((person) => (person.id === 'bo' ? { ...person, joined: '2020-01-02' } : person))
    expect(await ask('PUT', '/courts/later', { ...court, people }, ifMatch(1))).toMatchObject({ status: 200 })
    expect((await ask<DecisionFile>('GET', `${path}/decision`)).body).toEqual(before)
    await ask('PUT', `${path}/plan`, { plan, status: 'kept', origin: 'hand', proposal: null }, ifMatch(1))
    expect((await ask<DecisionFile>('GET', `${path}/decision`)).body.sha256).not.toBe(before.sha256)
    await ask('PUT', `${path}/plan`, { plan, status: 'draft', origin: 'hand', proposal: null }, ifMatch(2))
    expect(await ask('GET', `${path}/decision`)).toMatchObject({ status: 409, body: { code: 'no-plan-kept' } })
  })
})
