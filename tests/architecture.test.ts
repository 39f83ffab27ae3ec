import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom; every folder may import itself. */
const mayImport: Record<string, string[]> = {
  domain: [],
  rules: ['domain'],
  planner: ['rules', 'domain'],
  workbook: ['domain', 'locales'],
  example: ['domain'],
  server: ['planner', 'rules', 'domain', 'workbook', 'example', 'locales'],
  app: ['rules', 'domain', 'workbook', 'locales'],
  locales: ['rules', 'domain'],
}
/**
 * Beside the table: the app starts the planner's worker by address, and takes types from the planner's messages and the
 * API.
 */
const alsoAllowed = [
  { from: 'app', to: /^planner\/worker(\.ts)?(\?worker)?$/ },
  { from: 'app', to: /^server\/api$/, typeOnly: true },
]

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(file, 'utf8')
  const found = [
    ...text.matchAll(/(import|export)\s+(type\s+)?[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g),
  ]
  return found
    .map((match) => ({ target: match[3] ?? match[4]!, typeOnly: match[2] !== undefined }))
    .filter(({ target }) => target.startsWith('.') || target.startsWith('@/'))
    .map(({ target, typeOnly }) => ({
      target: target.startsWith('@/') ? target.slice(2) : relative('src', join(dirname(file), target)),
      typeOnly,
    }))
}

describe('the import table', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file))
    .map((file) => join('src', file))
  it('covers source files', () => expect(files.length).toBeGreaterThan(5))
  it.each(files)('%s keeps to it', (file) => {
    const from = relative('src', file).split('/')[0]!
    for (const { target, typeOnly } of importsOf(file)) {
      const to = target.split('/')[0]!
      const exception = alsoAllowed.some(
        (each) => each.from === from && each.to.test(target) && (!each.typeOnly || typeOnly),
      )
      expect(to === from || mayImport[from]?.includes(to) || exception, `${file} imports ${target}`).toBe(true)
    }
  })
})
