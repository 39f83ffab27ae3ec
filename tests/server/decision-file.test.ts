import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineProblem, type PlanData, type Proposal } from '../../src/domain'
import { propose } from '../../src/planner/propose'
import { decisionFile, type DecisionFile } from '../../src/server/decision-file'
import { verifyDecision } from '../../src/server/verify-decision'
import { arbitraryOrder, arbitraryProblemData } from '../problems'
import { ifMatch, onBothEngines } from './engines'
import { roundOn, smallCourt } from './small-court'

const courts = process.env['FULL'] === undefined ? 25 : 100

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
      expect(await verifyDecision(file)).toEqual({ inputs: true, certificate: true, again: true })
      const [person] = Object.keys(file.plan)
      if (person === undefined) continue
      const others: PlanData = { ...file.proposal!.plan, [person]: file.proposal!.plan[person] === null ? 'x' : null }
      const forged: Proposal = { ...file.proposal!, plan: others }
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
    expect(await verifyDecision(file)).toEqual({ inputs: true, certificate: true, again: 'skipped' })
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
