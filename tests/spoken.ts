import { readFileSync } from 'node:fs'
import type { Facts } from '../src/domain'
import { wordsOf, type Names } from '../src/locales/words'

/** The texts of a language as they are written; an import would give them compiled. */
export const textsOf = (language: 'zh-CN' | 'en'): Record<string, unknown> =>
  JSON.parse(readFileSync(`src/locales/${language}.json`, 'utf8')) as Record<string, unknown>

/**
 * Says sentences in one language: the text of a key, filled with the words of the facts; undefined where there is none.
 */
export function speaker(language: 'zh-CN' | 'en', names: Names) {
  const texts = textsOf(language)
  const at = (key: string): string | undefined => {
    const found = key
      .split('.')
      .reduce<unknown>((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], texts)
    return typeof found === 'string' ? found : undefined
  }
  return (key: string, facts: Facts = {}): string | undefined => {
    const words = wordsOf(facts, names, (other) => at(other) ?? other)
    return at(key)?.replaceAll(/\{(\w+)\}/g, (mark, word: string) => String(words[word] ?? mark))
  }
}
