import { plain, type Locale, type Words } from './words'

/** The values of an enumeration with the words that stand for them in a sheet; `also` are other words for it in use. */
export type Choices = Readonly<Record<string, Words & { readonly also?: readonly string[] }>>

/** The label of a value; the value itself where it has none. */
export const labelOf = (choices: Choices, value: string, locale: Locale): string => {
  const words = choices[value]
  return words === undefined ? value : locale === 'en' ? words.en : words.zh
}

/** The value that a text stands for: its code, its label in either language, or another word for it. */
export const valueOf = (choices: Choices, text: string): string | undefined =>
  Object.entries(choices).find(([value, words]) =>
    [value, words.zh, words.en, ...(words.also ?? [])].some((spelling) => plain(spelling) === plain(text)),
  )?.[0]

export const booleanWords = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } } as const
