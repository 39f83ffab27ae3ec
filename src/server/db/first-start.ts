import { execFile } from 'node:child_process'
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const script = `
  const { PGlite } = require(process.argv[1])
  const { NodeFS } = require(process.argv[2])
  PGlite.create({ fs: new NodeFS(process.argv[3]) }).then((database) => database.close())`

/**
 * Makes the folder of a new database. PGlite needs 800 MB for that moment and gives much of it back only when the
 * process ends, so a process of its own does it. The folder is made beside and put in place whole and flushed: a
 * start that is cut short leaves nothing that looks like a database.
 */
export async function makeFolder(folder: string): Promise<void> {
  const beside = `${folder}.new-`
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith(basename(beside))) rmSync(join(dirname(folder), name), { recursive: true, force: true })
  const made = `${beside}${process.pid}`
  const { resolve } = createRequire(import.meta.url)
  const packages = [resolve('@electric-sql/pglite'), resolve('@electric-sql/pglite/nodefs')]
  await promisify(execFile)(process.execPath, ['--eval', script, ...packages, made])
  flush(made)
  renameSync(made, folder)
  flushOne(dirname(folder))
}

function flush(path: string): void {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) flush(join(path, name))
  flushOne(path)
}

function flushOne(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
