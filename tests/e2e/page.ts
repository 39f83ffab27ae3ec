import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, type Request, type TestInfo } from '@playwright/test'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const texts = Object.fromEntries(
  languages.map((language) => [language, JSON.parse(readFileSync(`src/locales/${language}.json`, 'utf8')) as object]),
) as Record<Language, object>

/** The text of the page, with the placeholders that a test knows filled in. */
export function textIn(language: Language, key: string, words: Record<string, string | number> = {}): string {
  const found = key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)[part], texts[language])
  if (typeof found !== 'string') throw new Error(`There is no text ${key} in ${language}.`)
  const [one, many = one] = found.split(' | ')
  return ((words.n ?? words.count) === 1 ? one! : many!).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(words[name]),
  )
}

const underWay = new WeakMap<Page, Set<Request>>()

/** Nothing may fail unseen: script errors, refusals of the content policy, requests to another host. */
export function watch(page: Page, origin: string): string[] {
  const wrong: string[] = []
  const open = new Set<Request>()
  underWay.set(page, open)
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) wrong.push(request.url())
  })
  return wrong
}

/** Waits until nothing that the page asked for is under way; the page has to be watched. */
export async function quiet(page: Page): Promise<void> {
  let since = Date.now()
  const idle = (): number => {
    if (underWay.get(page)!.size > 0) since = Date.now()
    return Date.now() - since
  }
  await expect.poll(idle, { timeout: 30_000, intervals: [50] }).toBeGreaterThan(500)
}

export const picture = (page: Page, info: TestInfo, name: string): Promise<Buffer> =>
  page.screenshot({ path: join('test-results', 'screens', `${info.project.name || 'story'}-${name}.png`) })
