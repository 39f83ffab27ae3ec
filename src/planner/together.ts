import { smallestHitting } from './hitting'

/**
 * Which of many things, not all of which can hold together, do. Everything found out is kept: what held together once,
 * and what clashed. `find` is asked for some of them, and gives what holds together with them, and whatever else it
 * saw hold together; null when they clash.
 */
export class Together<T> {
  private readonly kept: ReadonlySet<T>[] = []
  private readonly clashes: (readonly T[])[]

  constructor(
    private readonly all: readonly T[],
    private readonly find: (asked: readonly T[]) => Promise<readonly ReadonlySet<T>[] | null>,
  ) {
    this.clashes = [all]
  }

  private async canHold(asked: readonly T[]): Promise<boolean> {
    if (this.kept.some((kept) => asked.every((each) => kept.has(each)))) return true
    if (this.clashes.some((clash) => clash.every((each) => asked.includes(each)))) return false
    const kept = await this.find(asked)
    if (kept === null) this.clashes.push(asked)
    else this.kept.push(...kept)
    return kept !== null
  }

  /**
   * Fewest of these that clash; null when all can hold together. What clashes has a member outside whatever once held
   * together. So a smallest collection that hits all that was left out there is a smallest clash if it clashes at all;
   * if not, it tells of something else that holds together.
   */
  async smallest(within = this.all): Promise<readonly T[] | null> {
    if (await this.canHold(within)) return null
    for (;;) {
      const asked = smallestHitting(this.kept.map((kept) => within.filter((each) => !kept.has(each))))!
      if (!(await this.canHold(asked))) return asked
    }
  }

  /**
   * Some of these, which clash, that clash too, though with any one left out they hold: not the fewest, but soon found.
   * Where all of them but one hold, `find` may see at once that the same is so of others.
   */
  async irreducible(among = this.all): Promise<readonly T[]> {
    await this.canHold(among.slice(0, -1))
    return this.needed(among, [], false)
  }

  /** Halves that the rest can do without go at once (QuickXplain): what is needed of `among` beside `held`, to clash. */
  private async needed(among: readonly T[], held: readonly T[], isNew: boolean): Promise<readonly T[]> {
    if (isNew && !(await this.canHold(held))) return []
    if (among.length < 2) return among
    const half = Math.ceil(among.length / 2)
    const [first, second] = [among.slice(0, half), among.slice(half)]
    const later = await this.needed(second, [...held, ...first], true)
    const sooner = await this.needed(first, [...held, ...later], later.length > 0)
    return [...sooner, ...later]
  }

  /**
   * What to leave out so that the others can hold together: each way that holds no other, by rising size. Whatever is
   * left out must hit every clash; where a smallest collection that hits all known ones is not enough, the others
   * hold a clash that was not known yet.
   */
  async *corrections(): AsyncGenerator<readonly T[]> {
    const clashes: (readonly T[])[] = []
    const found: (readonly T[])[] = []
    for (;;) {
      const out = smallestHitting(clashes, found)
      if (out === null) return
      const clash = await this.smallest(this.all.filter((each) => !out.includes(each)))
      if (clash !== null) clashes.push(clash)
      else {
        found.push(out)
        yield out
      }
    }
  }
}
