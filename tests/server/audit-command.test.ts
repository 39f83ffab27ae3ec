import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startServer } from './real-server'
import { smallCourt } from './small-court'

const folder = mkdtempSync(join(tmpdir(), 'frontline-audit-command-'))
const DATA_DIR = join(folder, 'data')
const file = join(folder, 'log.jsonl')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command as npm does: its exit code, and what it says. */
function run(...given: string[]): { code: number | null; said: string } {
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', DATA_DIR }
  const command = ['--import', 'tsx', 'src/server/audit/command.ts', ...given]
  const { status, stdout } = spawnSync(process.execPath, command, { env: environment, encoding: 'utf8' })
  return { code: status, said: stdout }
}

it('says how it is used, and what it could not read', async () => {
  for (const given of [[], ['verify', 'a', 'b'], ['verify', '--head', '12'], ['verify', '--deep']]) {
    expect(run(...given)).toEqual({ code: 2, said: expect.stringMatching(/^Usage: npm run audit -- verify/) as string })
  }
  expect(run('verify')).toEqual({ code: 2, said: `There is no database in ${join(DATA_DIR, 'database')}.\n` })
  expect(run('verify', join(folder, 'nowhere.jsonl'))).toEqual({
    code: 2,
    said: expect.stringContaining('nowhere.jsonl cannot be verified: ENOENT') as string,
  })
  expect(run('verify', folder)).toMatchObject({ code: 2 })
  writeFileSync(file, '')
  expect(run('verify', file)).toEqual({ code: 2, said: expect.stringContaining('holds no entry') as string })
})

it('verifies the log of a server, while it runs by an export and afterwards by its folder', async () => {
  const server = await startServer({ DATA_DIR })
  await server.ask('POST', '/courts', { source: 'file', court: smallCourt() })
  const { body } = await server.ask<{ head: { number: number; hash: string } }>('GET', '/audit/verification')
  const { number } = body.head
  const head = `${number}:${body.head.hash}`
  // The export itself is one more.
  const count = number + 1
  expect(run('verify')).toEqual({ code: 2, said: expect.stringContaining('is in use by another Frontline') as string })
  const exported = Buffer.from(
    await (await server.fetch(new Request(`${server.origin}/api/audit/export`))).arrayBuffer(),
  )
  await server.kill('SIGTERM')

  writeFileSync(file, exported)
  expect(run('verify', file, '--head', head)).toEqual({
    code: 0,
    said: expect.stringMatching(
      new RegExp(
        `^${count} entries, the chain is unbroken\\. Head ${count}:[0-9a-f]{64}\\nThe noted entry ${number} is still in`,
      ),
    ) as string,
  })
  expect(run('verify', '--head', head)).toEqual({
    code: 0,
    said: expect.stringContaining(`${count} entries, the chain is unbroken.`) as string,
  })
  expect(run('verify', '--head', head.replace(/^\d+/, '999'))).toEqual({
    code: 1,
    said: `Entry 999 does not fit: The log ends at entry ${count}: the entries after it were cut off.\n`,
  })

  writeFileSync(file, readFileSync(file, 'utf8').replace('Small court', 'Smell court'))
  expect(run('verify', file)).toEqual({
    code: 1,
    said: `Entry ${number} does not fit: The text does not give its hash: one of the two was changed.\n`,
  })
}, 180_000)
