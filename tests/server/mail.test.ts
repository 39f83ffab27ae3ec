import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { PgBoss } from 'pg-boss'
import { pino } from 'pino'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AccountFacts, MessageSaid } from '../../src/domain'
import { createApi } from '../../src/server/api'
import { readConfig } from '../../src/server/config'
import { letterOf } from '../../src/server/mail/letter'
import { NotSent, senderBy } from '../../src/server/mail/mailer'
import { askOf, engines, ifMatch, inHr, openDatabase, servicesOn, type Ask, type Engine } from './engines'
import { cookieOf, inSession } from './sign-in'
import { roundOn, smallCourt } from './small-court'

const origin = 'https://frontline.court'
const from = 'Frontline <frontline@court.test>'
const password = 'p4ss-of-the-mail-server'

interface Got {
  readonly to: readonly string[]
  readonly raw: string
  readonly secure: boolean
}
const ended: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end()
})

/** A mail server of one's own on this machine, and the letters that it got. */
async function mailServer(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<{ port: number; got: Got[]; end(): Promise<void> }> {
  const got: Got[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure === true || options.key !== undefined ? [] : ['STARTTLS'],
    onAuth: (auth, _, answer) =>
      auth.password === password
        ? answer(null, { user: auth.username })
        : answer(new Error(`No entry for ${auth.username} with ${auth.password}`)),
    onRcptTo: ({ address }, _, answer) =>
      answer(address.startsWith('nobody') ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        got.push({ to, raw: Buffer.concat(chunks).toString(), secure: session.secure })
        answer()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  let open = true
  const end = async (): Promise<void> => {
    if (!open) return
    open = false
    await new Promise<void>((done) => server.close(() => done()))
  }
  ended.push(end)
  return { port: (server.server.address() as AddressInfo).port, got, end }
}

const headersOf = ({ raw }: Got): string => raw.slice(0, raw.indexOf('\r\n\r\n'))
const textOf = ({ raw }: Got): string =>
  Buffer.from(raw.slice(raw.indexOf('\r\n\r\n')).replaceAll(/\s/g, ''), 'base64').toString()

/** The app on a database of its own that sends to a port, what it logs, and its job queue. */
async function app(port: number, name = '', engine: Engine = 'postgresql') {
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const database = await openDatabase(engine)
  const url = `smtp://${name}127.0.0.1:${port}`
  const services = await servicesOn(database, 'debug', { log, mail: { url, from, origin, retryDelay: 1 } })
  const queue = new PgBoss({ ...database.queue, supervise: false, schedule: false })
  await queue.start()
  ended.push(async () => {
    await queue.stop()
    await services.imports.close()
    await services.jobs.close()
    await database.close()
  })
  const hr = askOf(await inHr(services))
  await hr('POST', '/courts', { source: 'file', court: smallCourt() })
  const as = async (given: Partial<AccountFacts> & Pick<AccountFacts, 'role'>): Promise<Ask> => {
    const cookie = await cookieOf(database.db, { court: 'small', ...given })
    return askOf(inSession((request) => createApi(services).fetch(request), cookie))
  }
  await as({ role: 'administrator', court: null })
  const ann = await as({ role: 'staff', person: 'ann', name: 'Ann' })
  /** Tells everybody of the court that wishes are open, and lets the mail out. */
  const tell = async (round = 'First round'): Promise<void> => {
    const asked = await hr('POST', '/courts/small/rounds', {
      ...roundOn('2099-01-05'),
      name: round,
      wishesUntil: '2098-12-01',
    })
    expect(asked.status).toBe(201)
    await queue.send('mail-gather')
  }
  const states = async (): Promise<string[]> => (await queue.findJobs('mail', {})).map(({ state }) => state)
  return { hr, ann, as, tell, states, lines, queue }
}
const soon = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 30_000, interval: 100 })

describe('messages by e-mail', () => {
  it.each(engines)(
    'go to whoever gave an address, in the language chosen, once, no more than was told (%s)',
    async (engine) => {
      const server = await mailServer()
      const { ann, as, tell, states, queue } = await app(server.port, '', engine)
      const bo = await as({ role: 'staff', person: 'bo' })
      const cy = await as({ role: 'staff', person: 'cy', name: 'Cy' })
      expect((await ann('GET', '/session/mailing')).body).toEqual({
        mail: null,
        byMail: true,
        language: 'zh-CN',
        sent: true,
      })
      const given = await ann('PATCH', '/session/mailing', { mail: 'ann@court.test' })
      expect(given).toMatchObject({ status: 200, body: { mail: 'ann@court.test' } })
      await bo('PATCH', '/session/mailing', { mail: 'bo@court.test', byMail: false })
      await cy('PATCH', '/session/mailing', { mail: 'cy@court.test', language: 'en' })
      await tell()
      await soon(() => expect(server.got).toHaveLength(2))
      await queue.send('mail-gather')
      await soon(async () => expect(await states()).toEqual(['completed', 'completed']))
      expect(server.got).toHaveLength(2)
      const toAnn = server.got.find(({ to }) => to[0] === 'ann@court.test')!
      const toCy = server.got.find(({ to }) => to[0] === 'cy@court.test')!
      expect(toAnn.to).toEqual(['ann@court.test'])
      expect(textOf(toAnn)).toContain('Ann：\n\n“First round”开始意愿申报，请在 2098-12-01（含当日）前填写并确认。')
      expect(textOf(toAnn)).toContain(`${origin}/me#wishes`)
      expect(textOf(toCy)).toMatch(/^Cy,\n\nWishes for “First round” are open\. .*2098-12-01\./)
      expect(headersOf(toCy)).toContain('Subject: There is a new message for you in Frontline')
      expect(headersOf(toCy)).toMatch(/Content-Type: text\/plain/)
      expect(textOf(toAnn) + textOf(toCy)).not.toMatch(/bo@|\bBo\b|Civil/)
    },
  )
  it('leave when the server is back, and the app works on meanwhile', async () => {
    const first = await mailServer()
    const { port } = first
    await first.end()
    const { ann, tell, states, lines } = await app(port)
    await ann('PATCH', '/session/mailing', { mail: 'ann@court.test' })
    await tell()
    await soon(() => expect(lines.join('')).toContain('"code":"ESOCKET"'))
    expect(await ann('GET', '/messages')).toMatchObject({ status: 200, body: { unread: 1 } })
    expect(await states()).toEqual(['retry'])
    const again = await mailServer({}, port)
    await soon(() => expect(again.got).toHaveLength(1))
    await soon(async () => expect(await states()).toEqual(['completed']))
  })
  it('tell the log of a wrong login by code, without name or password', async () => {
    const server = await mailServer({ authOptional: false })
    const wrong = 'another-secret-of-ours'
    const { ann, tell, lines, queue } = await app(server.port, `postman:${wrong}@`)
    await ann('PATCH', '/session/mailing', { mail: 'ann@court.test' })
    await tell()
    await soon(() => expect(lines.join('')).toContain('"code":"EAUTH"'))
    const [job] = (await soon(async () => {
      const [found] = await queue.findJobs('mail', {})
      expect(found?.output).toBeTruthy()
      return [found]
    })) as [{ output: unknown }]
    for (const text of [lines.join(''), JSON.stringify(job.output)])
      expect(text).not.toMatch(/another-secret|postman|No entry|ann@/)
    expect(server.got).toEqual([])
  })
  it('log in, and are not tried again where the server knows nobody of the address', async () => {
    const server = await mailServer({ authOptional: false })
    const { ann, as, tell, states, lines } = await app(server.port, `postman:${encodeURIComponent(password)}@`)
    const bo = await as({ role: 'staff', person: 'bo' })
    await ann('PATCH', '/session/mailing', { mail: 'nobody@court.test' })
    await bo('PATCH', '/session/mailing', { mail: 'bo@court.test' })
    await tell()
    await soon(async () => expect(await states()).toEqual(['completed', 'completed']))
    expect(server.got.map(({ to }) => to)).toEqual([['bo@court.test']])
    expect(lines.join('')).toContain('"status":550')
  })
  it('put nothing into a header, whatever somebody is called', async () => {
    const server = await mailServer()
    const { as, tell } = await app(server.port)
    const evil = await as({ role: 'staff', person: 'bo', name: 'Bo\r\nBcc: thief@elsewhere.test' })
    expect(
      await evil('PATCH', '/session/mailing', { mail: 'bo@court.test\r\nBcc: thief@elsewhere.test' }),
    ).toMatchObject({
      status: 422,
    })
    await evil('PATCH', '/session/mailing', { mail: 'bo@court.test' })
    await tell('Round\r\nBcc: thief@elsewhere.test\r\n\r\nAnother letter')
    await soon(() => expect(server.got).toHaveLength(1))
    expect(server.got[0]!.to).toEqual(['bo@court.test'])
    expect(headersOf(server.got[0]!)).not.toMatch(/thief|^bcc:|another/im)
    expect(textOf(server.got[0]!).split('\n\n')).toHaveLength(4)
  })
})

describe('TLS', () => {
  const letter = { to: 'ann@court.test', subject: 'S', text: 'T' }
  it('is there from the first byte, and a certificate that nobody vouches for is refused', async () => {
    const server = await mailServer({ secure: true })
    const url = `smtps://127.0.0.1:${server.port}`
    await expect(senderBy({ url, from, origin })(letter)).rejects.toThrow(NotSent)
    expect(server.got).toEqual([])
    await senderBy({ url: `${url}?tls.rejectUnauthorized=false`, from, origin })(letter)
    expect(server.got).toMatchObject([{ secure: true }])
  })
  it('is asked for before a password, and without it none is sent', async () => {
    const plain = await mailServer()
    const url = `smtp://postman:${password}@127.0.0.1:${plain.port}?requireTLS=true`
    await expect(senderBy({ url, from, origin })(letter)).rejects.toMatchObject({ facts: { code: 'ETLS' } })
    expect(plain.got).toEqual([])
  })
})

it('writes every letter in one language, to the address alone', () => {
  const said: MessageSaid = {
    kind: 'move-planned',
    facts: {
      round: 'R',
      date: '2027-01-04',
      posts: [{ unit: 'Team', department: 'Civil', role: 'clerk' }],
      until: null,
    },
  }
  const to = { said, name: 'Ann', mail: 'ann@court.test' }
  expect(letterOf({ ...to, language: 'en' }, { origin })).toEqual({
    to: 'ann@court.test',
    subject: 'There is a new message for you in Frontline',
    text: expect.stringContaining('from 2027-01-04 on to Civil · Team · Clerk.') as string,
  })
  expect(letterOf({ ...to, language: 'zh-CN' }, { origin }).text).not.toMatch(/[{}]|messages\./)
})

describe('the settings', () => {
  const all = { SMTP_URL: `smtp://a:${password}@mail.court:587`, SMTP_FROM: from, ORIGIN: origin }
  it('are all there or none', () => {
    expect(readConfig({}).mail).toBeNull()
    expect(readConfig(all).mail).toEqual({ url: all.SMTP_URL, from, origin })
    for (const name of ['SMTP_URL', 'SMTP_FROM', 'ORIGIN'])
      expect(() => readConfig({ ...all, [name]: '' })).toThrow('all of them')
  })
  it('are refused without a word of the password', () => {
    for (const SMTP_URL of [`http://a:${password}@mail.court`, `smtp//a:${password}@x`, `smtp://a:${password}@`])
      expect(() => readConfig({ ...all, SMTP_URL })).toThrow(/^(?!.*p4ss).*SMTP_URL must be like/)
    for (const SMTP_FROM of ['nobody', 'A <a@b>\r\nBcc: c@d', 'a@b, c@d'])
      expect(() => readConfig({ ...all, SMTP_FROM })).toThrow('SMTP_FROM must be like')
  })
})

it('is not sent where no server is set, and the account says so', async () => {
  const database = await openDatabase('embedded')
  const services = await servicesOn(database, 'silent')
  const hr = askOf(await inHr(services))
  expect((await hr('GET', '/session/mailing')).body).toMatchObject({ sent: false })
  expect(await hr('PATCH', '/session/mailing', { role: 'administrator' }, ifMatch(1))).toMatchObject({ status: 422 })
  await services.imports.close()
  await services.jobs.close()
  await database.close()
})
