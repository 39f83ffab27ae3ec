import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ElSelect } from 'element-plus'
import { readDraft } from '@/app/board/draft-store'
import type { Language } from '@/app/i18n'
import { notices } from '@/app/ui/notices'
import { courtFile } from '@/domain'
import { said } from '../page'
import { smallCourt } from '../small-court'
import { dialogSays, openRoundPage, press, proposalFor, round } from './round'

let page: VueWrapper
beforeAll(() => Promise.all([import('@/app/rounds/RoundPage.vue'), import('@/app/board/BoardPage.vue')]))
beforeEach(() => localStorage.clear())
afterEach(() => {
  page.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
const answered = (words: RegExp) => vi.waitFor(() => expect(dialogSays()).toMatch(words), { timeout: 15_000 })

const texts: Record<Language, { stay: string; forbidden: RegExp }> = {
  en: {
    stay: 'Why does 单雄 not stay?',
    forbidden: /Not possible: this rule forbids it\..*Release to the front line/,
  },
  'zh-CN': { stay: '单雄为什么不留在原岗位？', forbidden: /不可以：下面这条规则不允许。.*人员回归一线/ },
}

describe('questions about the moves of a plan', () => {
  it.each(Object.entries(texts) as [Language, (typeof texts)[Language]][])(
    'why not stay is answered by the rule that forbids it (%s)',
    async (language, { stay, forbidden }) => {
      ;({ page } = await openRoundPage('/rounds/r1?step=result', { language }))
      press(stay)
      await answered(forbidden)
    },
  )

  it('why not stay has its price where it is possible, and names who would sit elsewhere', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result'))
    press('Why does 曾国栋 not stay?')
    await answered(
      /Possible, at this price:Fit of person and post: 147 → 175 points ▲ worse by 28People who move: 2 → 1/,
    )
    expect(dialogSays()).toContain('Everybody else keeps their post in this plan.')
  })

  it('why not somebody else: another person is forced into the post', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result'))
    press('民事审判庭 · Clerk: why 单雄 and not somebody else?')
    await vi.waitFor(() => expect(dialogSays()).toContain('why not somebody else?'))
    const select = page.findAllComponents(ElSelect).at(-1)!
    const offered = select.findAllComponents({ name: 'ElOption' }).map((option) => option.props('value') as string)
    expect(offered.toSorted()).toEqual(['ann', 'cy', 'di', 'ed', 'flo'])
    select.vm.$emit('update:modelValue', 'cy')
    await answered(/Possible/)
    press(/^Others who would sit elsewhere than in this plan/)
    expect(dialogSays()).toMatch(/单雄民事审判庭 · Clerk/)
    select.vm.$emit('update:modelValue', 'ann')
    await answered(/Not possible: .*Judges stay in trial posts|Not possible: .*Qualified for the post/)
  })
})

/** A team that needs a judge and a clerk: only the second of the two judges' teams could give its judge. */
const withProposed = (least: number) => {
  const court = smallCourt()
  return courtFile.parse({
    ...court,
    teams: [...court.teams, { id: 'new', name: '新团队', department: 'civil', status: 'proposed' }],
    posts: [...court.posts, { unit: 'new', role: 'clerk', fixed: 1, least }],
  })
}

describe('a team that is proposed', () => {
  it.each([
    [
      'en',
      1,
      /民事审判庭 · 新团队 is set up, with 1 people; of its need of 1.0 FTE 1.0 is covered/,
      'Why is 民事审判庭 · 新团队 set up?',
      /Possible, at this price:Front-line shortage/,
    ],
    [
      'zh-CN',
      1,
      /设立民事审判庭 · 新团队，配备 1 人；所需人力 1.0，满足 1.0/,
      '为什么设立民事审判庭 · 新团队？',
      /可以，代价如下：一线缺口/,
    ],
    [
      'en',
      4,
      /民事审判庭 · 新团队 is left out; of its need of 1.0 FTE 0.0 is covered/,
      'Why is 民事审判庭 · 新团队 not set up?',
      /Not possible: .*Whole units民事审判庭 · 新团队: to be open it must have at least 4 as Clerk/,
    ],
    [
      'zh-CN',
      4,
      /民事审判庭 · 新团队暂不设立；所需人力 1.0，满足 0.0/,
      '为什么不设立民事审判庭 · 新团队？',
      /不可以：.*整建制设置与撤并民事审判庭 · 新团队如设置，书记员至少须有4人/,
    ],
  ] as const)('is told of in the result, and why (%s, %i)', async (language, least, told, why, answer) => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { language, court: withProposed(least) }))
    expect(said(page)).toMatch(told)
    press(why)
    await answered(answer)
  })

  it('goes to the board the other way, if somebody wants it so', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { court: withProposed(1) }))
    press('Why is 民事审判庭 · 新团队 set up?')
    await answered(/Possible, at this price/)
    press('Put this plan on the board')
    expect(readDraft('small', 'r1')!.done).toMatchObject([{ by: 'planner' }])
  })

  it('says at the head of its column what it lacks to be set up', async () => {
    const court = withProposed(2)
    const { plan } = await proposalFor(court)
    const column = () => page.get('section.column[data-place="new"] header').text().replace(/\s+/g, ' ')
    ;({ page } = await openRoundPage('/rounds/r1/board', {
      court,
      plan: { ...plan, bo: 'bo@new/clerk', cy: 'cy@office/clerk', flo: 'flo@civil/clerk' },
      status: 'draft',
    }))
    expect(column()).toContain('proposedNeeds 1 Clerk more to be set up')
    page.unmount()
    ;({ page } = await openRoundPage('/rounds/r1/board', {
      court,
      plan: { ...plan, bo: 'bo@new/clerk', cy: 'cy@new/clerk', flo: 'flo@civil/clerk' },
      status: 'draft',
    }))
    expect(column()).toContain('proposedSet up by this plan')
    page.unmount()
    ;({ page } = await openRoundPage('/rounds/r1/board', {
      court,
      language: 'zh-CN',
      plan: { ...plan, bo: 'bo@civil/clerk', cy: 'cy@office/clerk', flo: 'flo@civil/clerk' },
      status: 'draft',
    }))
    expect(column()).toContain('拟设暂不设立，设立须配书记员 2 人')
  })
})

describe('other plans', () => {
  it('stand beside the plan at hand, within the losses allowed, and go to the board', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result'))
    press('Find other plans')
    await vi.waitFor(() => expect(said(page)).toContain('Other plan 1'), { timeout: 15_000 })
    expect(said(page)).toMatch(/Move in the plan at hand only.*(曾国栋|赵六|单雄)/)
    press('Put on the board: Other plan 1')
    expect(readDraft('small', 'r1')!.done).toMatchObject([{ by: 'planner' }])
  })
})

describe('a robust plan', () => {
  it.each([
    [
      'en',
      'Find a robust plan',
      /2026-03 to 2027-02: today's need counts 12 cases a year\. 12 are forecast, and 19 where/,
    ],
    [
      'zh-CN',
      '求稳健方案',
      /2026-03 至 2027-02：现按一年 12 件计算所需人力；预测收案 12 件，各团队都达到第90百分位时为 19 件/,
    ],
  ] as const)(
    'stands beside the plan at hand, both at the need of today and at that of many filings (%s)',
    async (language, name, words) => {
      ;({ page } = await openRoundPage('/rounds/r1?step=result', { language }))
      press(name)
      await vi.waitFor(() => expect(page.find('#other-plans ~ .scroll thead').exists()).toBe(true), { timeout: 15_000 })
      expect(said(page)).toMatch(words)
      const heads = page.findAll('#other-plans ~ .scroll tbody th').map((head) => head.text().replace(/\s+/g, ' '))
      const short =
        language === 'en' ? /^Front-line shortage \(need at the 90th percentile\)/ : /^一线缺口（按第90百分位需求）/
      expect(heads.filter((head) => short.test(head))).toHaveLength(1)
      expect(said(page)).toMatch(/(need at the 90th percentile\) \(FTE\)|按第90百分位需求） （人）)0\.\d/)
      expect(said(page)).not.toMatch(/ask\.ahead|\{\w+\}/)
    },
  )

  it('is not told from too short a history, and says so', async () => {
    const court = smallCourt()
    const caseload = court.caseload.filter(({ month }) => month > '2025-06')
    ;({ page } = await openRoundPage('/rounds/r1?step=result', { court: { ...court, caseload } }))
    press('Find a robust plan')
    await vi.waitFor(() => expect(said(page)).toContain('Only 6 whole months count'))
    expect(said(page)).not.toContain('Robust plan')
  })
})

describe('what one more would change', () => {
  it('is told of posts and of rules, each line opening those that come to the same', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result'))
    press('Ask one by one')
    await vi.waitFor(() => expect(said(page)).toMatch(/One more.*No goal changes/), { timeout: 15_000 })
    await vi.waitFor(() => expect(said(page)).toContain('Ask one by one'), { timeout: 30_000 })
    expect(said(page)).not.toContain('Not all was asked.')
    expect(said(page)).toMatch(/One more in any one of \d+ posts \(.*Judge.*\)|One more: /)
    expect(said(page)).toMatch(/Any one of (\d+) rules wider by one.*Qualified for the post/)
  })
})

/** A round that came to clash after its plan was kept: two people are pinned to a post that holds one head. */
const clash = () => {
  const court = smallCourt()
  const pin = (person: string) => ({ kind: 'pin' as const, person, seat: `${person}@civil/clerk`, reason: '' })
  return {
    court: courtFile.parse({
      ...court,
      posts: court.posts.map((post) => (post.unit === 'civil' ? { ...post, ceiling: 1 } : post)),
    }),
    of: { ...round, decisions: [pin('bo'), pin('cy')] },
    proposedIn: round,
  }
}

describe('what one more would change where the round has come to clash', () => {
  it('is not told, and it says why', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=result', clash()))
    press('Ask one by one')
    await vi.waitFor(() => expect(said(page)).toContain('no plan keeps every rule: propose again'), { timeout: 15_000 })
  })
})

describe('questions on the board', () => {
  it('what a move would cost is asked beside the instant verdict, which says what it is', async () => {
    ;({ page } = await openRoundPage('/rounds/r1/board'))
    press('Move 曾国栋 to…')
    await vi.waitFor(() => expect(dialogSays()).toContain('without re-planning anybody else'))
    press(/^What would it cost to move 曾国栋 to 民事审判庭 · Clerk\?$/)
    await answered(/Possible/)
  })
})

describe('planning again on the board', () => {
  it('changes as few people as it can, and says who sits elsewhere than before', async () => {
    const plan = { ...(await proposalFor(smallCourt())).plan, bo: 'bo@team-1/clerk' }
    ;({ page } = await openRoundPage('/rounds/r1/board', { plan, status: 'draft' }))
    press('Re-plan the rest')
    await vi.waitFor(() => expect(said(page)).toContain('People who sit elsewhere than before: 1'), { timeout: 15_000 })
    const line = page.get('.seats li').text()
    expect(line).toMatch(/(曾国栋|赵六).*一团队 · Clerk.*民事审判庭 · Clerk$/)
    press('Undo planning again')
    await vi.waitFor(() => expect(said(page)).not.toContain('People who sit elsewhere than before'))
  })

  it('says which rules clash, and leads to where the ways out are told', async () => {
    ;({ page } = await openRoundPage('/rounds/r1/board', clash()))
    press('Re-plan the rest')
    const told = () => notices.value.find(({ text }) => /Decisions stand.*Unpin somebody/.test(text))
    await vi.waitFor(() => expect(told()?.action).toBeDefined(), { timeout: 15_000 })
    told()!.action!.act()
    await vi.waitFor(() => expect(said(page)).toContain('Propose a plan'))
  })
})
