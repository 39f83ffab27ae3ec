import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import { json, resource } from './http'
import { openToAll } from './permit'
import type { Services } from './services'

const get = createRoute({
  method: 'get',
  path: '/health',
  responses: { 200: json(z.object({ engine: z.enum(['embedded', 'postgresql']) }), 'The database answers') },
})

export const healthRoutes = ({ database }: Services) =>
  resource().openapi(get, async (context) => {
    openToAll(context)
    await database.db.execute(sql`select 1`)
    return context.json({ engine: database.engine }, 200)
  })
