import { readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { outcome } from '../../src/domain'
import { runs } from '../../src/server/db/schema'
import { onBothEngines } from './engines'
import { roundOn, smallCourt } from './small-court'

onBothEngines('a clash told before there were repairs', (opened) => {
  it('becomes one that names its rules and promises no more', async () => {
    const { ask, database } = opened()
    await ask('POST', '/courts', { source: 'file', court: smallCourt() })
    const { body } = await ask<{ round: { id: string } }>('POST', '/courts/small/rounds', roundOn())
    const old = { kind: 'clash', rules: ['donor-floor', 'max-moves'], broken: [{ rule: 'max-moves' }], seconds: 2 }
    const stored = { id: 'old', courtId: 'small', roundId: body.round.id, state: 'done' as const }
    await database.db.insert(runs).values({ ...stored, outcome: old as never })
    for (const file of ['0011_clash_repairs', '0013_clash_narrowed'])
      await database.db.execute(sql.raw(readFileSync(`src/server/db/migrations/${file}.sql`, 'utf8')))
    const [row] = await database.db.select({ outcome: runs.outcome }).from(runs).where(eq(runs.id, 'old'))
    expect(outcome.parse(row!.outcome)).toEqual({
      kind: 'clash',
      rules: ['donor-floor', 'max-moves'],
      reduced: true,
      smallest: false,
      limits: [],
      narrowed: false,
      repairs: [],
      complete: false,
      seconds: 2,
    })
  })
})
