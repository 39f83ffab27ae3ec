import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { caseRecord, type Court } from '../../src/domain'
import { ifMatch } from './engines'
import { startServer, type RealServer } from './real-server'
import { caseCsv, settled, type ShownImport } from './send-import'
import { smallCourt } from './small-court'

const folder = mkdtempSync(join(tmpdir(), 'frontline-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const send = async ({ fetch, origin }: RealServer, file: string): Promise<string> => {
  const answer = await fetch(new Request(`${origin}/api/courts/small/imports`, { method: 'POST', body: file }))
  return ((await answer.json()) as { id: string }).id
}

it('leaves nothing of an import when the server is killed while it reads, waits or writes', async () => {
  const file = caseCsv(
    Array.from({ length: 30_000 }, (_, at) =>
      caseRecord.parse({ id: `c${at}`, team: 'team', caseType: 'loan', filed: '2026-03-05' }),
    ),
  )
  const court = { ...smallCourt(), cases: [] }
  let server = await startServer({ DATA_DIR: folder })
  await server.ask('POST', '/courts', { source: 'file', court })
  const path = (id: string): string => `/courts/small/imports/${id}`
  for (const moment of ['reading', 'ready', 'writing']) {
    const id = await send(server, file)
    if (moment !== 'reading') expect(await settled(server, 'small', id)).toMatchObject({ state: 'ready' })
    if (moment === 'writing') {
      void server.ask('POST', `${path(id)}/commit`, { confirmed: true }, ifMatch(1)).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    await server.kill('SIGKILL')
    server = await startServer({ DATA_DIR: folder })
    const { body } = await server.ask<ShownImport>('GET', path(id))
    expect(body).toMatchObject({ state: 'failed', error: { code: 'import-interrupted' } })
    const whole = await server.ask<{ court: Court; version: number }>('GET', '/courts/small?cases=all')
    expect(whole.body).toEqual({ court, version: 1 })
    expect(readdirSync(join(folder, 'imports'))).toEqual([])
    expect((await server.ask('GET', '/audit/verification')).body).toMatchObject({ fault: null })
    expect((await server.ask('GET', '/audit?action=import.commit')).body).toMatchObject({ count: 0 })
  }
  await server.kill('SIGTERM')
}, 240_000)
