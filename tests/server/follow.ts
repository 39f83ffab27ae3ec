import type { ShownRun } from '../../src/server/db/runs'
import type { Ask } from './engines'

/** Looks at a run until it is as wanted. */
export async function follow(ask: Ask, path: string, wanted: (run: ShownRun) => boolean): Promise<ShownRun> {
  for (;;) {
    const { body: run } = await ask<ShownRun>('GET', path)
    if (wanted(run)) return run
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
