import { longestName } from '../../domain'

/** The round's name and the first number that makes a name no other round bears; a long name is cut to leave room. */
export function variantName(of: string, taken: readonly string[], ending: (number: number) => string): string {
  for (let number = 1; ; number++) {
    const end = ending(number)
    const name = `${of.slice(0, longestName - end.length).trimEnd()}${end}`
    if (!taken.includes(name)) return name
  }
}
