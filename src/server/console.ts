import en from '../locales/en.json'
import zh from '../locales/zh-CN.json'
import type { Config } from './config'

type Locale = Config['locale']
type Facts = Readonly<Record<string, unknown>>
const texts = { en, 'zh-CN': zh }

export const filled = (text: string, facts: Facts): string =>
  text.replaceAll(/\{(\w+)\}/g, (mark, key: string) => `${(facts[key] as string | number | undefined) ?? mark}`)

/** One line for whoever started the server. */
export const say = (locale: Locale, line: keyof typeof en.console, facts: Facts): void =>
  console.log(filled(texts[locale].console[line], facts))

/** One line on why the server does not start: the text of the error where it has one, else what it says itself. */
export function sayWhy(locale: Locale, error: unknown): void {
  const { code, message, facts } = error as { code?: string; message?: string; facts?: Facts }
  const told = texts[locale].errors as Record<string, { what: string; why: string; do: string } | undefined>
  const text = told[startErrors[code ?? ''] ?? code ?? '']
  const all = { ...(error as Facts), ...facts }
  console.error(text === undefined ? message : filled(`${text.what} ${text.why} ${text.do}`, all))
}

/** What Node calls them, and what we do. */
const startErrors: Record<string, string> = {
  EADDRINUSE: 'port-in-use',
  ECONNREFUSED: 'database-unreachable',
  ENOTFOUND: 'database-unreachable',
}
