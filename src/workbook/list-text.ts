/**
 * Several entries in one cell: `civil; family`. An entry that holds a separator or a quote stands in quotes, as in CSV.
 */
const separators = /[;；、,，\n]/

export const writeList = (entries: readonly string[]): string =>
  entries
    .map((entry) => (separators.test(entry) || entry.includes('"') ? `"${entry.replaceAll('"', '""')}"` : entry))
    .join('; ')

/** Reads the entries, spaces around them left off; null where a quote is never closed. */
export function readList(text: string): string[] | null {
  const entries: string[] = []
  let entry = ''
  let quoted = false
  let wasQuoted = false
  const finish = (): void => {
    const whole = wasQuoted ? entry : entry.trim()
    if (whole !== '' || wasQuoted) entries.push(whole)
    entry = ''
    wasQuoted = false
  }
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!
    if (quoted && mark === '"' && text[i + 1] === '"') {
      entry += '"'
      i++
    } else if (mark === '"' && (quoted || entry.trim() === '')) {
      if (!quoted) entry = ''
      quoted = !quoted
      wasQuoted = true
    } else if (!quoted && separators.test(mark)) finish()
    else if (quoted || !wasQuoted || mark.trim() !== '') entry += mark
  }
  if (quoted) return null
  finish()
  return entries
}
