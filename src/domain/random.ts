/**
 * A stream of numbers from 0 up to but without 1 that depends on the seed alone: the same seed gives the same stream
 * on every machine (a Weyl sequence whose steps are stirred by two multiplications, known as mulberry32).
 */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
