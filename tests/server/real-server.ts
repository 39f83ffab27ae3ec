import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'
import { signInAsHr } from '../tools/sign-in'
import { askOf, type Ask } from './engines'
import { inSession, type Fetch } from './sign-in'

export interface RealServer {
  readonly child: ChildProcess
  /** In a session of somebody of HR, as `fetch`. */
  readonly ask: Ask
  readonly fetch: Fetch
  readonly origin: string
  /** All that it wrote on the console. */
  readonly said: () => string
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>
}

export interface Ended {
  readonly code: number | null
  readonly said: string
}

/** Sessions outlast a server that is killed: one for each database. */
const cookies: Record<string, Promise<string>> = {}

/** Starts the server as it is shipped, in a process of its own on a port of its own, and waits until it is ready. */
export async function startServer(environment: Record<string, string>): Promise<RealServer> {
  const started = await tryServer(environment)
  if ('code' in started) throw new Error(`The server ended with ${started.code}: ${started.said}`)
  return started
}

/** The same, for a server that may refuse to start. */
export function tryServer(environment: Record<string, string>): Promise<RealServer | Ended> {
  const child = spawn(process.execPath, [join(inject('bundle'), 'main.js')], {
    env: { PATH: process.env.PATH, PORT: '0', LANG: 'C', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve) => {
    const listen = (text: Buffer): void => {
      said += text.toString()
      const address = /ready at (http:\S+)/.exec(said)?.[1]
      if (address === undefined) return
      const origin = address.replace('localhost', '127.0.0.1')
      const store = environment.DATABASE_URL ?? environment.DATA_DIR ?? ''
      const send: Fetch = async (request) =>
        inSession((own) => fetch(own), await (cookies[store] ??= signInAsHr(origin)))(request)
      resolve({
        child,
        ask: askOf(send, origin),
        fetch: send,
        origin,
        said: () => said,
        kill: (signal) => {
          child.kill(signal)
          return gone
        },
      })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void gone.then((code) => setTimeout(() => resolve({ code, said }), 20))
  })
}
