import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundleWorkers } from '../../src/server/bundle'

declare module 'vitest' {
  interface ProvidedContext {
    /** The planner's worker, bundled: it starts in a thread as quickly as in a browser. */
    planner: string
  }
}

/** Bundles what tests of pages start threads from, once for all of them. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = resolve('node_modules/.frontline', `planner-${process.pid}`)
  await bundleWorkers(folder)
  project.provide('planner', join(folder, 'run.worker.js'))
  return () => rmSync(folder, { recursive: true, force: true })
}
