import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sources = [
  'calendar',
  'court',
  'court-check',
  'court-issues',
  'indicators/definition',
  'indicators/issues',
  'role',
  'settings',
  'unit',
  'warnings',
].map((name) => readFileSync(`src/domain/${name}.ts`, 'utf8'))
const kinds = ['department', 'team', 'unit', 'person', 'case-type'].map((kind) => `${kind}-unknown`)
const codes = [
  ...new Set([...sources.join('\n').matchAll(/(?:code|error): '([a-z-]+)'/g)].map((match) => match[1]!)),
  ...kinds,
].filter((code) => code !== 'custom')

describe.each(['zh-CN', 'en'])('what can be wrong in a court, in %s', (language) => {
  const texts = JSON.parse(readFileSync(`src/locales/${language}.json`, 'utf8')) as {
    workbook: { problems: Record<string, { wrong: string; right: string } | undefined> }
  }
  it('is found in the source', () => expect(codes.length).toBeGreaterThan(14))
  it.each(codes)('%s is told in words, with what would be right', (code) => {
    const text = texts.workbook.problems[code]
    expect(text?.wrong).toBeTruthy()
    expect(text?.right).toBeTruthy()
  })
})
