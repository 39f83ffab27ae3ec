import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { caseType, team } from '../../../src/domain'
import { exampleCourt } from '../../../src/example'
import { Findings } from '../../../src/server/import/findings'
import { readFile } from '../../../src/server/import/read'
import type { Source, SourceRow } from '../../../src/server/import/source'
import { openXlsx } from '../../../src/server/import/xlsx'
import { writeCaseList } from '../../../src/workbook'
import { ownCopy } from '../../../src/workbook/own-copy'
import { Problems } from '../../../src/workbook/problem'

const base = {
  teams: [team.parse({ id: 'team-a', name: 'Team A', department: 'civil' })],
  caseTypes: [caseType.parse({ id: 'loan', name: 'Loan', category: 'contract', weights: {} })],
  posts: [],
  assignments: [],
  caseload: [],
}
const day = (at: number): string => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)

/** Rows whose cells are parts of a long text each, as they come out of a file that is read piece by piece. */
function inPieces(rows: number, size: number): Source {
  const none = new Map<number, never>()
  const row = (number: number, written: readonly string[]): SourceRow => {
    const line = `${written.join('\t')}\t`
    const piece = Buffer.from(line + '案'.repeat(size)).toString()
    return { number, cells: piece.slice(0, line.length - 1).split('\t'), odd: none }
  }
  return {
    format: 'csv',
    sheet: 'CSV',
    encoding: null,
    read: async (take) => {
      take(row(1, ['案件编号', '团队', '案件类型', '立案日期', '结案日期', '结案方式', '所属纠纷']))
      for (let at = 0; at < rows; at++)
        take(row(at + 2, [`（2020）民初第${at}号案件`, 'Team A', 'loan', day(at), '', '', `纠纷之第${at}件与其他各案`]))
      return Promise.resolve()
    },
  }
}

it('keeps of a long file what it read, and not the pieces it was read from', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = (): number => {
    collect()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const problems = new Problems()
  const before = used()
  // Two bytes a letter: 400 pieces of one megabyte.
  const content = await readFile(inPieces(400, 2 ** 19), null, base, '2026-01-01', problems, new Findings(), () => {})
  const kept = used() - before
  expect(problems.total).toBe(0)
  expect(content!.cases).toHaveLength(400)
  expect(content!.cases[7]).toMatchObject({
    id: '（2020）民初第7号案件',
    team: 'team-a',
    dispute: '纠纷之第7件与其他各案',
  })
  expect(kept).toBeLessThan(60)
})

it.each(['zh-CN', 'en'] as const)('reads the case list that an export makes a file of its own (%s)', async (locale) => {
  const court = exampleCourt()
  const problems = new Problems()
  const source = await openXlsx(await writeCaseList(court, locale), null, problems)
  const content = await readFile(source!, null, court, '2026-01-01', problems, new Findings(), () => {})
  expect(problems.total).toBe(0)
  expect(content).toMatchObject({ kind: 'cases', ignored: [] })
  expect(content!.cases).toEqual(court.cases)
})

it('a copy of a text is the text, whatever it holds', () => {
  const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))
  fc.assert(fc.property(anyText, (text) => ownCopy(text) === text))
})

const read = async (titles: readonly string[], cells: readonly string[]) => {
  const problems = new Problems()
  const row = (number: number, written: readonly string[]): SourceRow => ({
    number,
    cells: [...written],
    odd: new Map(),
  })
  const source: Source = {
    format: 'csv',
    sheet: 'CSV',
    encoding: null,
    read: (take) => {
      if (take(row(1, titles))) take(row(2, cells))
      return Promise.resolve()
    },
  }
  return { problems, content: await readFile(source, null, base, '2026-01-01', problems, new Findings(), () => {}) }
}

it('understands the titles that courts’ own systems give a list of cases', async () => {
  const { problems, content } = await read(
    ['案号', '承办团队', '案由', '收案日期', '结案时间'],
    ['（2020）民初1号', 'Team A', 'loan', '2020-01-02', ''],
  )
  expect(problems.total).toBe(0)
  expect(content).toMatchObject({ kind: 'cases', ignored: [] })
  expect(content!.cases[0]).toMatchObject({
    id: '（2020）民初1号',
    team: 'team-a',
    caseType: 'loan',
    filed: '2020-01-02',
  })
})

it('goes by its own titles where both are there, and asks for one where neither is', async () => {
  const both = await read(
    ['案号', '案件编号', '团队', '案件类型', '案由', '立案日期'],
    ['（2020）民初1号', '77', 'Team A', 'loan', 'anything', '2020-01-02'],
  )
  expect(both.problems.total).toBe(0)
  expect(both.content).toMatchObject({ ignored: ['案号', '案由'], cases: [{ id: '77', caseType: 'loan' }] })
  const twice = await read(['案号', '案号', '团队', '案由', '立案日期'], ['1', '2', 'Team A', 'loan', '2020-01-02'])
  expect(twice.problems.kept).toMatchObject([{ code: 'column-twice', column: '案号' }])
  const none = await read(['编码', '团队', '案由', '立案日期'], ['1', 'Team A', 'loan', '2020-01-02'])
  expect(none.problems.kept).toMatchObject([{ code: 'column-missing', column: '案件编号' }])
})
