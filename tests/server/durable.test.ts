import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { PlanData, Round } from '../../src/domain'
import { openEmbedded } from '../../src/server/db'
import { openFolder } from '../../src/server/db/durable-pglite'
import { FolderInUse, lockFolder } from '../../src/server/db/lock'
import type { ShownRun } from '../../src/server/db/runs'
import { askOf, ifMatch, inHr, servicesOn, type Ask } from './engines'
import { bigCourt } from './big-court'
import { startServer, tryServer } from './real-server'
import { follow } from './follow'
import { roundOn, smallCourt } from './small-court'

const folder = mkdtempSync(join(tmpdir(), 'frontline-durable-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the embedded database', () => {
  const data = join(folder, 'flushed')

  it('flushes every commit to disk before it is acknowledged', async () => {
    const { client, syncs, close } = await openFolder(data)
    await client.exec('create table t (i int)')
    for (let i = 0; i < 10; i++) {
      const before = syncs()
      await client.query('insert into t values ($1)', [i])
      expect(syncs()).toBeGreaterThan(before)
    }
    await close()
    expect(readdirSync(folder)).toEqual(['flushed'])
  })

  it('flushes a plan that is saved through the API before it answers', async () => {
    const services = await servicesOn(await openEmbedded(data))
    const { database } = services
    const ask: Ask = askOf(await inHr(services))
    const path = await planPath(ask)
    for (let version = 0; version < 5; version++) {
      const before = database.syncs()
      expect((await ask('PUT', path, plan(version), ifMatch(version))).status).toBe(200)
      expect(database.syncs()).toBeGreaterThan(before)
    }
    await services.imports.close()
    await services.jobs.close()
    await database.close()
  })

  it('is opened by one process at a time', async () => {
    const first = await openFolder(data)
    await expect(openFolder(data)).rejects.toThrow(FolderInUse)
    await first.close()
    await (await openFolder(data)).close()
  })

  it('is taken over from a process that is gone', () => {
    const locked = join(folder, 'locked')
    for (const holder of [
      JSON.stringify({ pid: 4_000_000, host: hostname(), began: '1' }),
      JSON.stringify({ pid: process.pid, host: hostname(), began: 'before this one' }),
      '{"pid": 1',
    ]) {
      writeFileSync(`${locked}.lock`, holder)
      lockFolder(locked)()
      expect(existsSync(`${locked}.lock`)).toBe(false)
    }
    writeFileSync(`${locked}.lock`, JSON.stringify({ pid: 1, host: 'another-machine', began: '1' }))
    expect(() => lockFolder(locked)).toThrow(FolderInUse)
    rmSync(`${locked}.lock`)
  })
})

const here: PlanData = { ann: 'ann@office/assistant', bo: 'bo@office/clerk', cy: 'cy@team/judge' }
/** A plan that tells its version: Ann and Bo sit by its last two bits. */
const plan = (version: number) => ({
  plan: { ...here, ann: version & 1 ? here.ann : 'ann@team/assistant', bo: version & 2 ? here.bo : 'bo@team/clerk' },
  status: 'draft',
  origin: 'hand',
})

async function planPath(ask: Ask): Promise<string> {
  await ask('POST', '/courts', { source: 'file', court: smallCourt() })
  const made = await ask<{ round: Round }>('POST', '/courts/small/rounds', roundOn())
  expect(made.status).toBe(201)
  return `/courts/small/rounds/${made.body.round.id}/plan`
}

/** The log is whole, and has an entry for each save that is there, and for no other. */
async function expectLogged(ask: Ask, action: string, count: number): Promise<void> {
  expect((await ask('GET', '/audit/verification')).body).toMatchObject({ fault: null })
  expect((await ask('GET', `/audit?action=${action}&size=1`)).body).toMatchObject({ count })
}

describe('a real server', () => {
  const DATA_DIR = join(folder, 'real')
  const kills = process.env.FULL ? 200 : 8

  it('is refused a folder that another one uses, in one clear sentence', async () => {
    const first = await startServer({ DATA_DIR })
    const second = await tryServer({ DATA_DIR })
    expect(second).toMatchObject({ code: 1 })
    const said = 'said' in second && typeof second.said === 'string' ? second.said : ''
    expect(said).toMatch(`is in use by another Frontline, process ${first.child.pid} on ${hostname()}.`)
    expect(said.trim().split('\n')).toHaveLength(2)
    expect((await first.ask('GET', '/health')).status).toBe(200)
    expect(await first.kill('SIGTERM')).toBe(0)
    expect(existsSync(join(DATA_DIR, 'database.lock'))).toBe(false)
  })

  it('says what is wrong when its port is taken', async () => {
    const first = await startServer({ DATA_DIR })
    const PORT = /:(\d+)\s/.exec(first.said().split('ready at ')[1]!)![1]!
    expect(await tryServer({ DATA_DIR: join(folder, 'other'), PORT })).toMatchObject({
      code: 1,
      said: expect.stringContaining(`Port ${PORT} is in use`),
    })
    await first.kill('SIGINT')
  })

  it(
    `has every acknowledged save after ${kills} kills`,
    async () => {
      let path: string | undefined
      let acknowledged = 0
      let saves = 0
      for (let kill = 0; kill < kills; kill++) {
        const server = await startServer({ DATA_DIR })
        const { ask } = server
        path ??= await planPath(ask)
        if (acknowledged > 0) {
          const found = await ask<{ version: number; plan: PlanData }>('GET', path)
          // The save under way at the kill may have been written without its answer getting through.
          expect([acknowledged, acknowledged + 1]).toContain(found.body.version)
          expect(found.body.plan).toEqual(plan(found.body.version - 1).plan)
          acknowledged = found.body.version
          await expectLogged(ask, 'plan.save', acknowledged)
        }
        let killing: Promise<unknown> | undefined
        for (;;) {
          const saved = await ask<{ version: number }>('PUT', path, plan(acknowledged), ifMatch(acknowledged)).catch(
            () => null,
          )
          if (saved === null) break
          expect(saved).toMatchObject({ status: 200, body: { version: acknowledged + 1 } })
          acknowledged++
          saves++
          // At any moment of a save: they take some milliseconds to some hundred.
          killing ??= new Promise((resolve) => setTimeout(() => resolve(server.kill('SIGKILL')), Math.random() * 500))
        }
        await killing
      }
      console.log(`${kills} kills, ${saves} acknowledged saves, none lost`)
      expect(saves).toBeGreaterThanOrEqual(kills)
    },
    kills * 20_000,
  )

  it('goes on with a run that a kill interrupted, from its best plan, and ends it', async () => {
    const first = await startServer({ DATA_DIR: join(folder, 'runs') })
    await first.ask('POST', '/courts', { source: 'file', court: bigCourt(2) })
    const made = await first.ask<{ round: Round }>('POST', '/courts/big/rounds', roundOn('2022-01-04'))
    const started = await first.ask<{ id: string }>('POST', `/courts/big/rounds/${made.body.round.id}/runs`, {
      timeLimit: 120,
    })
    const path = `/runs/${started.body.id}`
    const before = await follow(first.ask, path, ({ progress }) => progress !== null && progress.plan !== null)
    expect(before.state).toBe('running')
    await first.kill('SIGKILL')

    const second = await startServer({ DATA_DIR: join(folder, 'runs') })
    const again = await follow(second.ask, path, ({ state }) => state !== 'queued')
    expect(again.startedAt).toBe(before.startedAt)
    const goesOn = await follow(
      second.ask,
      path,
      ({ progress, endedAt }) => endedAt !== null || progress!.seconds > before.progress!.seconds,
    )
    expect(goesOn.progress!.plan).not.toBeNull()
    const { body: ended } = await second.ask<ShownRun>('DELETE', path)
    expect(ended.error).toBeNull()
    expect(ended.outcome).toMatchObject({ kind: 'proposal' })
    if (ended.outcome?.kind !== 'proposal') throw new Error('no proposal')
    const shortage = (goals: readonly { goal: string; value: number }[]) =>
      goals.find(({ goal }) => goal === 'front-line-shortage')!.value
    expect(shortage(ended.outcome.goals)).toBeLessThanOrEqual(shortage(before.progress!.goals))
    expect(await second.kill('SIGTERM')).toBe(0)
  }, 240_000)
})
