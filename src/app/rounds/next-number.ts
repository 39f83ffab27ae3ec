/** The lowest number that no round of the court bears in its name yet. */
export function nextNumber(names: readonly string[]): number {
  const taken = new Set(names.flatMap((name) => [...name.matchAll(/\d+/g)].map(([digits]) => Number(digits))))
  let number = 1
  while (taken.has(number)) number++
  return number
}
