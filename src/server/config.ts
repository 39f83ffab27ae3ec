import type { BlockList } from 'node:net'
import { resolve } from 'node:path'
import { proxiesIn } from './accounts/address'
import type { Oidc } from './accounts/better-auth'
import type { MailServer } from './mail/mailer'

export interface Config {
  readonly port: number
  /** Only this machine unless another address is given. */
  readonly host: string
  /** Folder of the embedded database, and of whatever else the server keeps. */
  readonly dataDir: string
  /** A PostgreSQL server to use in place of the embedded database. */
  readonly databaseUrl: string | null
  readonly logLevel: string
  /** Where users reach the server, `https://frontline.court`: asked for by single sign-on; cookies go by it. */
  readonly origin: string | null
  /** What cookies are signed with, where it is not to be the one that the server makes and keeps in the database. */
  readonly secret: string | null
  /** Single sign-on by OpenID Connect. */
  readonly oidc: Oidc | null
  /** The court's mail server; without one no mail is sent. */
  readonly mail: MailServer | null
  /** Proxies before the server, which alone may say for whom they ask; null where there is none. */
  readonly proxies: BlockList | null
  /** Started by `npm start`, through a shell. */
  readonly underNpm: boolean
  /** Language of what the server says on the console. */
  readonly locale: 'zh-CN' | 'en'
}

/** The one reader of the environment. Throws a sentence where a setting cannot be what it says. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const {
    PORT = '3000',
    HOST = '127.0.0.1',
    DATA_DIR = './data',
    DATABASE_URL,
    LOG_LEVEL = 'info',
    ORIGIN = '',
    SESSION_SECRET = '',
    TRUST_PROXY = '',
    LC_ALL,
    npm_lifecycle_event,
    LANG = '',
  } = environment
  const port = Number(PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${PORT}".`)
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
  if (!levels.includes(LOG_LEVEL)) throw new Error(`LOG_LEVEL must be one of ${levels.join(', ')}, not "${LOG_LEVEL}".`)
  const origin = ORIGIN === '' ? null : originOf(ORIGIN)
  if (SESSION_SECRET !== '' && SESSION_SECRET.length < 32)
    throw new Error('SESSION_SECRET must have at least 32 characters.')
  const proxies = TRUST_PROXY === '' ? null : proxiesIn(TRUST_PROXY)
  if (TRUST_PROXY !== '' && proxies === null)
    throw new Error(`TRUST_PROXY must list the addresses of proxies, "127.0.0.1, 10.0.0.0/8", not "${TRUST_PROXY}".`)
  return {
    port,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL === undefined || DATABASE_URL === '' ? null : DATABASE_URL,
    logLevel: LOG_LEVEL,
    origin,
    secret: SESSION_SECRET === '' ? null : SESSION_SECRET,
    oidc: oidcIn(environment, origin),
    mail: mailIn(environment, origin),
    proxies,
    underNpm: npm_lifecycle_event !== undefined,
    locale: (LC_ALL ?? LANG).startsWith('zh') ? 'zh-CN' : 'en',
  }
}

function originOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== given.replace(/\/$/, ''))
    throw new Error(`ORIGIN must be like "https://frontline.court", not "${given}".`)
  return url.origin
}

/** All of it or nothing. */
function oidcIn(
  { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: NodeJS.ProcessEnv,
  origin: string | null,
): Oidc | null {
  const given = { issuer: OIDC_ISSUER ?? '', clientId: OIDC_CLIENT_ID ?? '', clientSecret: OIDC_CLIENT_SECRET ?? '' }
  const lacking = Object.values(given).filter((value) => value === '').length
  if (lacking === 3) return null
  if (lacking > 0 || origin === null)
    throw new Error('Single sign-on takes OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and ORIGIN, all of them.')
  return given
}

/** All of it or nothing. The address holds a password: no sentence repeats it. */
function mailIn({ SMTP_URL = '', SMTP_FROM = '' }: NodeJS.ProcessEnv, origin: string | null): MailServer | null {
  if (SMTP_URL === '' && SMTP_FROM === '') return null
  if (SMTP_URL === '' || SMTP_FROM === '' || origin === null)
    throw new Error('E-mail takes SMTP_URL, SMTP_FROM and ORIGIN, all of them.')
  const url = URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : null
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new Error('SMTP_URL must be like "smtp://name:password@mail.court:587", with signs in the password as %XX.')
  if (!/^([^<>\r\n@]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(SMTP_FROM))
    throw new Error(`SMTP_FROM must be like "Frontline <frontline@mail.court>", not "${SMTP_FROM}".`)
  return { url: SMTP_URL, from: SMTP_FROM, origin }
}

/** Only this machine can reach such an address. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host)
