import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { headers } from './security'

/** The app as it was built, beside the bundle of the server. */
export const builtApp = join(import.meta.dirname, '../client')

/** The API and the app in this folder on one address; every page of the app is index.html. */
export function site(api: { fetch(request: Request): Response | Promise<Response> }, folder: string): Hono {
  const root = relative(process.cwd(), folder)
  const web = new Hono()
  web.use(headers('built'), compress())
  web.all('/api', (context) => api.fetch(context.req.raw))
  web.all('/api/*', (context) => api.fetch(context.req.raw))
  web.use(
    '/assets/*',
    serveStatic({
      root,
      onFound: (_, context) => context.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  web.get('/assets/*', (context) => context.notFound())
  web.get('*', etag(), serveStatic({ root, onFound: fresh }), serveStatic({ root, path: 'index.html', onFound: fresh }))
  return web
}

/** Asked for again each time, and sent again only when it has changed. */
const fresh = (_: string, context: { header(name: string, value: string): void }): void =>
  context.header('Cache-Control', 'no-cache')
