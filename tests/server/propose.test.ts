import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { courtFile, proposal, type Court } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { writeWorkbook } from '../../src/workbook'

const folder = mkdtempSync(join(tmpdir(), 'frontline-'))
const documented = readFileSync('docs/format.md', 'utf8').match(/```json\n([^`]*frontline-court[^`]*)```/)![1]!
const court = courtFile.parse(JSON.parse(documented))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const courtIn = (name: string, change: Partial<Record<keyof Court, unknown>> = {}): string =>
  file(name, JSON.stringify({ ...court, ...change }))

/** Starts a program of ours. */
function start(script: string, given: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...given])
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
/** The command line as a program of its own. */
const run = (...given: string[]) => start('src/server/propose.ts', ['--language', 'en', ...given])
type Result = { code: number; err: string }
/** The same for several lists of arguments, sooner: one program calls it for each. */
async function call(...calls: string[][]): Promise<Result[]> {
  const { out, err } = await start('tests/server/propose-calls.ts', [JSON.stringify(calls)])
  expect(out, err).not.toBe('')
  return JSON.parse(out) as Result[]
}
const resultIn = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as {
    proposal: unknown
    moves: { person: string; to: string }[]
    certificate: { keeps: boolean; choices: unknown[] }
  }

describe('npm run propose', { timeout: 60_000 }, () => {
  it('writes a plan for the documented court and exits with 0, goal by goal', async () => {
    const out = join(folder, 'proposal.json')
    const { code, err } = await run(file('ten-lines.json', documented), '--out', out, '--date', '2027-01-04')
    expect(code, err).toBe(0)
    const written = resultIn(out)
    expect(proposal.parse(written.proposal).status).toBe('proven')
    expect(written.moves).toEqual([{ person: 'cy', from: 'cy@office/clerk', to: 'cy@fast/clerk' }])
    expect(written.certificate.keeps).toBe(true)
    expect(err).toContain(
      'People: 3, teams: 1, posts: 3. Takes effect on 2027-01-04; need from cases filed 2025-11 to 2026-10',
    )
    expect(err).toContain('the caseload holds 1 of the 12 months')
    expect(err).toMatch(/1\. Front-line shortage: 0\.00 FTE \(proven best\)/)
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^A plan, .* People who move: 1\./)
  })
  it('reads a workbook to the same plan, follows a round, and exits with 4 when no time is left', async () => {
    const decisions = [{ kind: 'pin', person: 'cy', seat: 'cy@office/clerk' }]
    const round = file('round.json', JSON.stringify({ date: '2027-01-04', goals: ['fewest-moves'], decisions }))
    const book = file('court.xlsx', await writeWorkbook(court, 'zh-CN'))
    const example = file('example.json', JSON.stringify(exampleCourt()))
    const proposed = courtIn('proposed.json', {
      teams: [...court.teams, { ...court.teams[0]!, id: 'new', name: 'New team', status: 'proposed' }],
      posts: [...court.posts, { unit: 'new', role: 'judge', fixed: 1, least: 5 }],
    })
    const [json, xlsx, pinned] = ['json', 'xlsx', 'pinned'].map((name) => join(folder, `${name}.out`)) as [
      string,
      string,
      string,
    ]
    const results = await call(
      [courtIn('same.json'), '--out', json, '--date', '2027-01-04'],
      [book, '--out', xlsx, '--date', '2027-01-04', '--time-limit', '30'],
      [courtIn('same.json'), '--out', pinned, '--round', round],
      [example, '--out', join(folder, 'late.out'), '--time-limit', '0.000001'],
      [proposed, '--out', join(folder, 'proposed.out'), '--date', '2027-01-04'],
    )
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 4, 0])
    expect(results[4]!.err).toContain('New team is left out; of its need of 1.0 FTE 0.0 is covered')
    expect(resultIn(join(folder, 'proposed.out')).certificate.choices).toMatchObject([
      { unit: 'new', becomes: 'left-out' },
    ])
    expect(resultIn(xlsx).moves).toEqual(resultIn(json).moves)
    expect(resultIn(pinned).moves.map(({ person }) => person)).not.toContain('cy')
    expect(results[3]!.err).toContain('A fictional example: totals published, distribution illustrative.')
    expect(results[3]!.err).toContain('Allow a longer --time-limit')
  })
  it('exits with 3 and names the rules that clash, in words', async () => {
    const decisions = [{ kind: 'pin', person: 'ann', seat: 'ann@office/clerk' }]
    const round = file('clash.json', JSON.stringify({ date: '2027-01-04', decisions }))
    const { code, err } = await run(courtIn('clashing.json'), '--out', join(folder, 'none.json'), '--round', round)
    expect(code).toBe(3)
    expect(err).toMatch(/No plan keeps all of these rules together: .*Decisions stand/)
    expect(err).toContain('- Decisions stand: Decided on Ann: fixed in')
    expect(err).toMatch(/1\. Relax Decisions stand\. Exceptions: 1, people who move: \d+\.\n {3}- .*\(missed by 1\)/)
    expect(() => readFileSync(join(folder, 'none.json'))).toThrow()
  })
  it('exits with 2 and tells each thing on a line: where, what, what would be right', async () => {
    const out = ['--out', join(folder, 'bad.json')]
    const wrong = courtIn('wrong.json', {
      people: [...court.people, { id: 'di', name: 'Di', role: 'clerk', joined: '2026-02-30' }],
      caseload: [{ ...court.caseload[0], pending: 51 }],
    })
    const unknown = file('unknown.json', JSON.stringify({ goals: ['happiness'], rules: [{ id: 'be-nice' }] }))
    const lists = await run(wrong, ...out)
    const other = courtIn('other.json', { format: 'something else', name: undefined, people: { ann: 1 } })
    const [files, fields, options, dates, rounds, list, folders, folderItself] = (await call(
      [join(folder, 'missing.json'), ...out],
      [other, ...out],
      [courtIn('fine.json'), ...out, '--fast'],
      [courtIn('fine.json'), ...out, '--date', '2027-02-29'],
      [courtIn('fine.json'), ...out, '--round', unknown],
      [courtIn('fine.json'), ...out, '--round', file('list.json', '[]')],
      [courtIn('fine.json'), '--out', join(folder, 'nowhere', 'x.json')],
      [courtIn('fine.json'), '--out', folder],
    )) as [Result, Result, Result, Result, Result, Result, Result, Result]
    for (const { code, err } of [files, lists, fields, options, dates, rounds, list, folders, folderItself])
      expect(code, err).toBe(2)
    expect(files.err).toContain('missing.json: cannot be read')
    expect(lists.err).toMatch(/people, row 4, joined, “2026-02-30”: There is no such day/)
    expect(lists.err).toMatch(/caseload, row 1, pending, “51”: .* Right would be: 50 /)
    expect(lists.err.trimEnd().split('\n')).toHaveLength(2)
    expect(fields.err).toMatch(/other\.json: format: .*another kind\. Right would be: "frontline/)
    expect(fields.err).toMatch(/other\.json: name: This field is missing\. Right would be: .* string/)
    expect(fields.err).toMatch(/other\.json: people: .* Right would be: array/)
    expect(options.err).toContain('--fast')
    expect(dates.err).toContain('a real date, such as 2027-01-04')
    expect(rounds.err).toMatch(/there is no rule be-nice\. There are: .*donor-floor/)
    expect(rounds.err).toMatch(/there is no goal happiness\. There are: front-line-shortage/)
    expect(list.err).toMatch(/list\.json: .*expected object/)
    for (const { err } of [folders, folderItself]) expect(err.trimEnd()).toMatch(/^\S+: cannot be written \(.*\n?/)
  })
  it('explains itself, in both languages', async () => {
    const [english, chinese] = await Promise.all([run('--help'), run('--help', '--language', 'zh-CN')])
    expect([english.code, chinese.code]).toEqual([0, 0])
    expect(english.out).toContain('npm run propose -- COURT --out proposal.json')
    expect(chinese.out).toContain('退出码')
  })

  it('answers input at the edge clearly, in both languages', async () => {
    const round = (name: string, decisions: [string, string, string][]): string[] => [
      '--round',
      file(name, JSON.stringify({ decisions: decisions.map(([kind, person, seat]) => ({ kind, person, seat })) })),
    ]
    const idle = courtIn('idle.json', { caseload: [], posts: court.posts.map((post) => ({ ...post, fixed: 0 })) })
    const alone = courtIn('alone.json', {
      people: court.people.slice(0, 1),
      assignments: court.assignments.slice(0, 1),
      qualifications: [],
    })
    const teams = Array.from({ length: 1500 }, (_, i) => ({ ...court.teams[0]!, id: `t${i}`, name: `t${i}` }))
    const huge = courtIn('huge.json', {
      teams,
      posts: teams.map(({ id }) => ({ unit: id, role: 'clerk' })),
      people: Array.from({ length: 5000 }, (_, i) => ({
        id: `p${i}`,
        name: `p${i}`,
        role: 'clerk',
        joined: '2015-01-01',
      })),
      assignments: [],
      qualifications: [],
      caseload: [],
    })
    const contrary = round('contrary.json', [
      ['pin', 'cy', 'cy@fast/clerk'],
      ['veto', 'cy', 'cy@fast/clerk'],
    ])
    const nowhere = round('nowhere.json', [['veto', 'ann', 'ann@fast/judge']])
    const plain = file('plain.json', documented)
    const asked: [string[], number, RegExp, RegExp][] = [
      [
        [plain, ...contrary],
        3,
        /No plan keeps all.*Decisions stand[^]*Cy[^]*Ways out/,
        /没有方案能同时守住这些规则：人工决定不改动[^]*Cy[^]*代价/,
      ],
      [[plain, ...nowhere], 3, /No plan keeps all[^]*Ann[^]*Ways out/, /没有方案能同时守住这些规则[^]*Ann[^]*代价/],
      [
        [idle],
        0,
        /No front-line post needs anybody.*Check the cases filed[^]*A plan/,
        /所需人力都是 0.*请检查收案数据[^]*已得方案/,
      ],
      [[alone], 0, /People: 1[^]*A plan/, /1 人[^]*已得方案/],
      [
        [huge],
        2,
        /too many people and posts.*5000 people x 1500 posts.*Plan in parts/,
        /人员和岗位太多.*5000人×1500个岗位.*分批编制/,
      ],
    ]
    const out = ['--out', join(folder, 'edge.json'), '--date', '2027-01-04']
    const results = await call(
      ...asked.flatMap(([given]) => [
        [...given, ...out],
        [...given, ...out, '--language', 'zh-CN'],
      ]),
    )
    asked.forEach(([given, code, english, chinese], i) => {
      const [inEnglish, inChinese] = results.slice(2 * i) as [Result, Result]
      expect([inEnglish.code, inChinese.code], given.join(' ')).toEqual([code, code])
      expect(inEnglish.err).toMatch(english)
      expect(inChinese.err).toMatch(chinese)
      for (const { err } of [inEnglish, inChinese])
        expect(err).not.toMatch(/\{\w+\}|undefined|(rules|errors|propose)\.\w/)
    })
  })
})
