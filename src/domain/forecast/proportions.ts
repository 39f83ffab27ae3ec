import { lengthOf, seasons } from './season'

/** Sums over the known months of what was counted and of what it is measured by, by group; null where nothing is. */
function ratiosBy(
  group: readonly number[],
  size: number,
  counts: readonly (number | null)[],
  measure: (i: number) => number,
): (number | null)[] {
  const sums = new Array<number>(size).fill(0)
  const measures = new Array<number>(size).fill(0)
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count === null) continue
    sums[group[i]!]! += count
    measures[group[i]!]! += measure(i)
  }
  return sums.map((sum, at) => (measures[at]! > 0 ? sum / measures[at]! : null))
}

/** Rounds after which the fit stands still to a millionth; most series need fewer than ten. */
const rounds = 50
const still = 1e-6

/**
 * Fits `count = level of its year x factor of its season x part` by proportions: levels and factors in turn, until the
 * sums by year and by season are those of the counts. Null counts are left out.
 */
export function byProportions(
  counts: readonly (number | null)[],
  year: readonly number[],
  season: readonly number[],
  part: readonly number[],
): { levels: number[]; factors: number[] } {
  let factors = new Array<number>(seasons).fill(1)
  const years = Math.max(0, ...year) + 1
  const levelsNow = (): number[] =>
    ratiosBy(year, years, counts, (i) => factors[season[i]!]! * part[i]!).map((level) => level ?? 0)
  for (let round = 0; round < rounds; round++) {
    const levels = levelsNow()
    const next = meanOne(ratiosBy(season, seasons, counts, (i) => levels[year[i]!]! * part[i]!))
    const change = Math.max(...next.map((factor, at) => Math.abs(factor - factors[at]!)))
    factors = next
    if (change < still) break
  }
  return { levels: levelsNow(), factors }
}

/** Brings the mean over the months of the seasons seen to 1; a season never seen stays at the mean. */
function meanOne(ratios: readonly (number | null)[]): number[] {
  let [sum, length] = [0, 0]
  ratios.forEach((ratio, season) => {
    if (ratio === null) return
    sum += ratio * lengthOf(season)
    length += lengthOf(season)
  })
  return ratios.map((ratio) => (ratio === null || sum === 0 ? 1 : (ratio * length) / sum))
}
