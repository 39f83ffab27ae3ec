/**
 * The same text with memory of its own. A part cut out of a longer text keeps all of that alive: one cell that is kept
 * for long keeps the piece of the file that it was read from.
 */
export const ownCopy = (text: string): string => JSON.parse(JSON.stringify(text)) as string
