import { createRoute, z } from '@hono/zod-openapi'
import { message } from '../domain'
import { asReader } from './db/as-reader'
import { inboxOf, markRead } from './db/messages'
import { ApiError } from './errors'
import { json, notFound, resource } from './http'
import { signedIn } from './permit'
import type { Services } from './services'

const inbox = z.object({ messages: z.array(message), count: z.int(), unread: z.int() })
const ofMessage = z.object({ message: z.string().max(64) })

const list = createRoute({
  method: 'get',
  path: '/messages',
  request: { query: z.object({ size: z.coerce.number().int().min(1).max(1000).default(50) }) },
  responses: { 200: json(inbox, 'The own ones, the newest first') },
})
const read = createRoute({
  method: 'post',
  path: '/messages/{message}/read',
  request: { params: ofMessage },
  responses: { 204: { description: 'Marked as read' }, ...notFound },
})
const allRead = createRoute({
  method: 'post',
  path: '/messages/{message}/all-read',
  request: { params: ofMessage },
  responses: { 204: { description: 'It and all that came before are marked as read' }, ...notFound },
})

/** The own inbox, of whoever is signed in: a message of somebody else is answered as one that is not there. */
export const messageRoutes = ({ database }: Services) => {
  const mark = async (account: Parameters<typeof markRead>[1], id: string, andOlder: boolean): Promise<void> => {
    if (!(await markRead(database.db, account, id, andOlder)))
      throw new ApiError(404, 'message-not-found', { message: id })
  }
  return resource()
    .openapi(list, async (context) => {
      const account = signedIn(context)
      const { size } = context.req.valid('query')
      return context.json(await asReader(database, account, account.court, (tx) => inboxOf(tx, account, size)), 200)
    })
    .openapi(read, async (context) => {
      await mark(signedIn(context), context.req.valid('param').message, false)
      return context.body(null, 204)
    })
    .openapi(allRead, async (context) => {
      await mark(signedIn(context), context.req.valid('param').message, true)
      return context.body(null, 204)
    })
}
