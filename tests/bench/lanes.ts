import { courtFile, prepareLanes, type Court, type Lanes } from '../../src/domain'
import { Dice } from '../planner/random'
import { timesOf, type Times } from './times'

const categories = ['civil', 'commercial', 'family', 'criminal', 'enforcement']
const tracks = ['fast-track', 'ordinary', 'ordinary', 'complex'] as const
const roles = ['judge', 'assistant', 'clerk'] as const

/** A court for measuring lanes: 100 teams of three posts, 40 case types in five categories, a year of rows. */
export function courtOfLanes(teams = 100, seed = 1): Court {
  const dice = new Dice(seed)
  const caseTypes = Array.from({ length: 40 }, (_, i) => ({
    id: `c${i}`,
    name: `c${i}`,
    category: categories[i % categories.length]!,
    weights: { judge: 60 + 10 * i, assistant: 50 + 8 * i, clerk: 70 + 9 * i },
    simpleShare: 0.1 + dice.next() / 2,
    fastWeights: { judge: 40 + 3 * i, assistant: 30 + 2 * i },
  }))
  const units = Array.from({ length: teams }, (_, i) => ({
    id: `t${i}`,
    name: `t${i}`,
    department: 'd',
    track: tracks[i % tracks.length]!,
    categories: [categories[Math.floor(i / tracks.length) % categories.length]!],
  }))
  return courtFile.parse({
    format: 'frontline-court/1',
    id: 'lanes',
    name: 'lanes',
    departments: [{ id: 'd', name: 'd', kind: 'trial' }],
    teams: units,
    posts: units.flatMap(({ id }) => roles.map((role) => ({ unit: id, role }))),
    caseTypes,
    caseload: units.flatMap((unit) =>
      caseTypes
        .filter(({ category }) => unit.categories.includes(category))
        .flatMap(({ id }) =>
          Array.from({ length: 12 }, (_, month) => {
            const filed = dice.whole(0, 20)
            return {
              team: unit.id,
              caseType: id,
              month: `2025-${String(month + 1).padStart(2, '0')}`,
              carried: 0,
              filed,
              closed: filed,
              pending: 0,
            }
          }),
        ),
    ),
  })
}

const routesIn = ({ moved, movesOf }: Lanes): number =>
  moved.reduce((sum, { caseType }) => sum + movesOf(caseType).length, 0)

/** What a slider costs in milliseconds: once when the page opens, then for each of 101 positions, once it was moved. */
export function laneAnswers(): Times & { prepare: number; routes: number } {
  const court = courtOfLanes()
  const began = performance.now()
  const lanes = prepareLanes(court, '2026-01-01')
  const prepare = performance.now() - began
  const timeAt = (position: number): number => {
    const shares = Object.fromEntries(court.caseTypes.map(({ id }) => [id, position / 100]))
    const start = performance.now()
    lanes(shares)
    return performance.now() - start
  }
  const positions = Array.from({ length: 101 }, (_, position) => position)
  positions.forEach(timeAt)
  const times = timesOf(positions.map(timeAt))
  const all = Object.fromEntries(court.caseTypes.map(({ id }) => [id, 1]))
  return { prepare, ...times, routes: routesIn(lanes(all)) }
}
