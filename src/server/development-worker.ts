import { resolve } from 'node:path'

/** Where the threads are bundled to in development. */
export const developmentWorkers = resolve('node_modules/.frontline/worker')
