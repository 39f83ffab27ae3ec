import type { NeedSum } from '../../domain'
import { writerFor } from '../ui/format'

/** Writes the steps of a need so that they give it as it is shown; where a step is lacking there is no need to give. */
export function writerOfNeed(sum: NeedSum): (value: number) => string {
  const { fixed } = sum
  switch (sum.mode) {
    case 'weights':
      return writerFor([sum.minutes / (sum.yearMinutes ?? 1), fixed] as const, (cases, work) => cases + work)
    case 'peers':
      return writerFor(
        [sum.filedAYear, sum.reference.rate ?? 1, fixed] as const,
        (filed, rate, work) => filed / rate + work,
      )
    case 'pro-rata':
      return writerFor(
        [sum.load, sum.people, sum.loadOfAll, fixed] as const,
        (load, people, all, work) => (load * people) / all + work,
      )
    case 'ratio':
      return writerFor([sum.needThere ?? 0, sum.per, fixed] as const, (there, per, work) => there * per + work)
  }
}
