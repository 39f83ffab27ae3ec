import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { courtFile, proposal, type Court } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { main } from '../../src/server/propose'
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

/** Runs the command line in this process: the same, sooner. */
async function call(...given: string[]): Promise<{ code: number; err: string }> {
  let err = ''
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    err += String(chunk)
    return true
  })
  try {
    return { code: await main(['--language', 'en', ...given]), err }
  } finally {
    stderr.mockRestore()
  }
}

/** Runs the command line as a program of its own. */
function run(...given: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/propose.ts', '--language', 'en', ...given])
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
const resultIn = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as {
    proposal: unknown
    moves: { person: string; to: string }[]
    certificate: { keeps: boolean }
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
      '3 people, 1 teams, 3 posts; takes effect on 2027-01-04; need from cases filed 2026-01 to 2026-12',
    )
    expect(err).toMatch(/1\. Front-line shortage: 0\.00 FTE \(proven best\)/)
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^A plan: 1 people move/)
  })
  it('reads a workbook and comes to the same plan', async () => {
    const [one, other] = [join(folder, 'json.json'), join(folder, 'xlsx.json')]
    const book = file('court.xlsx', await writeWorkbook(court, 'zh-CN'))
    const first = await call(courtIn('same.json'), '--out', one, '--date', '2027-01-04')
    const second = await call(book, '--out', other, '--date', '2027-01-04', '--time-limit', '30')
    expect([first.code, second.code], second.err).toEqual([0, 0])
    expect(resultIn(other).moves).toEqual(resultIn(one).moves)
  })
  it('follows the round: date, decisions and order of goals', async () => {
    const decisions = [{ kind: 'pin', person: 'cy', seat: 'cy@office/clerk' }]
    const round = file('round.json', JSON.stringify({ date: '2027-01-04', goals: ['fewest-moves'], decisions }))
    const out = join(folder, 'pinned.json')
    const { code, err } = await call(courtIn('for-round.json'), '--out', out, '--round', round)
    expect(code, err).toBe(0)
    expect(resultIn(out).moves.map(({ person }) => person)).not.toContain('cy')
  })
  it('exits with 3 and names the rules that clash, in words', async () => {
    const decisions = [{ kind: 'pin', person: 'ann', seat: 'ann@office/clerk' }]
    const round = file('clash.json', JSON.stringify({ date: '2027-01-04', decisions }))
    const { code, err } = await run(courtIn('clashing.json'), '--out', join(folder, 'none.json'), '--round', round)
    expect(code).toBe(3)
    expect(err).toMatch(/No plan keeps all of these rules together: .*Decisions stand/)
    expect(err).toContain('Ann')
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
    const files = await call(join(folder, 'missing.json'), ...out)
    const options = await call(courtIn('fine.json'), ...out, '--fast')
    const dates = await call(courtIn('fine.json'), ...out, '--date', '2027-02-29')
    const rounds = await call(courtIn('fine.json'), ...out, '--round', unknown)
    const folders = await call(courtIn('fine.json'), '--out', join(folder, 'nowhere', 'x.json'))
    for (const { code, err } of [files, lists, options, dates, rounds, folders]) expect(code, err).toBe(2)
    expect(files.err).toContain('missing.json: cannot be read')
    const lines = lists.err.trimEnd().split('\n')
    expect(lines[0]).toMatch(/people, row 4, joined, “2026-02-30”: There is no such day/)
    expect(options.err).toContain('--fast')
    expect(dates.err).toContain('a real date, such as 2027-01-04')
    expect(rounds.err).toMatch(/there is no rule be-nice\. There are: .*donor-floor/)
    expect(rounds.err).toMatch(/there is no goal happiness\. There are: front-line-shortage/)
    expect(folders.err).toContain('cannot be written')
  })
  it('exits with 4 when the clock leaves no time for any plan', async () => {
    const path = file('example.json', JSON.stringify(exampleCourt()))
    const { code, err } = await call(path, '--out', join(folder, 'late.json'), '--time-limit', '0.000001')
    expect(code, err).toBe(4)
    expect(err).toContain('A fictional example: totals published, distribution illustrative.')
    expect(err).toContain('Allow a longer --time-limit')
  })
  it('explains itself, in both languages', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    expect(out).toContain('npm run propose -- COURT.json|COURT.xlsx --out proposal.json')
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    expect(await main(['--help', '--language', 'zh-CN'])).toBe(0)
    expect(String(written.mock.calls[0]![0])).toContain('退出码')
    written.mockRestore()
  })
})
