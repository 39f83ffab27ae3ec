import { join } from 'node:path'

let folder = import.meta.dirname

/** Where the built threads are, when not beside the bundle: a thread cannot run TypeScript. */
export const useWorkersIn = (built: string): void => {
  folder = built
}

export const workerFile = (name: 'run' | 'import'): string => join(folder, `${name}.worker.js`)
