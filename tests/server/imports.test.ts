import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { caseRecord, countCases, countDays, dueBy, type CaseRecord, type Caseload, type Court } from '../../src/domain'
import { anyCase } from '../domain/cases/draw'
import published from '../published.json'
import { rawWorkbook, worksheet, zip } from '../workbook/make'
import { ifMatch, onBothEngines, type Opened } from './engines'
import { caseCsv, caseXlsx, importFile, sendFile, settled, sheetFile, type ShownImport } from './send-import'

const court = (id: string) => ({
  format: 'frontline-court/1',
  id,
  name: 'Court',
  departments: [{ id: 'civil', name: 'Civil division', kind: 'trial' }],
  teams: [
    { id: 'a', name: '审判 一队', department: 'civil' },
    { id: 'b', name: 'Team B', department: 'civil' },
  ],
  caseTypes: [
    { id: 'loan', name: '民间借贷', category: 'contract', weights: {} },
    { id: 'sale', name: 'Sale', category: 'contract', weights: {} },
  ],
  cases: [],
})
const listed = (rows: readonly object[]): CaseRecord[] =>
  rows.map((row, at) => caseRecord.parse({ id: `c${at}`, team: 'a', caseType: 'loan', filed: '2026-01-05', ...row }))

/** How many times the usual number of courts a property is asked on: each is an import of its own. */
const times = process.env['FULL'] === undefined ? 1 : 5
vi.setConfig({ testTimeout: times * 60_000 })

let made = 0
/** A court of its own for each test. */
async function newCourt({ ask }: Opened): Promise<string> {
  const id = `court-${++made}`
  expect((await ask('POST', '/courts', { source: 'file', court: court(id) })).status).toBe(201)
  return id
}
const whole = async ({ ask }: Opened, id: string): Promise<{ court: Required<Court>; version: number }> =>
  (await ask<{ court: Required<Court>; version: number }>('GET', `/courts/${id}?cases=all`)).body
const commit = ({ ask }: Opened, id: string, from: ShownImport, confirmed = true, version = from.basedOn) =>
  ask('POST', `/courts/${id}/imports/${from.id}/commit`, { confirmed }, ifMatch(version))
const sorted = (rows: readonly Caseload[]): Caseload[] =>
  rows.toSorted((x, y) => (`${x.team} ${x.caseType} ${x.month}` < `${y.team} ${y.caseType} ${y.month}` ? -1 : 1))
const codes = (from: ShownImport): string[] => (from.problems?.problems ?? []).map(({ code }) => code)
const doubts = (from: ShownImport) => from.preview!.warnings.kept.map(({ code, row }) => [code, row])

onBothEngines('imports of a case list', (opened) => {
  it('shows what it will do, and does it when it is committed', async () => {
    const id = await newCourt(opened())
    const rows = listed([
      { closed: '2026-02-10', outcome: 'mediated' },
      { filed: '2026-02-01', team: 'b' },
    ])
    const read = await importFile(opened(), id, caseCsv(rows), { name: 'list.csv' })
    expect(read).toMatchObject({
      state: 'ready',
      rows: 2,
      preview: {
        kind: 'cases',
        format: 'csv',
        encoding: 'utf-8',
        period: { from: '2026-01', until: '2026-02' },
        cases: { added: 2, changed: 0, same: 0, removed: 0 },
        months: [
          { month: '2026-01', added: 1, replaced: 0, filed: 1, closed: 0 },
          { month: '2026-02', added: 2, replaced: 0, filed: 1, closed: 1 },
        ],
        teams: [
          { id: 'a', rows: 1 },
          { id: 'b', rows: 1 },
        ],
      },
    })
    expect((await whole(opened(), id)).court.cases).toEqual([])
    expect(await commit(opened(), id, read)).toMatchObject({ status: 200, body: { version: 2 } })
    const after = await whole(opened(), id)
    expect(after.court.cases).toEqual(rows)
    expect(after.court.caseload).toEqual(countCases(rows, { from: '2026-01', until: '2026-02' }))
    expect(await commit(opened(), id, read)).toMatchObject({ status: 409, body: { code: 'import-not-ready' } })
  })

  it('counts any list as the domain does, from a text and from a workbook', async () => {
    const lists = fc.uniqueArray(anyCase, { minLength: 1, maxLength: 40, selector: ({ id }) => id })
    const write = [caseCsv, caseXlsx]
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom(...write), async (rows, file) => {
        const id = await newCourt(opened())
        const read = await importFile(opened(), id, await file(rows))
        expect(codes(read)).toEqual([])
        expect((await commit(opened(), id, read)).status).toBe(200)
        const months = rows.flatMap(({ filed, closed }) => [filed, closed ?? filed]).map((date) => date.slice(0, 7))
        const period = { from: months.toSorted()[0]!, until: months.toSorted().at(-1)! }
        const { cases, caseload } = (await whole(opened(), id)).court
        expect(cases).toEqual(rows)
        expect(sorted(caseload)).toEqual(sorted(countCases(rows, period)))
      }),
      { numRuns: 8 * times },
    )
  })

  it('merges a later list with the one that is there, keeps its order, and names months that say otherwise', async () => {
    const id = await newCourt(opened())
    const first = listed([{}, { filed: '2026-01-20' }, { filed: '2026-02-02', closed: '2026-02-03' }])
    await commit(opened(), id, await importFile(opened(), id, await caseXlsx(first)))
    const closed = { ...first[0]!, closed: '2026-02-20', outcome: 'judgment' as const }
    const more = caseRecord.parse({ id: 'new', team: 'a', caseType: 'loan', filed: '2026-02-21' })
    const read = await importFile(opened(), id, caseCsv([more, closed, first[2]!]))
    expect(read.preview).toMatchObject({ cases: { added: 1, changed: 1, same: 1, removed: 0 } })
    expect(doubts(read)).toContainEqual(['count-differs', null])
    expect(await commit(opened(), id, read, false)).toMatchObject({ status: 409, body: { code: 'import-unconfirmed' } })
    expect((await commit(opened(), id, read)).status).toBe(200)
    const after = [closed, first[1]!, first[2]!, more]
    const { cases, caseload } = (await whole(opened(), id)).court
    expect(cases).toEqual(after)
    expect(caseload).toEqual(countCases(after, { from: '2026-01', until: '2026-02' }))
  })

  it('tells nothing as changed when the same list is imported again', async () => {
    const id = await newCourt(opened())
    const rows = listed([
      { closed: '2026-02-10', outcome: 'full', due: '2026-07-05', claimed: 12.5, recovered: 10 },
      { filed: '2026-02-01', team: 'b', dispute: 'c0' },
    ])
    for (const file of [caseCsv(rows), await caseXlsx(rows)]) {
      await commit(opened(), id, await importFile(opened(), id, file))
      const { court: before } = await whole(opened(), id)
      const again = await importFile(opened(), id, file)
      expect(again.preview).toMatchObject({
        cases: { added: 0, changed: 0, same: 2, removed: 0 },
        months: [
          { month: '2026-01', added: 0, replaced: 0 },
          { month: '2026-02', added: 0, replaced: 0 },
        ],
        warnings: { total: 0 },
      })
      await commit(opened(), id, again)
      expect((await whole(opened(), id)).court).toEqual(before)
    }
  })

  it('counts what was closed in time anew when the limit of a case type changes', async () => {
    const lists = fc.uniqueArray(anyCase, { minLength: 1, maxLength: 40, selector: (row) => row.id })
    const limit = fc.option(fc.constantFrom(0, 0.75, 3, 6, 1.05))
    const later = fc.array(limit, { minLength: 3, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(lists, limit, later, fc.boolean(), async (drawn, before, later, dues) => {
        const rows = drawn.map((row) => ({ ...row, due: dues ? row.due : null }))
        const id = await newCourt(opened())
        const setLimit = async (limitMonths: number | null) => {
          const { court: now, version } = await whole(opened(), id)
          const types = now.caseTypes.map((type) => (type.id === 'loan' ? { ...type, limitMonths } : type))
          const change = { caseTypes: types }
          expect((await opened().ask('PATCH', `/courts/${id}`, change, ifMatch(version))).status).toBe(200)
          return types
        }
        await setLimit(before)
        await commit(opened(), id, await importFile(opened(), id, caseCsv(rows)))
        for (const after of later) {
          const types = await setLimit(after)
          const { caseload } = (await whole(opened(), id)).court
          const months = caseload.map(({ month }) => month).toSorted()
          const period = { from: months[0]!, until: months.at(-1)! }
          expect(sorted(caseload)).toEqual(sorted(countCases(rows, period, dueBy(types))))
        }
      }),
      { numRuns: 4 * times },
    )
  })

  it('leaves months of a table alone when the limit of a case type changes', async () => {
    const id = await newCourt(opened())
    await commit(opened(), id, await importFile(opened(), id, caseCsv(listed([{ closed: '2026-01-20' }]))))
    const { court: now, version } = await whole(opened(), id)
    const reported = { ...now.caseload[0]!, filed: 5, closed: 5, measures: { limited: 4, onTime: 3 } }
    const caseTypes = now.caseTypes.map((type) => ({ ...type, limitMonths: 6 }))
    const change = { ...now, cases: undefined, caseload: [reported], caseTypes }
    expect((await opened().ask('PUT', `/courts/${id}`, change, ifMatch(version))).status).toBe(200)
    expect((await whole(opened(), id)).court.caseload).toEqual([reported])
  })

  it('replaces the whole list where that is asked for', async () => {
    const id = await newCourt(opened())
    await commit(opened(), id, await importFile(opened(), id, caseCsv(listed([{}, {}]))))
    const next = listed([{ filed: '2026-03-01' }])
    const read = await importFile(opened(), id, caseCsv(next), { mode: 'replace' })
    expect(read.preview!.cases).toEqual({ added: 0, changed: 1, same: 0, removed: 1 })
    await commit(opened(), id, read)
    expect((await whole(opened(), id)).court.cases).toEqual(next)
  })

  it('names the months that stay though the new list has no case for them', async () => {
    const id = await newCourt(opened())
    const [one, two] = listed([{ filed: '2026-01-10', closed: '2026-01-20' }, { filed: '2026-01-15' }])
    const elsewhere = { ...two!, team: 'b' }
    await commit(opened(), id, await importFile(opened(), id, caseCsv([one!, elsewhere])))
    const { caseload } = (await whole(opened(), id)).court
    const next = listed([{ filed: '2026-03-01' }])
    const read = await importFile(opened(), id, caseCsv(next), { mode: 'replace' })
    const staying = read.preview!.warnings.kept.filter(({ code }) => code === 'months-stay')
    expect(staying).toMatchObject([
      { team: 'a', caseType: 'loan', month: null, value: '2026-01', right: '1' },
      { team: 'b', caseType: 'loan', month: null, value: '2026-01', right: '1' },
    ])
    await commit(opened(), id, read)
    expect((await whole(opened(), id)).court.caseload).toEqual([
      ...caseload,
      ...countCases(next, { from: '2026-03', until: '2026-03' }),
    ])
    const merged = await importFile(opened(), id, caseCsv(next))
    expect(merged.preview!.warnings.kept.filter(({ code }) => code === 'months-stay')).toEqual([])
  })

  it('is refused on a court that was changed meanwhile, and changes nothing', async () => {
    const id = await newCourt(opened())
    const read = await importFile(opened(), id, caseCsv(listed([{}])))
    const { court: now, version } = await whole(opened(), id)
    await opened().ask('PUT', `/courts/${id}`, { ...now, name: 'Renamed' }, ifMatch(version))
    expect(await commit(opened(), id, read)).toMatchObject({ status: 412, body: { code: 'stale' } })
    expect(await commit(opened(), id, read, true, version + 1)).toMatchObject({ status: 412 })
    expect((await whole(opened(), id)).court).toMatchObject({ name: 'Renamed', cases: [], caseload: [] })
  })

  it('can be given up, while it is read and after', async () => {
    const id = await newCourt(opened())
    const many = listed(Array.from({ length: 20_000 }, () => ({})))
    const sent = await sendFile(opened(), id, caseCsv(many))
    const other = await sendFile(opened(), id, caseCsv(many))
    expect(other).toMatchObject({ status: 409, body: { code: 'import-in-progress' } })
    const path = `/courts/${id}/imports/${sent.body.id}`
    expect(await opened().ask('DELETE', path)).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect(await settled(opened(), id, sent.body.id)).toMatchObject({ state: 'cancelled', preview: null })
    const read = await importFile(opened(), id, caseCsv(listed([{}])))
    await opened().ask('DELETE', `/courts/${id}/imports/${read.id}`)
    expect(await commit(opened(), id, read)).toMatchObject({ status: 409, body: { code: 'import-not-ready' } })
    expect((await whole(opened(), id)).court.cases).toEqual([])
  })

  it('gives the rows behind a figure, a page at a time', async () => {
    const id = await newCourt(opened())
    const rows = listed([
      { filed: '2026-01-01', closed: '2026-01-31', outcome: 'full' },
      { filed: '2026-01-02', team: 'b' },
      { filed: '2026-01-03', closed: '2026-02-01', outcome: 'judgment' },
    ])
    await commit(opened(), id, await importFile(opened(), id, caseCsv(rows)))
    const asked = async (query: string) =>
      (await opened().ask<{ count: number; cases: CaseRecord[] }>('GET', `/courts/${id}/cases?${query}`)).body
    expect(await asked('')).toEqual({ count: 3, cases: rows })
    expect(await asked('size=1&page=2')).toEqual({ count: 3, cases: [rows[1]] })
    expect((await asked('team=a&team=b&pendingOn=2026-01-31')).cases.map((row) => row.id)).toEqual(['c1', 'c2'])
    expect((await asked('closedFrom=2026-02-01&closedUntil=2026-02-28')).count).toBe(1)
    expect((await asked('outcome=full&caseType=loan&filedUntil=2026-01-01')).count).toBe(1)
    expect((await opened().ask('GET', `/courts/nowhere/cases`)).status).toBe(404)
    expect((await opened().ask('GET', `/courts/${id}/cases?filedFrom=2026-02-30`)).status).toBe(422)
  })

  it('counts days in the database as the domain does', async () => {
    const id = await newCourt(opened())
    const lists = fc.uniqueArray(anyCase, { minLength: 1, maxLength: 60, selector: (row) => row.id })
    const spans = [
      { from: '2019-01-15', until: '2020-06-30' },
      { from: '2018-06-01', until: '2018-12-31' },
    ]
    await fc.assert(
      fc.asyncProperty(lists, async (rows) => {
        await commit(opened(), id, await importFile(opened(), id, caseCsv(rows), { mode: 'replace' }))
        const ofTeam = rows.filter(({ team }) => team === 'a')
        for (const span of spans) {
          const path = `/courts/${id}/cases/days?${new URLSearchParams(span).toString()}`
          expect((await opened().ask('GET', path)).body).toEqual(countDays(rows, span))
          expect((await opened().ask('GET', `${path}&team=a`)).body).toEqual(countDays(ofTeam, span))
        }
      }),
      { numRuns: 3 * times },
    )
  })
})

onBothEngines('imports of a monthly table', (opened) => {
  const head = '团队,案件类型,月份,旧存,新收,结案,未结'
  const table = (...lines: string[]): string => [head, ...lines].join('\n')

  it('takes names for ids, either language, GB18030 and totals that agree', async () => {
    const id = await newCourt(opened())
    const lines = table('审判 一队,民间借贷,2026/1,10,5,3,12', 'b,SALE,2026-01,0,4,1,3', '合计,,,10,9,4,15')
    const gb = Uint8Array.from(gb18030(lines))
    const read = await importFile(opened(), id, gb)
    expect(read).toMatchObject({
      state: 'ready',
      preview: { encoding: 'gb18030', totals: 1, warnings: { total: 0 }, months: [{ added: 2 }] },
    })
    await commit(opened(), id, read, false)
    expect((await whole(opened(), id)).court.caseload).toMatchObject([
      { team: 'a', caseType: 'loan', month: '2026-01', pending: 12 },
      { team: 'b', caseType: 'sale', month: '2026-01', pending: 3 },
    ])
  })

  it('tells nothing as changed when the same file is imported again, in whichever order its columns stand', async () => {
    const id = await newCourt(opened())
    const text = [
      '结案,未结,团队,案件类型,月份,旧存,新收,撤诉,审理天数合计,审限内结案,调解和解,结案中有审限,移入移出,系统结案率（%）',
      '3,12,a,loan,2026-01,10,5,1,120,2,2,3,0,20',
      '1,2,b,sale,2026-01,0,4,,,,,,-1,',
    ].join('\n')
    const first = await importFile(opened(), id, text)
    expect(first.preview).toMatchObject({ months: [{ month: '2026-01', added: 2, replaced: 0, same: 0 }] })
    await commit(opened(), id, first)
    const before = await whole(opened(), id)
    const again = await importFile(opened(), id, text)
    expect(again.preview).toMatchObject({ months: [{ month: '2026-01', added: 0, replaced: 0, same: 2 }] })
    await commit(opened(), id, again)
    expect((await whole(opened(), id)).court).toEqual(before.court)
  })
  it('refuses rows by name and imports none', async () => {
    const id = await newCourt(opened())
    const read = await importFile(
      opened(),
      id,
      table('c,loan,2026-01,1,1,1,1', 'a,loan,2026-13,1,1,1,1', 'a,loan,2026-02,1,1,3,-1', 'a,loan,2026-03,1,x,1,1'),
    )
    expect(read.state).toBe('refused')
    expect(read.problems!.problems.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['team-unknown', 2, '团队', 'c'],
      ['month-impossible', 3, '月份', '2026-13'],
      ['number-too-small', 4, '未结', '-1'],
      ['number-unreadable', 5, '新收', 'x'],
    ])
    expect(await commit(opened(), id, read, true, 1)).toMatchObject({ status: 409 })
    const none = await importFile(opened(), id, 'Team,Month\na,2026-01')
    expect(codes(none)).toContain('column-missing')
  })

  it('asks to confirm a stock that does not carry over, a total that differs, and an impossible jump', async () => {
    const id = await newCourt(opened())
    const months = Array.from(
      { length: 8 },
      (_, at) => `a,loan,2026-0${at + 1},50,${at === 5 ? 4000 : 40},${at === 5 ? 4000 : 40},50`,
    )
    const read = await importFile(
      opened(),
      id,
      table(...months, 'b,loan,2026-01,5,1,1,5', 'b,loan,2026-02,9,1,1,9', 'b,loan,2026-03,9,1,1,11', '总计,,,,9999,,'),
    )
    expect(doubts(read)).toEqual([
      ...Array.from({ length: 5 }, () => ['teams-missing', null]),
      ['difference-as-moved', 12],
      ['total-differs', 13],
      ['stock-does-not-carry-over', 11],
      ['filed-unusual', 7],
    ])
    await commit(opened(), id, read)
    const { caseload } = (await whole(opened(), id)).court
    expect(caseload.find(({ team, month }) => team === 'b' && month === '2026-03')).toMatchObject({ moved: 2 })
  })

  it('asks to confirm a month that some of the teams miss, and names them', async () => {
    const id = await newCourt(opened())
    const both = table('a,loan,2026-01,5,1,1,5', 'b,sale,2026-01,5,1,1,5')
    const first = await importFile(opened(), id, both)
    expect(first.preview!.warnings.total).toBe(0)
    await commit(opened(), id, first)
    const partly = await importFile(opened(), id, table('a,loan,2026-02,5,1,1,5', 'a,loan,2026-03,5,1,1,5'))
    expect(partly.preview!.warnings).toMatchObject({
      total: 2,
      kept: ['2026-02', '2026-03'].map((month) => ({
        code: 'teams-missing',
        month,
        team: null,
        value: '1',
        right: 'Team B',
      })),
    })
    expect(await commit(opened(), id, partly, false)).toMatchObject({
      status: 409,
      body: { code: 'import-unconfirmed' },
    })
    expect((await commit(opened(), id, partly)).status).toBe(200)
    const rest = await importFile(opened(), id, table('b,sale,2026-02,5,1,1,5', 'b,sale,2026-03,5,1,1,5'))
    expect(rest.preview!.warnings.total).toBe(0)
  })

  it('asks to confirm that a case type vanishes with cases pending, of the team and months of the file only', async () => {
    const id = await newCourt(opened())
    const january = table('a,loan,2026-01,5,1,1,5', 'a,sale,2026-01,7,1,1,7', 'b,sale,2026-01,5,1,1,5')
    await commit(opened(), id, await importFile(opened(), id, january))
    const february = table('a,loan,2026-02,5,1,1,5', 'b,sale,2026-02,5,1,1,5')
    const partly = await importFile(opened(), id, february)
    const [kept] = partly.preview!.warnings.kept
    expect(kept).toMatchObject({
      ...{ code: 'stock-not-carried-on', team: 'a', caseType: 'sale', month: '2026-01' },
      ...{ value: '7', right: '2026-02' },
    })
    expect(partly.preview!.warnings.total).toBe(1)
    await commit(opened(), id, partly)
    // What was confirmed once is not asked again with another month.
    const march = await importFile(opened(), id, table('a,loan,2026-03,5,1,1,5', 'b,sale,2026-03,5,1,1,5'))
    expect(march.preview!.warnings.total).toBe(0)
  })

  it('finds the impossible year of a published table and lets the rounded ones pass', async () => {
    const id = await newCourt(opened())
    const years = published.stateCourt.map(({ year, filed, pending, clearance, congestion, ...row }) =>
      ['全院', '', `${year}年`, '', filed, '', pending, clearance, congestion, row.turnoverMonths ?? ''].join(','),
    )
    const text = [`${head},系统结收比（%）,系统拥堵率（%）,系统周转（月）`, ...years].join('\n')
    const read = await importFile(opened(), id, text, { kind: 'monthly' })
    expect(read.preview!.warnings.kept.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['reported-rate-differs', 4, '系统拥堵率（%）'],
      ['reported-rate-differs', 4, '系统周转（月）'],
    ])
  })
})

/** The few characters of the test in GB18030. */
function gb18030(text: string): number[] {
  const known = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) known.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return [...text].flatMap((mark) => (mark < '\x80' ? [mark.charCodeAt(0)] : known.get(mark)!))
}

onBothEngines('hostile imports', (opened) => {
  const title = ['案件编号', '团队', '案件类型', '立案日期']
  it('refuses what is no table before it is read', async () => {
    const id = await newCourt(opened())
    const refused = async (body: Uint8Array | string, type?: string) => {
      const { status, body: said } = await sendFile(opened(), id, body, {}, type)
      return [status, said.code]
    }
    expect(await refused('')).toEqual([415, 'import-empty'])
    expect(await refused('%PDF-1.7')).toEqual([415, 'import-type'])
    expect(await refused('{"format":1}')).toEqual([415, 'import-type'])
    expect(await refused('a,b\0c')).toEqual([415, 'import-type'])
    expect(await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toEqual([415, 'import-old-or-locked'])
    expect(await refused(caseCsv([]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toEqual([
      415,
      'import-type',
    ])
    expect((await sendFile(opened(), 'nowhere', 'a,b')).status).toBe(404)
  })
  it('refuses 41 MB while they come in', async () => {
    const id = await newCourt(opened())
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (++sent > 200) controller.close()
        else controller.enqueue(new Uint8Array(2 ** 20).fill(97))
      },
    })
    expect(await sendFile(opened(), id, body)).toMatchObject({ status: 413, body: { code: 'import-too-large' } })
    expect(sent).toBeLessThan(60)
  })
  it('refuses bombs, cut-off files, far cells and formulas, and says which', async () => {
    const id = await newCourt(opened())
    const read = async (file: Uint8Array | string) => codes(await importFile(opened(), id, file, { kind: 'cases' }))
    const good = await caseXlsx(listed([{}]))
    expect(await read(good.subarray(0, good.length - 300))).toEqual(['file-damaged'])
    expect(await read(zip([{ name: 'xl/workbook.xml', data: new Uint8Array(500 * 2 ** 20) }]))).toEqual([
      'file-unpacks-too-large',
    ])
    expect(await read(rawWorkbook(worksheet(''), '案件清单', 5))).toEqual(['file-damaged'])
    const far = `<row r="1"><c r="A1" t="str"><v>案件编号</v></c></row><row r="900000"><c r="A900000"><v>1</v></c></row>`
    expect(await read(rawWorkbook(worksheet(far), '案件清单'))).toEqual(['cell-out-of-reach'])
    expect(await read(caseCsv(listed([{ id: '=SUM(A1)' }])))).toEqual(['formula'])
    expect(await read(`${caseCsv(listed([{}]))}\r\n"open`)).toEqual(['quote-open'])
    expect(await read(Uint8Array.of(0x61, 0x2c, 0xff, 0xff, 0x0a))).toEqual(['csv-encoding'])
    const cells = title.map((text, at) => `<c r="${'ABCD'[at]}1" t="str"><v>${text}</v></c>`).join('')
    const sum = `<row r="1">${cells}</row><row r="2"><c r="A2" t="str"><f>1+1</f><v>2</v></c></row>`
    expect(await read(rawWorkbook(worksheet(sum), '案件清单'))).toContain('formula')
  })
  it('refuses a million rows', async () => {
    const id = await newCourt(opened())
    const rows = `${title.join(',')}\n${'1,a,loan,2026-01-01\n'.repeat(1_000_000)}`
    const read = await importFile(opened(), id, rows, { kind: 'cases' })
    expect(read.state).toBe('refused')
    expect(read.problems!.total).toBeGreaterThan(500)
  })
  it('keeps dates apart from what is no date, and reads those a spreadsheet lost', async () => {
    const id = await newCourt(opened())
    const good = await sheetFile('Sheet1', [
      [...title, '备注'],
      ['1', 'a', 'loan', 46027, 'x'],
      ['2', 'a', 'loan', '2026/1/5', 'x'],
      ['3', 'a', 'loan', '2026年1月5日', 'x'],
      ['4', 'a', 'loan', '2026-01-05 09:30:00', 'x'],
      ['5', 'a', 'loan', new Date('2026-01-05T00:00:00Z'), 'x'],
    ])
    const read = await importFile(opened(), id, good)
    expect(read.preview).toMatchObject({ rows: 5, ignored: ['备注'], months: [{ month: '2026-01', filed: 5 }] })
    const bad = await importFile(
      opened(),
      id,
      caseCsv(listed([{ filed: '2999-01-01' }, { filed: '1021-01-01' }, { id: 'c0' }, { closed: '2025-01-01' }])),
    )
    expect(codes(bad)).toEqual(['date-in-future', 'date-too-early', 'duplicate', 'ends-before-it-begins'])
  })
})
