import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { ApiError } from './errors'

const megabyte = 1024 * 1024
const limited = (megabytes: number) =>
  bodyLimit({
    maxSize: megabytes * megabyte,
    onError: () => {
      throw new ApiError(413, 'body-too-large', { megabytes })
    },
  })
const small = limited(2)
const whole = limited(20)

/** The file of an import is measured as it comes in, and never the whole of it in memory. */
const isImport = (path: string): boolean => /^\/api\/courts\/[^/]+\/imports$/.test(path)
const bodiless = ['GET', 'HEAD', 'DELETE']

/** A court whole may be 20 MB; nothing else comes near 2 MB. A method that brings no body has none to be measured. */
export const sizeLimit = createMiddleware((context, next) => {
  if (bodiless.includes(context.req.method) || isImport(context.req.path)) return next()
  return /^\/api\/courts(\/[^/]+)?$/.test(context.req.path) ? whole(context, next) : small(context, next)
})

/** The first text in a value that no database can keep unchanged: it holds a NUL or half a character. */
function unstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`
    const found = unstorable(key, at) ?? unstorable(inner, at)
    if (found !== null) return found
  }
  return null
}

/** Refuses text that no database can keep, in the address as in the body. */
export const storableText = createMiddleware(async (context, next) => {
  if (context.req.url.includes('%00')) throw new ApiError(422, 'text-unstorable', { where: 'URL' })
  if (!isImport(context.req.path) && context.req.header('content-type')?.startsWith('application/json')) {
    const where = unstorable(await context.req.json().catch(unreadable), '')
    if (where !== null) throw new ApiError(422, 'text-unstorable', { where })
  }
  await next()
})

const unreadable = (): never => {
  throw new ApiError(400, 'unreadable-json')
}
