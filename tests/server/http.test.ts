import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hc } from 'hono/client'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import type { Court } from '../../src/domain'
import { createApi, type Api } from '../../src/server/api'
import { isLoopback, readConfig } from '../../src/server/config'
import type { Services } from '../../src/server/services'
import { site } from '../../src/server/static'
import type { Database } from '../../src/server/db'
import { askOf, inHr, openDatabase, servicesOn, type Ask } from './engines'
import { smallCourt } from './small-court'

let database: Database
let services: Services
let ask: Ask
let fetch: (request: Request) => Response | Promise<Response>
const folder = mkdtempSync(join(tmpdir(), 'frontline-site-'))

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Frontline</title>')
  writeFileSync(join(folder, 'assets/app-1a2b.js'), `export const text = ${JSON.stringify('front line '.repeat(500))}`)
  services = await servicesOn(await openDatabase('embedded'), 'silent')
  database = services.database
  fetch = await inHr(services, site(createApi(services), folder).fetch)
  ask = askOf(fetch)
})
afterAll(async () => {
  await services.imports.close()
  await services.jobs.close()
  await database.close()
  rmSync(folder, { recursive: true })
})

describe('the API', () => {
  it('says that it works', async () => {
    expect((await ask('GET', '/health')).body).toEqual({ engine: 'embedded' })
  })

  it('answers an unknown address with a code, not with a page', async () => {
    for (const path of ['/nothing', '/courts/a/nothing/b/c', '/'])
      expect(await ask('GET', path)).toMatchObject({ status: 404, body: { code: 'no-such-address' } })
    expect(await ask('PATCH', '/courts', {})).toMatchObject({ status: 404, body: { code: 'no-such-address' } })
  })

  it('refuses a change that a page of another origin asks for', async () => {
    const body = { source: 'empty', name: 'Foreign' }
    for (const origin of ['http://elsewhere.example', 'http://localhost:1', 'null'])
      expect(await ask('POST', '/courts', body, { origin })).toMatchObject({
        status: 403,
        body: { code: 'foreign-origin' },
      })
    expect((await ask('POST', '/courts', body, { origin: 'http://localhost' })).status).toBe(201)
  })

  it('takes a court of up to 20 MB, and anything else up to 2 MB', async () => {
    const padded = (megabytes: number): Court => ({
      ...smallCourt('padded'),
      name: 'x'.repeat(megabytes * 1024 * 1024),
    })
    expect(await ask('POST', '/courts', { source: 'file', court: padded(3) })).toMatchObject({
      status: 422,
      body: { code: 'invalid' },
    })
    expect(await ask('POST', '/courts', { source: 'file', court: padded(20) })).toMatchObject({
      status: 413,
      body: { code: 'body-too-large', facts: { megabytes: 20 } },
    })
    expect(await ask('POST', '/courts/padded/rounds', { name: 'x'.repeat(2 * 1024 * 1024) })).toMatchObject({
      status: 413,
      body: { code: 'body-too-large', facts: { megabytes: 2 } },
    })
  })

  it('refuses what is not JSON', async () => {
    const response = await fetch(
      new Request('http://localhost/api/courts', {
        method: 'POST',
        headers: { host: 'localhost', 'content-type': 'application/json' },
        body: '{"source":',
      }),
    )
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'unreadable-json' })
    expect(await ask('POST', '/courts', { source: 'nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'invalid', issues: [{ path: ['source'] }] },
    })
  })

  it('describes itself', async () => {
    const { body } = await ask<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
      'GET',
      '/openapi.json',
    )
    expect(body.openapi).toBe('3.1.0')
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    // Which routes there are is told by the tables of what they record and whom they answer.
    expect(routes.length).toBeGreaterThan(40)
    expect(routes).toContain('put /api/courts/{court}/rounds/{round}/plan')
  })

  it('is typed to its last answer for the client', async () => {
    const client = hc<Api>('http://localhost', {
      fetch: async (url: RequestInfo | URL, init?: RequestInit) => fetch(new Request(url, init)),
    })
    const response = await client.api.courts.$get()
    const courts = await response.json()
    expectTypeOf(courts[0]!.teams).toEqualTypeOf<number>()
    expect(courts).toContainEqual(expect.objectContaining({ name: 'Foreign', teams: 0 }))
  })
})

describe('the site', () => {
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(new Request(`http://localhost${path}`, { headers }))

  it('gives the page for every address of the app, asked for anew each time', async () => {
    for (const path of ['/', '/rounds/round-1/board']) {
      const response = await get(path)
      expect(response.headers.get('content-type')).toMatch('text/html')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(await response.text()).toMatch('<title>Frontline</title>')
      const again = await get(path, { 'if-none-match': response.headers.get('etag')! })
      expect(again.status).toBe(304)
    }
  })

  it('gives built files compressed and for good, and no page in place of one that is missing', async () => {
    const response = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/assets/gone.js')).status).toBe(404)
    expect((await get('/assets/../../package.json')).headers.get('content-type')).toMatch('text/html')
  })

  it('gives no file beside its own, however the way to it is written', async () => {
    writeFileSync(join(folder, '..', 'beside.txt'), 'beside the site')
    for (const way of [
      '..%2fbeside.txt',
      '%2e%2e%2fbeside.txt',
      '..%5cbeside.txt',
      '..%252fbeside.txt',
      '%00',
      '..;/beside.txt',
    ])
      for (const path of [`/${way}`, `/assets/..%2f${way}`, `/assets/${way}`]) {
        const response = await get(path)
        expect(response.status, path).toBeLessThan(500)
        expect(await response.text(), path).not.toMatch('beside the site')
      }
  })

  it('lets a page load nothing from outside', async () => {
    for (const path of ['/', '/api/health', '/assets/app-1a2b.js']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy')!.split('; ')
      expect(policy).toEqual([
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})

describe('the settings', () => {
  it('have defaults', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      logLevel: 'info',
      locale: 'en',
    })
    expect(readConfig({}).dataDir).toBe(join(process.cwd(), 'data'))
  })
  it('are refused in a sentence where they cannot be', () => {
    expect(() => readConfig({ PORT: '80a' })).toThrow('PORT must be a number from 0 to 65535, not "80a".')
    expect(() => readConfig({ LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL must be one of/)
  })
  it('name the origin and single sign-on whole, or not at all', () => {
    const oidc = { OIDC_ISSUER: 'https://login.court', OIDC_CLIENT_ID: 'frontline', OIDC_CLIENT_SECRET: 'secret' }
    expect(readConfig({})).toMatchObject({ origin: null, oidc: null, secret: null })
    expect(readConfig({ ...oidc, ORIGIN: 'https://frontline.court/' })).toMatchObject({
      origin: 'https://frontline.court',
      oidc: { issuer: 'https://login.court', clientId: 'frontline', clientSecret: 'secret' },
    })
    expect(() => readConfig(oidc)).toThrow(/ORIGIN, all of them/)
    expect(() => readConfig({ OIDC_ISSUER: 'https://login.court' })).toThrow(/all of them/)
    for (const ORIGIN of ['frontline.court', 'ftp://frontline.court', 'https://frontline.court/app'])
      expect(() => readConfig({ ORIGIN })).toThrow(/ORIGIN must be like/)
    expect(() => readConfig({ SESSION_SECRET: 'short' })).toThrow(/at least 32/)
    expect(['127.0.0.1', 'localhost', '::1', '127.8.0.1'].every(isLoopback)).toBe(true)
    expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example'].some(isLoopback)).toBe(false)
  })
  it('name proxies by address, or not at all', () => {
    expect(readConfig({}).proxies).toBeNull()
    expect(readConfig({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' }).proxies!.check('10.9.8.7')).toBe(true)
    expect(() => readConfig({ TRUST_PROXY: 'true' })).toThrow(/TRUST_PROXY must list/)
  })
  it('speak the language of the console', () => {
    expect(readConfig({ LANG: 'zh_CN.UTF-8' }).locale).toBe('zh-CN')
  })
})
