import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { bundleServer } from './bundle'

/** All that the built app depends on. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']
const mark = 'dist/built-from'

/** A hash of the contents of all sources: what was built from the same hash is the same. */
function sourceHash(): string {
  const hash = createHash('sha256')
  const files = sources.flatMap((source) => {
    try {
      return readdirSync(source, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    } catch {
      return [source]
    }
  })
  for (const file of files.toSorted()) hash.update(file).update('\0').update(read(file)).update('\0')
  return hash.digest('hex')
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Builds the app and the server into `dist`, unless what stands there was built from these very sources. */
const hash = sourceHash()
if (read(mark) !== hash) {
  console.log('Building Frontline, this takes a minute…')
  await build({ logLevel: 'warn' })
  await bundleServer('dist/server')
  writeFileSync(mark, hash)
}
