/**
 * A text in both languages of the product. A workbook carries its own words, so that either language is understood on
 * import.
 */
export interface Words {
  readonly zh: string
  readonly en: string
}

export type Locale = 'zh-CN' | 'en'

export const say = (words: Words, locale: Locale): string => (locale === 'en' ? words.en : words.zh)

/** What two spellings of one title have in common: full-width marks, capitals and spaces do not count. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Whether the text is this title, in either language. */
export const names = (words: Words, text: string): boolean =>
  plain(words.zh) === plain(text) || plain(words.en) === plain(text)
