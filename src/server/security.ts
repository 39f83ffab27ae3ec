import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { contentPolicy } from './content-policy'
import { ApiError } from './errors'

/** What every answer tells the browser about safety. */
export const headers = (mode: 'built' | 'development'): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: contentPolicy(mode),
    // Whether a court's network speaks TLS is for the proxy before us to say.
    strictTransportSecurity: false,
  })

/** Refuses a change that a page of another origin asks for; one that is not a browser's names no origin. */
export const sameOrigin = createMiddleware(async (context, next) => {
  const origin = context.req.header('origin')
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)
  if (!reads && origin !== undefined && hostOf(origin) !== context.req.header('host'))
    throw new ApiError(403, 'foreign-origin', { origin })
  await next()
})

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
