import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const texts = Object.fromEntries(
  languages.map((language) => [language, JSON.parse(readFileSync(`src/locales/${language}.json`, 'utf8')) as object]),
) as Record<Language, object>

/** The text of the page, with the placeholders that a test knows filled in. */
export function textIn(language: Language, key: string, words: Record<string, string | number> = {}): string {
  const found = key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)[part], texts[language])
  if (typeof found !== 'string') throw new Error(`There is no text ${key} in ${language}.`)
  return found.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(words[name]))
}

/** Nothing may fail unseen: script errors, refusals of the content policy, requests to another host. */
export function watch(page: Page, origin: string): string[] {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) wrong.push(request.url())
  })
  return wrong
}

export const picture = (page: Page, info: TestInfo, name: string): Promise<Buffer> =>
  page.screenshot({ path: join('test-results', 'screens', `${info.project.name || 'story'}-${name}.png`) })
