import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { headers } from './security'

/** The app as it was built, beside the bundle of the server. */
export const builtApp = join(import.meta.dirname, '../client')

/**
 * Files of the build have the hash of their contents in their name; the page that names them is asked for each time.
 */
const forGood = 'public, max-age=31536000, immutable'
const askAgain = 'no-cache'

const cached =
  (how: string): MiddlewareHandler =>
  async (context, next) => {
    await next()
    if (context.res.ok) context.header('Cache-Control', how)
  }

/** The API and the app in this folder on one address; every page of the app is index.html. */
export function site(
  api: { fetch(request: Request, env?: unknown): Response | Promise<Response> },
  folder: string,
): Hono {
  const root = relative(process.cwd(), folder)
  const web = new Hono()
  web.use(headers('built'), compress())
  web.all('/api', (context) => api.fetch(context.req.raw, context.env))
  web.all('/api/*', (context) => api.fetch(context.req.raw, context.env))
  web.use('/assets/*', cached(forGood), serveStatic({ root }))
  web.get('/assets/*', (context) => context.notFound())
  web.get('*', cached(askAgain), etag(), serveStatic({ root }), serveStatic({ root, path: 'index.html' }))
  return web
}
