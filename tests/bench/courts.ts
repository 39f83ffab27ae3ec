import {
  ordinary,
  noBurden,
  postId,
  type Candidate,
  type Kinship,
  type Post,
  type ProblemData,
  type Role,
  type Unit,
} from '../../src/domain'
import type { Order } from '../../src/rules'
import { Dice } from '../planner/random'

const categories = ['civil', 'criminal', 'administrative', 'commercial', 'family', 'enforcement']
const roles: readonly { role: Role; share: number }[] = [
  { role: 'judge', share: 0.3 },
  { role: 'assistant', share: 0.35 },
  { role: 'clerk', share: 0.35 },
]

/**
 * A court for measuring: teams of judges, assistants and clerks, four teams to a department; 8 % of the people half
 * time, 10 % held by a decision, 12 % too few people over all, one pair of relatives for every 15 people, uneven
 * needs, uneven teams, wishes of three people in ten. The same size and seed give the same court.
 */
export function benchCourt(size: number, teams: number, seed = 1): ProblemData {
  const dice = new Dice(seed)
  // Dice of their own, so that the rest is the court that was measured before there were ledgers.
  const carried = new Dice(seed + 1)
  const units = Array.from({ length: teams }, (_, i): Unit => ({
    id: `t${i}`,
    name: `t${i}`,
    department: `d${Math.floor(i / 4)}`,
    frontLine: true,
    track: dice.pick(['fast-track', 'ordinary', 'complex']),
    categories: dice.some(categories, 0.3),
    skills: [],
    site: null,
    status: 'standing',
  }))
  const people = Array.from({ length: size }, (_, i): Candidate => {
    const draw = i / size
    const role = draw < roles[0]!.share ? 'judge' : draw < roles[0]!.share + roles[1]!.share ? 'assistant' : 'clerk'
    // Teams are as uneven as years of drifting leave them: the lower numbers have more people.
    const unit = units[Math.floor(dice.next() ** 1.4 * teams)]!
    return {
      id: `p${String(i).padStart(4, '0')}`,
      name: `p${i}`,
      role,
      ...ordinary,
      joined: '2015-01-01',
      availability: dice.chance(0.08) ? 500 : 1000,
      experience: Object.fromEntries(dice.some(categories, 0.4).map((category) => [category, dice.whole(3, 60)])),
      present: [{ post: postId({ unit: unit.id, role }), share: 1000 }],
      since: '2020-01-01',
      burden: carried.chance(0.3)
        ? { points: carried.whole(1, 6), moves: 1, refused: 0, since: '2024-07-01' }
        : noBurden,
      preferences: dice.chance(0.3)
        ? [1, 2, 3].slice(0, dice.whole(1, 3)).map((rank) => ({ rank, unit: dice.pick(units).id, role: null }))
        : [],
    }
  })
  const posts = roles.flatMap(({ role }) => {
    const have = people.reduce((sum, person) => sum + (person.role === role ? person.availability : 0), 0)
    const weights = units.map(() => 0.5 + dice.next())
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    return units.map((unit, i): Post => ({
      id: postId({ unit: unit.id, role }),
      unit: unit.id,
      department: unit.department,
      role,
      frontLine: true,
      need: Math.round((have * 1.12 * weights[i]!) / whole),
      ceiling: null,
      least: 1,
      duty: null,
    }))
  })
  return {
    court: { id: 'bench', name: 'bench', example: true },
    date: '2027-01-04',
    departments: [...new Set(units.map(({ department }) => department))].map((id) => ({
      id,
      name: id,
      kind: 'trial',
      division: null,
      site: null,
      floor: 0,
      status: 'standing',
    })),
    units,
    posts,
    people,
    fills: roles.map(({ role }) => ({ role, post: role, requires: [] })),
    templates: [],
    kinships: relatives(dice, people, units),
    splits: [],
    decisions: people
      .filter(() => dice.chance(0.1))
      .map(({ id, present }) => ({ kind: 'pin', person: id, seat: `${id}@${present[0]!.post}`, reason: '' })),
  }
}

/** Pairs who now sit in different departments, so that staying keeps the rule. */
function relatives(dice: Dice, people: readonly Candidate[], units: readonly Unit[]): Kinship[] {
  const department = new Map(units.map((unit) => [unit.id, unit.department]))
  const at = (person: Candidate): string => department.get(person.present[0]!.post.split('/')[0]!)!
  const pairs: Kinship[] = []
  while (pairs.length < Math.floor(people.length / 15)) {
    const [first, second] = [dice.pick(people), dice.pick(people)]
    if (first !== second && at(first) !== at(second)) pairs.push({ first: first.id, second: second.id, kind: 'spouse' })
  }
  return pairs
}

/** Teams keep 40 % of their people; at most 35 % of all move. */
export const benchOrder = ({ people }: Pick<ProblemData, 'people'>): Order => ({
  rules: [
    { id: 'retain-experience', parameters: { share: 0.4, months: 12 } },
    { id: 'max-moves', parameters: { most: Math.floor(people.length * 0.35) } },
  ],
})
