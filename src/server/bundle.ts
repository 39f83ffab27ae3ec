import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const workers = { 'run.worker': 'src/server/run.worker.ts', 'import.worker': 'src/server/import/import.worker.ts' }

/** Of these large packages little is used: a thread starts in half the time without the rest. */
const shaken = ['date-fns', 'hucre']

/** Bundles code that runs in Node into a folder; all other packages stay where they are. */
export const bundle = (folder: string, input: Record<string, string>): Promise<unknown> =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: shaken },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })

/** The server and the threads of its runs and imports, with the migrations beside them. */
export async function bundleServer(folder: string): Promise<void> {
  await bundle(folder, { main: 'src/server/main.ts', ...workers })
  cpSync('src/server/db/migrations', join(folder, 'migrations'), { recursive: true })
}

/** The threads alone, for development and tests: threads cannot run TypeScript. */
export const bundleWorkers = (folder: string): Promise<unknown> => bundle(folder, workers)
