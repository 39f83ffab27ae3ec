import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { faultCodes, verifyChain } from './audit/chain'
import { may, type Account } from '../domain'
import { entry, lineOf, readEntry, type Entry, type Head } from './audit/entry'
import { auditEntries, auditPage, headOf, note, noteLook } from './db/audit'
import { courtIsThere } from './db/courts'
import { ApiError } from './errors'
import { json, jsonBody, notFound, ofCourt, resource, unfit } from './http'
import { permit } from './permit'
import type { Services } from './services'
import { withoutFacts } from './sight'

const moment = z.iso.datetime({ precision: 3 })
/** Which entries: all that is left out does not count. */
const filter = z.object({
  from: moment.optional(),
  /** No longer within. */
  until: moment.optional(),
  /** Id of a user; the empty text asks for what nobody signed in did, and the server itself. */
  actor: z.string().optional(),
  action: z.string().optional(),
  court: z.string().optional(),
  subjectKind: z.string().optional(),
  subject: z.string().optional(),
  /** Whose facts are touched, by id. */
  person: z.string().optional(),
})
const paged = filter.extend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const shown = entry.extend({ hash: z.string() })
const head = z.object({ number: z.int(), hash: z.string() })
/** `SEQ:HASH`, as the page shows it and a person noted it. */
export const notedHead = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,14}:[0-9a-f]{64}$/)
  .transform((text): Head => ({ number: Number(text.split(':')[0]), hash: text.split(':')[1]! }))
const verification = z.object({
  head,
  fault: z.object({ number: z.int(), code: z.enum(faultCodes), facts: z.record(z.string(), z.number()) }).nullable(),
})
/** A file that the app made of a court's data and is about to hand out. */
const file = z.object({
  holds: z.enum(['court', 'cases', 'plan', 'statistics']),
  name: z.string().max(300),
  /** Bytes. */
  size: z.int().min(0),
})

const list = createRoute({
  method: 'get',
  path: '/audit',
  request: { query: paged },
  responses: {
    200: json(z.object({ count: z.int(), entries: z.array(shown) }), 'A page, the newest first, and how many in all'),
    ...unfit,
  },
})
const exportAll = createRoute({
  method: 'get',
  path: '/audit/export',
  request: { query: filter },
  responses: {
    200: {
      content: { 'application/jsonl': { schema: z.string() } },
      description:
        'One entry a line, the oldest first; without a filter, and with the facts in it, it is the whole chain, which can be verified',
    },
    ...unfit,
  },
})
const verify = createRoute({
  method: 'get',
  path: '/audit/verification',
  request: { query: z.object({ head: notedHead.optional().openapi({ type: 'string' }) }) },
  responses: { 200: json(verification, 'The newest entry that fits, and the first that does not'), ...unfit },
})
const handOut = createRoute({
  method: 'post',
  path: '/courts/{court}/exports',
  request: { params: ofCourt, ...jsonBody(file) },
  responses: { 204: { description: 'Recorded: the file may be handed out' }, ...notFound, ...unfit },
})

/** The log tells facts about people: who may not read those gets the entries without them. */
const seen = (account: Account, entry: Entry): Entry => (may(account, 'audit.whole') ? entry : withoutFacts(entry))
const textFor = (account: Account, text: string): string => {
  if (may(account, 'audit.whole')) return text
  const read = readEntry(text)
  return read === null ? '{}' : JSON.stringify(withoutFacts(read))
}
/** Entries found by a person would tell what of them is kept back. */
function refuseToFind(account: Account, { person }: { person?: string }): void {
  if (person !== undefined && !may(account, 'audit.whole'))
    throw new ApiError(403, 'not-permitted', { role: account.role })
}

export const auditRoutes = ({ database: { db } }: Services) =>
  resource()
    .openapi(list, async (context) => {
      const { page, size, ...asked } = context.req.valid('query')
      const user = permit(context, 'audit.read')
      refuseToFind(user, asked)
      await noteLook(db, user, null)
      const { count, entries } = await auditPage(db, asked, page, size)
      // What is no entry any more is told by the verification.
      const read = entries.flatMap(({ text, hash }) => {
        const found = readEntry(text)
        return found === null ? [] : [{ ...seen(user, found), hash }]
      })
      return context.json({ count, entries: read }, 200)
    })
    .openapi(exportAll, async (context) => {
      const asked = context.req.valid('query')
      const user = permit(context, 'audit.read')
      const isWhole = Object.keys(asked).length === 0
      refuseToFind(user, asked)
      const last = await db.transaction(async (tx) => {
        await note(tx, user, {
          action: 'audit.export',
          court: asked.court ?? null,
          subject: { kind: 'audit', id: null, name: null },
          people: 'all',
          changes: isWhole ? [] : [{ list: 'audit', key: null, before: null, after: { ...asked } }],
          why: null,
        })
        return headOf(tx)
      })
      context.header('content-type', 'application/jsonl; charset=utf-8')
      context.header('content-disposition', `attachment; filename="frontline-audit-${last.number}.jsonl"`)
      return stream(context, async (out) => {
        for await (const { text, hash } of auditEntries(db, asked, last.number))
          await out.write(lineOf(textFor(user, text), hash))
      }) as never
    })
    .openapi(verify, async (context) => {
      permit(context, 'audit.read')
      return context.json(await verifyChain(auditEntries(db), context.req.valid('query').head), 200)
    })
    .openapi(handOut, async (context) => {
      const { court } = context.req.valid('param')
      const { holds, name, size } = context.req.valid('json')
      const user = permit(context, 'court.export', court)
      if (!(await courtIsThere(db, court))) throw new ApiError(404, 'court-not-found', { court })
      await db.transaction((tx) =>
        note(tx, user, {
          action: 'court.export',
          court,
          subject: { kind: 'file', id: null, name },
          people: 'all',
          changes: [{ list: 'file', key: null, before: null, after: { holds, size } }],
          why: null,
        }),
      )
      return context.body(null, 204)
    })
