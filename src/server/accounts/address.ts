import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The header that our own code writes the address of whoever asks into; what comes from outside under it is dropped. */
export const addressHeader = 'x-frontline-address'

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Proxies by address or network, from a list like `127.0.0.1, 10.0.0.0/8`; null where it is no such list. */
export function proxiesIn(list: string): BlockList | null {
  const proxies = new BlockList()
  for (const each of list.split(',').map((text) => text.trim())) {
    const [address = '', prefix, ...more] = each.split('/')
    const bits = prefix === undefined ? null : Number(prefix)
    if (isIP(address) === 0 || more.length > 0) return null
    if (bits === null) proxies.addAddress(address, familyOf(address))
    else if (/^\d+$/.test(prefix!) && bits <= (isIP(address) === 6 ? 128 : 32))
      proxies.addSubnet(address, bits, familyOf(address))
    else return null
  }
  return proxies
}

/**
 * Who asks, by what the socket tells. Only a proxy that is ours may say for whom it asks: the last address in its list
 * that is not one of ours, as anybody can write what stands before.
 */
export function addressFrom(socket: string, forwarded: string | null, proxies: BlockList | null): string {
  const chain = (forwarded ?? '').split(',').map((text) => text.trim())
  let address = plain(socket)
  while (proxies?.check(address, familyOf(address))) {
    const before = plain(chain.pop() ?? '')
    if (isIP(before) === 0) break
    address = before
  }
  return address
}

/** Of an address of IPv4 that is written as one of IPv6, the former. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** What tries are counted by: of IPv6 somebody has at least a whole network of 64 bits. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [left = '', right] = address.split('%')[0]!.toLowerCase().split('::')
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : [])
  const given = [...groups(left), ...groups(right)]
  const zeros = right === undefined ? [] : Array<string>(Math.max(0, 8 - given.length)).fill('0')
  return [...groups(left), ...zeros, ...groups(right)]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}

/** The headers of a request, with the address of who asks; without one where there is no socket. */
export function headersOf(context: Context, proxies: BlockList | null): Headers {
  const headers = new Headers(context.req.raw.headers)
  headers.delete(addressHeader)
  const env = context.env as { incoming?: unknown } | undefined
  const socket = env?.incoming === undefined ? undefined : getConnInfo(context).remote.address
  if (socket !== undefined) headers.set(addressHeader, addressFrom(socket, headers.get('x-forwarded-for'), proxies))
  return headers
}
