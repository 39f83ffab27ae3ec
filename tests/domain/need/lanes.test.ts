import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allRouted,
  caseType,
  impliedRatios,
  lanesOf,
  needOf,
  prepareLanes,
  suggestTeams,
  type Court,
} from '../../../src/domain'
import { exampleCourt } from '../../../src/example'
import { month, smallCourt } from '../small-court'

const date = '2022-01-04'
const simple = (more: object = {}): Court =>
  smallCourt({
    settings: { yearMinutes: { judge: 1000, clerk: 1000 } },
    caseTypes: [
      caseType.parse({
        id: 'loan',
        name: 'Loan',
        category: 'contract',
        weights: { judge: 100, clerk: 50 },
        simpleShare: 0.5,
        fastWeights: { judge: 40 },
      }),
    ],
    caseload: [month('slow', '2021-05', 40), month('fast', '2021-05', 10)],
    ...more,
  })
const needAt = (court: Court, share: number, post: string) =>
  lanesOf(court, date, { loan: share }).posts.find((each) => each.post === post)!.need

describe('lanes', () => {
  it('weigh routed cases with the fast weights and leave the rest as they are', () => {
    // Of 40 cases 20 are simple; half of these go: 30 x 100 stay, 10 x 100 were there, 10 x 40 come.
    expect(needAt(simple(), 0.5, 'slow/judge')).toBeCloseTo(3, 12)
    expect(needAt(simple(), 0.5, 'fast/judge')).toBeCloseTo(1.4, 12)
    // Clerks have no weight of their own there: they work as long as elsewhere.
    expect(needAt(simple(), 0.5, 'fast/clerk')).toBeCloseTo(1 + 0.25, 12)
    const lanes = lanesOf(simple(), date, { loan: 0.5 })
    expect(lanes.moved).toEqual([{ caseType: 'loan', cases: 10 }])
    expect(lanes.movesOf('loan')).toEqual([{ caseType: 'loan', from: 'slow', to: 'fast', cases: 10 }])
  })
  it('name the types that no fast-track team could take', () => {
    const teams = smallCourt().teams.map((team) => ({ ...team, track: 'ordinary' as const }))
    const lanes = lanesOf(simple({ teams }), date, { loan: 1 })
    expect(lanes.withoutTeam).toEqual(['loan'])
    expect(lanes.moved).toEqual([])
    expect(lanes.movesOf('loan')).toEqual([])
  })
  it('say nothing of a role without a year value', () => {
    const court = simple({ settings: { yearMinutes: { judge: 1000 } } })
    expect(needAt(court, 1, 'fast/clerk')).toBeNull()
    expect(needAt(court, 1, 'fast/judge')).not.toBeNull()
  })
  it('at share 0 need what is needed today', () => {
    const court = exampleCourt()
    const today = needOf(court, date, 'weights')
    expect(lanesOf(court, date, {}).posts.map(({ need }) => need)).toEqual(today.map(({ fte }) => fte))
  })
  it('keep every routed case, and without gain of weight every minute', () => {
    const court = exampleCourt()
    for (const type of court.caseTypes) Object.assign(type, { simpleShare: 0.4, fastWeights: {} })
    const lanes = prepareLanes(court, date)
    const { yearMinutes } = court.settings
    const sum = (at: ReturnType<typeof lanes>) =>
      at.posts.reduce((total, { need }) => total + need!, 0) +
      at.withoutPost.reduce((total, { role, minutes }) => total + minutes / yearMinutes[role]!, 0)
    const all = lanes(Object.fromEntries(court.caseTypes.map(({ id }) => [id, 1])))
    const today = sum(lanes({}))
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const at = lanes(Object.fromEntries(court.caseTypes.map(({ id }) => [id, share])))
        const moved = (of: typeof at) => of.moved.reduce((total, { cases }) => total + cases, 0)
        expect(moved(at)).toBeCloseTo(moved(all) * share, 6)
        expect(sum(at)).toBeCloseTo(today, 6)
        for (const { short, surplus, need, have } of at.posts) expect(surplus - short).toBeCloseTo(have - need!, 9)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the ways of routed cases', () => {
  it('lead from each slower team to each fast-track team of the category, and add up to what is routed', () => {
    const court = exampleCourt()
    const lanes = lanesOf(court, date, allRouted(court))
    const track = new Map(court.teams.map((team) => [team.id, team.track]))
    expect(lanes.moved.length).toBeGreaterThan(0)
    for (const { caseType, cases } of lanes.moved) {
      const ways = lanes.movesOf(caseType)
      expect(ways.reduce((sum, way) => sum + way.cases, 0)).toBeCloseTo(cases, 6)
      expect(ways.every(({ from, to }) => track.get(from) !== 'fast-track' && track.get(to) === 'fast-track')).toBe(
        true,
      )
    }
    expect(lanes.movesOf('no such type')).toEqual([])
  })
  it('share out by what the fast-track teams hear, and evenly where none hears anything yet', () => {
    const two = (counts: readonly [number, number]) => {
      const court = simple()
      const fast = court.teams.find(({ id }) => id === 'fast')!
      return simple({
        teams: [...court.teams, { ...fast, id: 'fast-2', name: 'Fast 2' }],
        caseload: [
          month('slow', '2021-05', 40),
          month('fast', '2021-05', counts[0]),
          month('fast-2', '2021-05', counts[1]),
        ],
      })
    }
    const cases = (counts: readonly [number, number]) =>
      lanesOf(two(counts), date, { loan: 1 })
        .movesOf('loan')
        .map((way) => [way.to, way.cases])
    expect(cases([30, 10])).toEqual([
      ['fast', 15],
      ['fast-2', 5],
    ])
    expect(cases([0, 0])).toEqual([
      ['fast', 10],
      ['fast-2', 10],
    ])
  })
})

describe('teams that the case mix supports', () => {
  it('are the need of a track over its template, in the role that asks for most', () => {
    const found = suggestTeams(simple(), lanesOf(simple(), date, {}))
    expect(
      found.filter(({ kind }) => kind === 'trial').map(({ track, teams, reason }) => [track, teams, reason.code]),
    ).toEqual([
      ['fast-track', 1, 'teams-fit'],
      ['ordinary', 0, 'no-cases'],
      ['complex', 4, 'more-teams'],
    ])
    expect(found[2]!.reason.facts).toMatchObject({ role: 'judge', need: 4, heads: 1, exact: 4 })
  })
  it('say so where a template or a year value is missing', () => {
    const bare = simple({ settings: { templates: [] } })
    expect(suggestTeams(bare, lanesOf(bare, date, {})).every(({ reason }) => reason.code === 'template-missing')).toBe(
      true,
    )
    const court = simple({ settings: { yearMinutes: {} } })
    expect(suggestTeams(court, lanesOf(court, date, {}))[0]).toMatchObject({
      teams: null,
      reason: { code: 'year-value-missing' },
    })
  })
  it('stand beside the ratio that minutes imply', () => {
    const complex = impliedRatios(simple(), date).find(({ track }) => track === 'complex')!
    expect(complex.lines.find(({ role }) => role === 'clerk')).toEqual({
      role: 'clerk',
      need: 2,
      heads: 1,
      implied: 0.5,
      difference: -0.5,
    })
    const none = impliedRatios(simple(), date).find(({ track }) => track === 'ordinary')!
    expect(none.lines.map(({ implied }) => implied)).toEqual([null, null, null])
  })
})
