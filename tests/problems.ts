import fc from 'fast-check'
import {
  defineProblem,
  noBurden,
  postId,
  seatId,
  type Candidate,
  type Decision,
  type Department,
  type Part,
  type Plan,
  type Post,
  type Problem,
  type ProblemData,
  type Role,
  type TeamTemplate,
  type Unit,
} from '../src/domain'
import { goals, rules, type Order } from '../src/rules'

/** How large; the defaults are small enough to try every plan. */
export interface Size {
  readonly people?: number
  readonly units?: number
}

const roles: Role[] = ['judge', 'assistant', 'clerk', 'administrative']
const departments = ['Civil', 'Office', 'Enforcement'] as const
const kinds = { Civil: 'trial', Office: 'administrative', Enforcement: 'enforcement' } as const
const codes = ['typing', 'legal-exam', 'mediation']
const categories = ['family', 'traffic']
const date = '2027-01-04'

/** Mostly `usual`, so that several people and posts are alike and plans tie. */
const mostly = <T, U>(usual: T, ...others: fc.Arbitrary<U>[]): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 4 * others.length, arbitrary: fc.constant(usual) }, ...others)

const arbitraryUnits = (most: number): fc.Arbitrary<Unit[]> =>
  fc
    .array(
      fc.record({
        department: fc.constantFrom(...departments),
        track: fc.constantFrom('fast-track' as const, 'ordinary' as const, null),
        categories: fc.subarray(categories),
        skills: mostly<string[], string[]>([], fc.constant(['mediation'])),
        site: mostly(null, fc.constant('Town')),
        status: fc.constantFrom('standing' as const, 'standing' as const, 'proposed' as const, 'may-close' as const),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((rows) =>
      rows.map((row, i) => ({ ...row, id: `U${i + 1}`, name: `U${i + 1}`, frontLine: row.department !== 'Office' })),
    )

const arbitraryPosts = (units: Unit[]): fc.Arbitrary<Post[]> =>
  fc
    .tuple(
      ...units.map((unit) =>
        fc.subarray(roles, { minLength: 1 }).chain((here) =>
          fc.tuple(
            ...here.map((role) =>
              fc
                .record({
                  need: fc.constantFrom(0, 500, 1000, 1000, 1500, 1333),
                  ceiling: mostly(null, fc.integer({ min: 0, max: 2 })),
                  least: mostly(1, fc.integer({ min: 0, max: 2 })),
                  duty: mostly(null, fc.constantFrom('finance' as const, 'approval' as const)),
                })
                .map(({ need, ceiling, least, duty }): Post => ({
                  id: postId({ unit: unit.id, role }),
                  unit: unit.id,
                  department: unit.department,
                  role,
                  frontLine: unit.frontLine,
                  need: unit.frontLine ? need : 0,
                  ceiling,
                  least,
                  duty,
                })),
            ),
          ),
        ),
      ),
    )
    .map((posts) => posts.flat())

const until = fc.constantFrom(null, '2027-06-30')
const firstDay = fc.constantFrom('2017-01-04', '2017-01-05', '2020-01-01', '2026-01-04', '2026-01-05', '2026-09-01')

const arbitraryPresent = (posts: Post[]): fc.Arbitrary<Part[]> => {
  const one = fc.constantFrom(...posts).map(({ id }): Part[] => [{ post: id, share: 1000 }])
  if (posts.length < 2) return fc.oneof({ weight: 5, arbitrary: one }, fc.constant<Part[]>([]))
  const split = fc
    .subarray(posts, { minLength: 2, maxLength: 2 })
    .map((two): Part[] => two.map(({ id }) => ({ post: id, share: 500 })))
  return fc.oneof({ weight: 8, arbitrary: one }, fc.constant<Part[]>([]), split)
}

/** A posting of people who are somewhere: their home may be another post, a split, or nowhere. */
const arbitraryPosting = (posts: Post[]): fc.Arbitrary<Candidate['posting']> =>
  mostly(
    null,
    fc.record({
      from: fc.constantFrom('2025-12-31', '2026-01-04', '2026-01-05', '2026-06-01'),
      until,
      home: arbitraryPresent(posts),
    }),
  )

const arbitraryPerson = (id: string, names: string[], units: Unit[], posts: Post[]): fc.Arbitrary<Candidate> =>
  fc
    .record({
      role: fc.constantFrom(...roles),
      leader: mostly(false, fc.constant(true)),
      courtLeader: mostly(false, fc.constant(true)),
      underReview: mostly(false, fc.constant(true)),
      lawyerRelative: mostly(false, fc.constant(true)),
      mentor: mostly(null, fc.constantFrom(...names)),
      worksWith: mostly(null, fc.constantFrom(...names)),
      conflictUnits: mostly([], fc.subarray(units.map((unit) => unit.id))),
      probationUntil: mostly(null, fc.constantFrom('2027-01-03', date, '2027-08-31')),
      availability: mostly(1000, fc.constantFrom(0, 500, 800)),
      away: mostly(
        null,
        until.map((until) => ({ kind: 'study' as const, until })),
      ),
      protection: mostly(null, fc.record({ kind: fc.constant('pregnancy' as const), until, consents: fc.boolean() })),
      qualifications: fc.subarray(codes).map((held) => Object.fromEntries(held.map((code) => [code, null]))),
      experience: fc.subarray(categories).map((known) => Object.fromEntries(known.map((each) => [each, 24]))),
      present: arbitraryPresent(posts),
      held: fc.tuple(firstDay, firstDay),
      transfers: mostly([], fc.subarray(['2020-01-01', '2025-01-04', '2025-01-05', '2026-09-01'])),
      leftUnits: mostly(
        {},
        fc.dictionary(
          fc.constantFrom(...units.map((unit) => unit.id)),
          fc.constantFrom('2020-01-01', '2025-01-03', '2025-01-04', '2026-08-31'),
        ),
      ),
      posting: arbitraryPosting(posts),
      burden: mostly(
        noBurden,
        fc.record({
          points: fc.integer({ min: 1, max: 4 }),
          moves: fc.nat({ max: 2 }),
          refused: fc.nat({ max: 2 }),
          since: fc.constant('2024-07-01'),
        }),
      ),
      preferences: fc
        .uniqueArray(
          fc.record({
            unit: fc.constantFrom(...units.map((unit) => unit.id)),
            role: fc.constantFrom(null, ...roles),
          }),
          { maxLength: 3, selector: ({ unit, role }) => `${unit} ${role}` },
        )
        .map((wishes) => wishes.map((wish, i) => ({ ...wish, rank: i + 1 }))),
    })
    .map(({ mentor, worksWith, posting, ...facts }): Candidate => {
      const held = Object.fromEntries(facts.present.map(({ post }, i) => [post, facts.held[i]!]))
      return {
        ...facts,
        id,
        name: id,
        joined: '2010-01-01',
        mentor: mentor === id ? null : mentor,
        worksWith: worksWith === id ? null : worksWith,
        held,
        since: Object.values(held).toSorted().at(-1) ?? null,
        posting: facts.present.length === 0 ? null : posting,
      }
    })

/** The seats that wait at home for people who are posted elsewhere. */
const withHomes = (data: ProblemData): ProblemData => ({
  ...data,
  splits: [
    ...data.splits,
    ...data.people.flatMap(({ id, posting }) => (posting?.home.length ? [{ person: id, parts: posting.home }] : [])),
  ],
})

/**
 * Small problems with every kind of fact: leave, protection, probation, kinship, splits, floors, ceilings, pins,
 * vetoes and decisions about seats that do not exist. Values are few, so that plans tie.
 */
export const arbitraryProblemData = ({ people: most = 4, units: places = 3 }: Size = {}): fc.Arbitrary<ProblemData> =>
  arbitraryUnits(places)
    .chain((units) => fc.record({ units: fc.constant(units), posts: arbitraryPosts(units) }))
    .chain(({ units, posts }) => {
      const names = fc.integer({ min: 1, max: most }).map((n) => Array.from({ length: n }, (_, i) => `P${i + 1}`))
      return names.chain((names) => {
        const anyone = fc.constantFrom(...names)
        const anySeat = fc
          .record({ person: anyone, post: fc.constantFrom(...posts) })
          .map(({ person, post }) => ({ person, seat: seatId(person, [{ post: post.id, share: 1000 }]) }))
        const noSeat = fc.constantFrom(null, 'P1@gone/clerk').map((seat) => ({ person: 'P1', seat }))
        return fc.record({
          court: fc.constant({ id: 'drawn', name: 'Drawn court', example: false }),
          date: fc.constant(date),
          departments: fc.tuple(
            ...departments.map((id) =>
              mostly(0, fc.integer({ min: 1, max: 3 })).map((floor): Department => ({
                id,
                name: id,
                kind: kinds[id],
                division: id === 'Office' ? null : 'Cases',
                site: null,
                floor,
                status: 'standing',
              })),
            ),
          ),
          units: fc.constant(units),
          posts: fc.constant(posts),
          people: fc.tuple(...names.map((name) => arbitraryPerson(name, names, units, posts))),
          fills: fc.constant<ProblemData['fills']>([
            ...roles.map((role) => ({ role, post: role, requires: [] })),
            { role: 'administrative', post: 'clerk', requires: ['typing'] },
            { role: 'administrative', post: 'assistant', requires: ['legal-exam', 'typing'] },
            { role: 'assistant', post: 'clerk', requires: [] },
          ]),
          templates: fc.subarray<TeamTemplate>([
            { kind: 'trial', track: 'fast-track', heads: { judge: 1, assistant: 2, clerk: 1 } },
            { kind: 'enforcement', track: 'fast-track', heads: { judge: 0, assistant: 2, administrative: 1 } },
          ]),
          kinships: fc.array(
            fc
              .record({ first: anyone, second: anyone, kind: fc.constantFrom('spouse' as const, 'affinity' as const) })
              .filter(({ first, second }) => first < second),
            { maxLength: names.length > 1 ? 2 : 0 },
          ),
          splits:
            posts.length < 2
              ? fc.constant([])
              : fc.array(
                  fc.record({
                    person: anyone,
                    parts: fc
                      .subarray(posts, { minLength: 2, maxLength: 2 })
                      .map((two) => two.map(({ id }) => ({ post: id, share: 500 }))),
                  }),
                  { maxLength: 1 },
                ),
          decisions: fc.array(
            fc
              .record({
                kind: fc.constantFrom('pin' as const, 'veto' as const),
                at: fc.oneof({ weight: 5, arbitrary: anySeat }, noSeat),
                until: mostly(undefined, fc.constantFrom(date, '2027-06-30', '2028-01-03', '2028-01-04')),
              })
              .map(({ kind, at, until }): Decision => {
                const isPosting = kind === 'pin' && at.seat !== null && until !== undefined
                return { kind, ...at, reason: '', ...(isPosting && { until }) }
              }),
            { maxLength: 2 },
          ),
        })
      })
    })
    .map(withHomes)

export const arbitraryProblem = (size: Size = {}): fc.Arbitrary<Problem> =>
  arbitraryProblemData(size).map(defineProblem)

/** Any plan at all, with a liking for the present one. */
export const arbitraryPlan = (problem: Problem): fc.Arbitrary<Plan> =>
  fc
    .tuple(
      ...problem.people.map(({ id }) => {
        const now = problem.presentSeat(id) ?? null
        return fc.oneof(fc.constant(now), fc.constantFrom(null, ...problem.seatsOf(id)))
      }),
    )
    .map((seats) => new Map(seats.flatMap((seat) => (seat === null ? [] : [[seat.person.id, seat] as const]))))

/** Rules switched off, warned of or in force; some goals in some order. */
export const arbitraryOrder: fc.Arbitrary<Order> = fc.record({
  rules: fc
    .subarray([...rules])
    .chain((some) =>
      fc.tuple(
        ...some.map(({ id }) =>
          fc.constantFrom('off' as const, 'warn' as const, 'must' as const).map((weight) => ({ id, weight })),
        ),
      ),
    ),
  goals: fc.shuffledSubarray(goals.map(({ id }) => id)),
})
