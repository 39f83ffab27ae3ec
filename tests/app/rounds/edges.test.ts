import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Language } from '@/app/i18n'
import {
  blankRound,
  courtFile,
  defineProblem,
  problemOf,
  readPlan,
  type Court,
  type Outcome,
  type Round,
} from '@/domain'
import { propose } from '@/planner/propose'
import { orderOf } from '@/rules'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

/** Input at the edge on the page of a round: what happened, why, and what to do. */

const round: Round = { ...blankRound, id: 'r1', name: 'First', date: '2026-01-05' }
const small = smallCourt()

let page: VueWrapper
afterEach(() => {
  page.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

async function open(court: Court, of: Round, outcome: Outcome | null, language: Language): Promise<string> {
  page = await openPage(court, '/rounds/r1?step=propose', language, {
    more: {
      '/rounds/r1': { round: of, version: 1 },
      '/rounds/r1/runs/latest': outcome && {
        ...{ id: 'run-1', court: court.id, round: 'r1', state: 'done', progress: null, outcome, error: null },
        ...{ startedAt: '2026-01-01T00:00:00Z', endedAt: '2026-01-01T00:00:02Z' },
      },
      '/rounds/r1/plan': null,
      '/rounds': [{ round: of, version: 1, kept: false }],
    },
  })
  await vi.dynamicImportSettled()
  await flushPromises()
  return said(page)
}
const come = (court: Court, of: Round): Promise<Outcome> => propose(defineProblem(problemOf(court, of)), orderOf(of))

const veto = { kind: 'veto', person: 'bo', seat: 'bo@office/clerk', reason: '' } as const
const only = small.people.slice(1, 2)
const edges: [string, Court, Round, Record<Language, RegExp>][] = [
  [
    'somebody whom no post allows',
    courtFile.parse({
      ...small,
      posts: small.posts.filter(({ unit }) => unit === 'office' || unit.startsWith('team')),
    }),
    { ...round, decisions: [veto, { ...veto, seat: 'bo@team-1/clerk' }] },
    {
      en: /No plan can keep every rule.*单雄.*Ways out.*Relax/,
      'zh-CN': /没有一个方案能遵守全部规则.*单雄.*可选的办法.*放宽/,
    },
  ],
  [
    'no need anywhere',
    courtFile.parse({ ...small, caseload: [], posts: small.posts.map((post) => ({ ...post, fixed: 0 })) }),
    round,
    {
      en: /No front-line post needs anybody.*Check the cases filed.*A plan is found/,
      'zh-CN': /所需人力都是 0.*请检查收案数据.*已找到|所需人力都是 0.*请检查收案数据/,
    },
  ],
  [
    'one person',
    courtFile.parse({
      ...small,
      people: only,
      assignments: small.assignments.filter(({ person }) => person === 'bo'),
      qualifications: [],
      leaves: [],
    }),
    round,
    { en: /A plan is found, and it is proven/, 'zh-CN': /已证明/ },
  ],
]
const languages = ['en', 'zh-CN'] as const

describe.each(languages)('the page of a round, in %s,', (language) => {
  it.each(edges)('answers %s', async (_, court, of, expected) => {
    const text = await open(court, of, await come(court, of), language)
    expect(text).toMatch(expected[language])
    expect(text).not.toMatch(/(rounds|errors|rules)\.\w|\{\w+\}/)
  })

  it('says that a plan is not proven where the time was up', async () => {
    const problem = defineProblem(problemOf(small, round))
    const proven = await come(small, round)
    if (proven.kind !== 'proposal') throw new Error(proven.kind)
    const cut = { timeLimit: 1e-6, start: readPlan(problem, proven.plan) }
    const outcome = await propose(problem, orderOf(round), cut)
    expect(outcome).toMatchObject({ kind: 'proposal', status: 'stopped' })
    const text = await open(small, round, outcome, language)
    expect(text).toMatch(language === 'en' ? /whether a better one exists is not proven/ : /是否还有更好的方案未经证明/)
  })

  it('refuses 5,000 people in 500 teams and says why', async () => {
    const teams = Array.from({ length: 500 }, (_, i) => ({ ...small.teams[0]!, id: `t${i}`, name: `t${i}` }))
    const people = Array.from({ length: 5000 }, (_, i) => ({ ...small.people[0]!, id: `p${i}`, name: `p${i}` }))
    const huge = courtFile.parse({
      ...{ format: small.format, id: 'huge', name: 'huge', departments: small.departments, teams, people },
      posts: teams.flatMap(({ id }) => (['judge', 'assistant', 'clerk'] as const).map((role) => ({ unit: id, role }))),
    })
    const text = await open(huge, round, null, language)
    expect(text).toMatch(
      language === 'en'
        ? /too many people and posts.*5000 people x 1500 posts.*Plan in parts/
        : /人员和岗位太多.*5000人×1500个岗位.*分批编制/,
    )
  })
})
