import { join, resolve } from 'node:path'

const folder = resolve('node_modules/.frontline/worker')

/** Where the thread of runs is bundled to in development and tests. */
export const developmentWorker = { folder, file: join(folder, 'run.worker.js') }
