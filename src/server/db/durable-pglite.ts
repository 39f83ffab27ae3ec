import { existsSync, fsyncSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { makeFolder } from './first-start'
import { lockFolder } from './lock'

interface WithNodeFs {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } }
}

/**
 * PGlite's file system with the fsync it lacks. As shipped, PGlite runs PostgreSQL with `-F` (no fsync), and the
 * file system it is compiled to cannot flush: a power cut loses every commit that was acknowledged. This hangs on
 * the inside of PGlite, so its version is pinned and tests/server/durable.test.ts counts the flushes.
 */
class DurableNodeFS extends NodeFS {
  syncs = 0
  override async init(...[pglite, options]: Parameters<NodeFS['init']>) {
    const ready = await super.init(pglite, options)
    ready.emscriptenOpts.preRun!.push((module: unknown) => {
      const { NODEFS } = module as WithNodeFs
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd)
        this.syncs++
        return 0
      }
    })
    return ready
  }
}

/** One court's data fits well in this; PGlite's own default costs 100 MB more. */
const small = ['-c', 'shared_buffers=16MB']
/** The default, fdatasync, does nothing in WebAssembly and reports success. */
const durable = ['-c', 'wal_sync_method=fsync']
const upkeep = 15 * 60_000

export interface Embedded {
  readonly client: PGlite
  /** How often the data was flushed to disk since it was opened. */
  readonly syncs: () => number
  readonly close: () => Promise<void>
}

/** A database in memory, for tests. `image` is a data folder made by `dumpDataDir`. */
export async function openInMemory(image?: Blob): Promise<Embedded> {
  const client = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...small],
    ...(image && { loadDataDir: image }),
  })
  return { client, syncs: () => 0, close: () => client.close() }
}

/** A database in a folder, which is made where it is not there. Throws FolderInUse when another process has it. */
export async function openFolder(given: string): Promise<Embedded> {
  const folder = resolve(given)
  mkdirSync(dirname(folder), { recursive: true })
  const unlock = lockFolder(folder)
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) await makeFolder(folder)
    const fs = new DurableNodeFS(folder)
    const client = await PGlite.create({
      fs,
      startParams: [...PGlite.defaultStartParams.filter((param) => param !== '-F'), ...durable, ...small],
    })
    // A PostgreSQL of one process has neither checkpointer nor autovacuum: their work is done now and then.
    const keeper = setInterval(() => void client.exec('checkpoint; vacuum (analyze)').catch(() => {}), upkeep).unref()
    return {
      client,
      syncs: () => fs.syncs,
      close: async () => {
        clearInterval(keeper)
        await client.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
