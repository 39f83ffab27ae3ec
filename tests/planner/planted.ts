import { seatId, type Decision, type ProblemData } from '../../src/domain'
import type { Order } from '../../src/rules'
import type { Dice } from './random'

interface Court {
  readonly data: ProblemData
  readonly order: Order
}

const pin = (kind: Decision['kind'], person: string, post: string): Decision => ({
  kind,
  person,
  seat: seatId(person, [{ post, share: 1000 }]),
  reason: '',
})
const decided = ({ data, order }: Court, ...decisions: Decision[]): Court => ({
  data: { ...data, decisions: [...data.decisions, ...decisions] },
  order,
})

/** Ways to ask for what cannot be: most of them clash by themselves, some only with what the court asks for besides. */
const plants: Record<string, (dice: Dice, court: Court) => Court> = {
  /** A seat that is both decided and rejected. */
  contradiction(dice, court) {
    const [person, post] = [dice.pick(court.data.people).id, dice.pick(court.data.posts).id]
    return decided(court, pin('pin', person, post), pin('veto', person, post))
  },
  /** Two people in a post of one. */
  ceiling(dice, court) {
    const post = dice.pick(court.data.posts)
    const posts = court.data.posts.map((each) => (each === post ? { ...each, ceiling: 1 } : each))
    const two = dice.shuffled(court.data.people).slice(0, 2)
    return decided({ ...court, data: { ...court.data, posts } }, ...two.map(({ id }) => pin('pin', id, post.id)))
  },
  /** A department that keeps everybody, and some of them sent away. */
  floor(dice, court) {
    const { data, order } = court
    const home = dice.pick(data.departments).id
    const posts = new Map(data.posts.map((post) => [post.id, post.department]))
    const here = data.people.filter(({ present }) => present.some(({ post }) => posts.get(post) === home))
    const away = data.posts.filter(({ department }) => department !== home)
    if (away.length === 0) return court
    const departments = data.departments.map((each) => (each.id === home ? { ...each, floor: here.length } : each))
    return decided(
      { data: { ...data, departments }, order },
      ...dice.some(here, 0.7).map(({ id }) => pin('pin', id, dice.pick(away).id)),
    )
  },
  /** Relatives in one department. */
  relatives(dice, court) {
    const { data, order } = court
    const [first, second] = dice
      .shuffled(data.people)
      .slice(0, 2)
      .map(({ id }) => id) as [string, string]
    const post = dice.pick(data.posts)
    const beside = dice.pick(data.posts.filter(({ department }) => department === post.department))
    return decided(
      { data: { ...data, kinships: [...data.kinships, { first, second, kind: 'spouse' }] }, order },
      pin('pin', first, post.id),
      pin('pin', second, beside.id),
    )
  },
  /** No post of a role holds anybody. */
  closed(dice, court) {
    const { role } = dice.pick(court.data.people)
    const posts = court.data.posts.map((each) => (each.role === role ? { ...each, ceiling: 0 } : each))
    return { ...court, data: { ...court.data, posts } }
  },
  /** One person in a proposed unit that is set up whole, and nobody else to fill it. */
  half(dice, court) {
    const { data } = court
    const unit = dice.pick(data.units).id
    const own = data.posts.filter((post) => post.unit === unit)
    const posts = data.posts.map((post) =>
      post.unit === unit ? { ...post, least: data.people.length, ceiling: null } : post,
    )
    const units = data.units.map((each) => (each.id === unit ? { ...each, status: 'may-close' as const } : each))
    const people = data.people.map((person) => ({
      ...person,
      present: person.present.filter(({ post }) => !own.some(({ id }) => id === post)),
    }))
    const empty = { ...court, data: { ...data, units, posts, people } }
    const [first, ...others] = dice.shuffled(data.people)
    return decided(
      empty,
      pin('pin', first!.id, dice.pick(own).id),
      ...others.slice(0, 1).map(({ id }) => pin('veto', id, own[0]!.id)),
    )
  },
  /** Nobody may move, though some are sent elsewhere. */
  standstill(dice, court) {
    const rules = [{ id: 'max-moves', parameters: { most: dice.whole(0, 1) } }]
    const sent = dice.some(court.data.people, 0.6)
    return decided(
      { ...court, order: { ...court.order, rules } },
      ...sent.map(({ id }) => pin('pin', id, dice.pick(court.data.posts).id)),
    )
  },
}

/** The court with one to three clashes planted, and their names. */
export function planted(dice: Dice, data: ProblemData): Court & { names: string[] } {
  const names = dice.shuffled(Object.keys(plants)).slice(0, dice.pick([1, 1, 2, 3]))
  let court: Court = { data, order: {} }
  for (const name of names) court = plants[name]!(dice, court)
  return { ...court, names }
}
