import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, ApiError } from '../../src/app/api'
import { emptyCourt, round } from '../../src/domain'

const answer = (status: number, body: unknown) => {
  const send = vi.fn<typeof fetch>(() => Promise.resolve(new Response(JSON.stringify(body), { status })))
  vi.stubGlobal('fetch', send)
  return send
}
afterEach(() => vi.unstubAllGlobals())

describe('the client', () => {
  it('names the version that a change was made on', async () => {
    const send = answer(200, { version: 8 })
    await api.saveRound('court?a', round.parse({ id: 'r1', name: 'One', date: '2027-01-04' }), 7)
    const [address, request] = send.mock.calls[0]!
    expect(address).toBe('/api/courts/court%3Fa/rounds/r1')
    expect(request).toMatchObject({ method: 'PUT' })
    expect(new Headers(request!.headers).get('if-match')).toBe('"7"')
    expect(JSON.parse(request!.body as string)).toMatchObject({ id: 'r1', date: '2027-01-04' })
  })
  it('throws what the server refuses, with code, facts and what is there now', async () => {
    const current = { court: { id: 'c' }, version: 9 }
    answer(412, { code: 'stale', facts: { given: 7, version: 9 }, current })
    const error = await api.saveCourt(emptyCourt('c', 'C'), 7).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 412, code: 'stale', facts: { given: 7, version: 9 }, current })
  })
  it('says so where no server answers, or something else does', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
    await expect(api.courts()).rejects.toMatchObject({ code: 'unreachable' })
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })))
    await expect(api.courts()).rejects.toMatchObject({ code: 'unreachable', status: 502 })
  })
  it('says that it gave up, and not that no server answers, where it was told to', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => Promise.reject(signal!.reason as DOMException))
    await expect(api.reasons('c', 'r', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })
  it('tells a plan that is not there yet from a court that is not there', async () => {
    answer(200, null)
    expect(await api.plan('c', 'r')).toBeNull()
    expect(await api.latestRun('c', 'r')).toBeNull()
    answer(404, { code: 'court-not-found', facts: {} })
    await expect(api.plan('c', 'r')).rejects.toMatchObject({ code: 'court-not-found' })
  })
})
