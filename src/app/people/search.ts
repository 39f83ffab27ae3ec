/** Tells the syllables of a name without tones: `张三` is `['zhang', 'san']`. */
export type Syllables = (name: string) => readonly string[]

let loading: Promise<Syllables> | undefined

/** Loads the readings of Chinese characters, once, when somebody first looks for a name. */
export const loadSyllables = (): Promise<Syllables> =>
  (loading ??= import('pinyin-pro').then(
    ({ pinyin }) =>
      (name) =>
        pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', nonZh: 'removed' }),
  ))

/** What a row is found by, in small letters and without spaces. */
export interface Findable {
  readonly id: string
  readonly name: string
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, '')

/**
 * Whether a query finds a row: a part of the name or id, the beginning of the pinyin initials (`zs`) or of
 * the pinyin (`zhangs`) from any character of the name on. Without syllables yet, names and ids alone.
 */
export function finds(query: string, { id, name }: Findable, syllables?: Syllables): boolean {
  const wanted = plain(query)
  if (wanted === '' || plain(name).includes(wanted) || plain(id).includes(wanted)) return true
  if (syllables === undefined || !/^[a-z]+$/.test(wanted)) return false
  const parts = syllables(name).map((part) => part.toLowerCase())
  return parts.some((_, from) => {
    const rest = parts.slice(from)
    return (
      rest
        .map((part) => part.charAt(0))
        .join('')
        .startsWith(wanted) || rest.join('').startsWith(wanted)
    )
  })
}
