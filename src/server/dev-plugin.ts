import { getRequestListener } from '@hono/node-server'
import { isRunnableDevEnvironment, type Plugin } from 'vite'
import { bundleWorkers } from './bundle.ts'
import { developmentWorkers } from './development-worker.ts'
import { contentPolicyText } from './content-policy.ts'

interface Loaded {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
  close(): Promise<void>
}

/** Mounts the API in Vite's development server: one process, and an edit of the server is seen at the next request. */
export function developmentApi(): Plugin {
  return {
    name: 'frontline-api',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    async configureServer(server) {
      const { ssr } = server.environments
      if (!isRunnableDevEnvironment(ssr)) throw new Error('The development server cannot run the API.')
      const tell = (error: unknown): void => server.config.logger.error(String((error as Error).stack ?? error))
      const bundleAgain = (): void => void bundleWorkers(developmentWorkers).catch(tell)
      await bundleWorkers(developmentWorkers)
      server.watcher.on('change', (file) => {
        if (/[\\/]src[\\/](planner|rules|domain|workbook|import)[\\/]/.test(file)) bundleAgain()
      })

      let opened = false
      const load = async (): Promise<Loaded> => {
        const loaded = await ssr.runner.import<Loaded>('/src/server/dev.ts')
        opened = true
        return loaded
      }
      const answer = getRequestListener(async (request, env) => (await load()).fetch(request, env), {
        overrideGlobalObjects: false,
      })
      server.middlewares.use((request, response, next) => {
        response.setHeader('Content-Security-Policy', contentPolicyText('development'))
        if (/^\/api(\/|$|\?)/.test(request.url ?? '')) void answer(request, response)
        else next()
      })
      load().catch(tell)

      const closeVite = server.close.bind(server)
      server.close = async () => {
        if (opened) await (await load()).close()
        await closeVite()
      }
      // Vite itself closes on SIGTERM only.
      process.once('SIGINT', () => void server.close().finally(() => process.exit()))
    },
  }
}
