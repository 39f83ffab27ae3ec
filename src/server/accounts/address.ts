import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The header that our own code writes the address of the socket into; what comes from outside under it is dropped. */
export const addressHeader = 'x-frontline-address'

/** The headers of a request, with the address that its socket tells; null where there is no socket. */
export function headersOf(context: Context): Headers {
  const headers = new Headers(context.req.raw.headers)
  headers.delete(addressHeader)
  const env = context.env as { incoming?: unknown } | undefined
  const address = env?.incoming === undefined ? undefined : getConnInfo(context).remote.address
  if (address !== undefined) headers.set(addressHeader, address)
  return headers
}
