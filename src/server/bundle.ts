import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const worker = { 'run.worker': 'src/server/run.worker.ts' }

/** Bundles code that runs in Node into a folder; packages stay where they are. */
const bundle = (folder: string, input: Record<string, string>): Promise<unknown> =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })

/** The server and the thread of its runs, with the migrations beside them. */
export async function bundleServer(folder: string): Promise<void> {
  await bundle(folder, { main: 'src/server/main.ts', ...worker })
  cpSync('src/server/db/migrations', join(folder, 'migrations'), { recursive: true })
}

/** The thread of runs alone, for development and tests: threads cannot run TypeScript. */
export const bundleWorker = (folder: string): Promise<unknown> => bundle(folder, worker)
