import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { examplePassword } from '../src/domain'

/** What must stand in no file of the repository. */
const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}\b/,
  /\b(npm|glpat|xox[abp])[_-][A-Za-z0-9-]{20,}\b/,
  /\beyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{10,}\b/,
]
/** A value written down for something that is secret; what tests make up for themselves is none. */
const written = /(?:secret|token|password|passwd|api[_-]?key)["']?\s*[:=]\s*["']([A-Za-z0-9+/_-]{12,})["']/gi

describe('the repository', () => {
  let files: string[] = []
  const read = (file: string): string => readFileSync(file, 'utf8')
  beforeAll(() => {
    files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '' && !file.endsWith('.png'))
    expect(files.length).toBeGreaterThan(500)
  })

  it('holds no secret', () => {
    expect(files.filter((file) => /(^|\/)(\.env|id_rsa|id_ed25519)|\.(pem|key|p12|pfx)$/.test(file))).toEqual([])
    for (const file of files) {
      const text = read(file)
      for (const secret of secrets) expect(secret.exec(text)?.[0], file).toBeUndefined()
      if (file.startsWith('tests/')) continue
      const values = [...text.matchAll(written)].map(([, value]) => value)
      // The one password that is shown to whoever tries the example court.
      expect(
        values.filter((value) => value !== examplePassword),
        file,
      ).toEqual([])
    }
  })

  it('names no host in the code of the app, and none to download from', () => {
    const hosts = (file: string): string[] =>
      [...read(file).matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map(([, host]) => host!.toLowerCase())
    // The site itself, a name for the format of a decision file, and what a schema is called: nobody is asked there.
    const called = new Set(['localhost', 'frontline.court', 'json-schema.org', 'www.w3.org'])
    for (const file of files.filter((each) => /^(src|public|index\.html)/.test(each)))
      expect(
        hosts(file).filter((host) => !called.has(host)),
        file,
      ).toEqual([])
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })
})
