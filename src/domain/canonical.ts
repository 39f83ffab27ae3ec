/** The same text for the same data, whatever order its keys were written in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, given: unknown) =>
    given !== null && typeof given === 'object' && !Array.isArray(given)
      ? Object.fromEntries(Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : given,
  )
}
