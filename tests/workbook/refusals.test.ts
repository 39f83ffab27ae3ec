import { describe, expect, it } from 'vitest'
import { maxProblems, readCourt, readWorkbook, sheetOf, type ListName, type WorkbookProblem } from '../../src/workbook'
import { rightRows, workbook, type Made } from './make'

const problemsOf = async (made: Made): Promise<readonly WorkbookProblem[]> => {
  const { court, problems } = await readWorkbook(await workbook(made))
  expect(court).toBeNull()
  return problems
}
const place = (list: string, sheet: string, row: number, column: string) => ({ list, sheet, row, column })
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('what a person may write', () => {
  it('reads a small court with codes, labels of either language, date texts and date cells', async () => {
    const { court, problems } = await readWorkbook(await workbook())
    expect(problems).toEqual([])
    expect(court!.departments.map(({ kind }) => kind)).toEqual(['administrative', 'trial'])
    expect(court!.teams[0]!.track).toBe('fast-track')
    expect(court!.people.map(({ joined }) => joined)).toEqual(['2015-07-01', '2016-02-29'])
    expect(court!.people[1]!.leader).toBe(true)
    expect(court!.settings.fills.length).toBe(0)
  })
  it('understands Chinese headers', async () => {
    const { court } = await readWorkbook(await workbook({ locale: 'zh-CN' }))
    expect(court!.people.length).toBe(2)
  })
  it('reads full-width digits, stray spaces, thousands commas and other ways to write a date, and skips empty rows', async () => {
    const { court, problems } = await readWorkbook(
      await workbook({
        rows: (rows) => {
          rows.people[0]!.joined = ' ２０１５年７月１日 '
          rows.people[1]!.joined = '2016/2/29'
          rows.people.splice(1, 0, {}, { id: '  ' })
          Object.assign(rows.caseload[0]!, {
            month: '２０２６年１０月',
            carried: '１，０００',
            filed: ' 20 ',
            closed: '15',
            pending: '１００５',
          })
        },
      }),
    )
    expect(problems).toEqual([])
    expect(court!.people.map(({ joined }) => joined)).toEqual(['2015-07-01', '2016-02-29'])
    expect(court!.caseload[0]).toMatchObject({ month: '2026-10', carried: 1000, pending: 1005 })
  })
  it('takes a month from a date cell', async () => {
    const { court } = await readWorkbook(
      await workbook({ rows: (rows) => (rows.caseload[0]!.month = new Date(Date.UTC(2026, 9, 1))) }),
    )
    expect(court!.caseload[0]!.month).toBe('2026-10')
  })
  it('finds a unit or a person by a name that nobody shares', async () => {
    const { court } = await readWorkbook(
      await workbook({ rows: (rows) => Object.assign(rows.assignments[0]!, { person: 'Ann', unit: 'ＴＥＡＭ-1' }) }),
    )
    expect(court!.assignments[0]).toMatchObject({ person: 'p1', unit: 'team-1' })
  })
  it('finds each of several units by its name, and names the one that is not there', async () => {
    const campaign = { id: 'c', name: 'Drive', from: '2026-11-01', until: '2026-11-30', target: 5 }
    const made = (units: string) => workbook({ rows: (rows) => (rows.campaigns = [{ ...campaign, units }]) })
    const { court } = await readWorkbook(await made('ＣＩＶＩＬ；Office'))
    expect(court!.campaigns[0]).toMatchObject({ units: ['civil', 'office'], targetKind: 'closed' })
    const { problems } = await readWorkbook(await made('office; nowhere'))
    expect(problems).toMatchObject([{ code: 'unit-unknown', ...place('campaigns', 'Campaigns', 2, 'Units') }])
  })
  it('reads who teaches whom and where conflicts lie by name, and refuses oneself and nobody', async () => {
    const made = (mentor: string) =>
      workbook({ rows: (rows) => Object.assign(rows.people[1]!, { mentor, conflictUnits: 'Office；team-1' }) })
    const { court } = await readWorkbook(await made('Ann'))
    expect(court!.people[1]).toMatchObject({ mentor: 'p1', worksWith: null, conflictUnits: ['office', 'team-1'] })
    const codes = async (mentor: string) => (await readWorkbook(await made(mentor))).problems.map(({ code }) => code)
    expect(await codes('Bo')).toEqual(['names-own-self'])
    expect(await codes('Nobody')).toEqual(['person-unknown'])
  })
  it('reads a workbook that was made before there were the columns that few rows fill', async () => {
    const later = ['people', 'posts'].flatMap((list) =>
      sheetOf(list as ListName)
        .columns.filter(({ rare, field }) => rare || field === 'duty')
        .map(({ title }) => title.en),
    )
    const { court, problems } = await readWorkbook(
      await workbook({
        sheets: (made) =>
          made.map((sheet) => {
            const kept = sheet.rows![0]!.map((title) => !later.includes(title as string))
            return { ...sheet, rows: sheet.rows!.map((row) => row.filter((_, at) => kept[at])) }
          }),
      }),
    )
    expect(later).toHaveLength(7)
    expect(problems).toEqual([])
    expect(court!.people[1]).toMatchObject({ id: 'p2', underReview: false, mentor: null, conflictUnits: [] })
    expect(court!.posts[0]!.duty).toBeNull()
  })
  it('passes over columns and sheets whose title begins with #', async () => {
    const { court } = await readWorkbook(
      await workbook({
        sheets: (made) => {
          for (const sheet of made)
            sheet.rows = sheet.rows!.map((row, at) => [
              at === 0 ? '# remark' : 'x'.repeat(at === 0 ? 1 : 0) || null,
              ...row,
            ])
          return [...made, { name: '#mine', rows: [['anything']] }]
        },
      }),
    )
    expect(court!.people.length).toBe(2)
  })
  it('keeps a text that begins with = + - @ as text', async () => {
    const names = ['=1+1', '+8610', '-x', '@SUM(A1)']
    const { court } = await readWorkbook(
      await workbook({
        rows: (rows) => (rows.people = names.map((name, i) => ({ ...rightRows().people[0]!, id: `p${i + 1}`, name }))),
      }),
    )
    expect(court!.people.map(({ name }) => name)).toEqual(names)
  })
})

describe('a cell that is refused names sheet, row, column, value and what would be right', () => {
  const cases: [string, Made, object][] = [
    [
      'impossible date',
      { rows: (rows) => (rows.people[0]!.joined = '2026-02-30') },
      { code: 'date-impossible', ...place('people', 'People', 2, 'Joined'), value: '2026-02-30', right: '2026-02-28' },
    ],
    [
      'a word for a date',
      { rows: (rows) => (rows.people[1]!.joined = 'last year') },
      { code: 'date-impossible', ...place('people', 'People', 3, 'Joined'), value: 'last year' },
    ],
    [
      'impossible month',
      { rows: (rows) => (rows.caseload[0]!.month = '2026-13') },
      { code: 'month-impossible', ...place('caseload', 'Caseload', 2, 'Month'), value: '2026-13' },
    ],
    [
      'negative count',
      { rows: (rows) => (rows.caseload[0]!.filed = -20) },
      { code: 'number-too-small', ...place('caseload', 'Caseload', 2, 'Filed'), value: '-20', right: '≥ 0' },
    ],
    [
      'half a case',
      { rows: (rows) => (rows.caseload[0]!.filed = 2.5) },
      { code: 'integer-expected', ...place('caseload', 'Caseload', 2, 'Filed'), value: '2.5', right: '3' },
    ],
    [
      'a word for a number',
      { rows: (rows) => (rows.posts[1]!.fixed = 'half') },
      { code: 'number-unreadable', ...place('posts', 'Posts', 3, 'Fixed FTE'), value: 'half' },
    ],
    [
      'a share over one',
      { rows: (rows) => (rows.people[0]!.share = 50) },
      { code: 'number-too-big', ...place('people', 'People', 2, 'Share'), value: '50', right: '≤ 1' },
    ],
    ['a share of nothing', { rows: (rows) => (rows.people[0]!.share = 0) }, { code: 'number-too-small', right: '> 0' }],
    [
      'pending that does not add up',
      { rows: (rows) => (rows.caseload[0]!.pending = 14) },
      { code: 'pending-does-not-add-up', ...place('caseload', 'Caseload', 2, 'Pending'), value: '14', right: '15' },
    ],
    [
      'duplicate person',
      { rows: (rows) => rows.people.push({ ...rows.people[0]!, name: 'Other' }) },
      { code: 'duplicate', ...place('people', 'People', 4, 'Id'), value: 'p1' },
    ],
    [
      'unknown unit',
      { rows: (rows) => (rows.assignments[0]!.unit = 'team-9') },
      { code: 'unit-unknown', ...place('assignments', 'Assignments', 2, 'Unit'), value: 'team-9' },
    ],
    [
      'unknown person',
      { rows: (rows) => (rows.assignments[0]!.person = 'p9') },
      { code: 'person-unknown', value: 'p9' },
    ],
    [
      'unknown case type',
      { rows: (rows) => (rows.caseload[0]!.caseType = 'theft') },
      { code: 'case-type-unknown', ...place('caseload', 'Caseload', 2, 'Case type') },
    ],
    [
      'post that is not there',
      { rows: (rows) => (rows.assignments[0]!.role = 'Bailiff') },
      { code: 'post-unknown', ...place('assignments', 'Assignments', 2, 'Post') },
    ],
    [
      'name that two people share',
      {
        rows: (rows) => {
          rows.people[1]!.name = 'Ann'
          rows.assignments[0]!.person = 'Ann'
        },
      },
      { code: 'name-ambiguous', value: 'Ann', right: 'p1 / p2' },
    ],
    [
      'a role there is not',
      { rows: (rows) => (rows.people[0]!.role = 'Boss') },
      {
        code: 'choice-unknown',
        ...place('people', 'People', 2, 'Role'),
        value: 'Boss',
        right: 'Judge / Judicial assistant / Clerk / Enforcement officer / Bailiff / Administrative staff',
      },
    ],
    [
      'yes or no',
      { rows: (rows) => (rows.people[0]!.leader = 'maybe') },
      { code: 'boolean-unknown', value: 'maybe', right: 'Yes / No' },
    ],
    [
      'id with marks',
      { rows: (rows) => (rows.people[1]!.id = 'p 1/x') },
      { code: 'id-has-marks', ...place('people', 'People', 3, 'Id'), value: 'p 1/x' },
    ],
    [
      'a required cell left empty',
      { rows: (rows) => delete rows.people[1]!.name },
      { code: 'cell-empty', ...place('people', 'People', 3, 'Name') },
    ],
    [
      'a name too long',
      { rows: (rows) => (rows.people[0]!.name = 'x'.repeat(81)) },
      { code: 'text-too-long', right: '80' },
    ],
    [
      'an end before the beginning',
      { rows: (rows) => (rows.assignments[0]!.until = '2019-01-01') },
      {
        code: 'ends-before-it-begins',
        ...place('assignments', 'Assignments', 2, 'Until'),
        value: '2019-01-01',
        right: '≥ 2020-01-01',
      },
    ],
    [
      'a way to the bench of judges',
      { rows: (rows) => rows.fills.push({ role: 'Clerk', post: 'Judge' }) },
      { code: 'fill-leads-to-judge', ...place('fills', 'Who may fill', 2, 'May fill') },
    ],
    [
      'a quote never closed',
      { rows: (rows) => (rows.teams[0]!.categories = '"civil; family') },
      { code: 'quote-open', ...place('teams', 'Teams', 2, 'Categories') },
    ],
    [
      'formula',
      {
        cells: { people: { '1,1': { value: 'Ann', formula: 'UPPER("ann")', type: 'formula', formulaResult: 'ANN' } } },
      },
      { code: 'formula', ...place('people', 'People', 2, 'Name') },
    ],
    [
      'error value',
      { cells: { people: { '1,1': { value: '#REF!', type: 'error' } } } },
      { code: 'cell-error', ...place('people', 'People', 2, 'Name') },
    ],
    [
      'a court in two rows',
      { rows: (rows) => rows.court.push({ id: 'c2', name: 'Second' }) },
      { code: 'court-row-twice', list: 'court', row: 3 },
    ],
    ['no court', { rows: (rows) => (rows.court = []) }, { code: 'court-row-missing', list: 'court' }],
  ]
  it.each(cases)('%s', async (_, made, expected) => {
    const problems = await problemsOf(made)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject(expected)
  })
})

describe('sheets and columns', () => {
  it('names a missing sheet, and does not call everything unknown that it would hold', async () => {
    const problems = await problemsOf({ sheets: (made) => made.filter(({ name }) => name !== 'Teams') })
    expect(problems).toMatchObject([{ code: 'sheet-missing', list: 'teams', right: '团队 / Teams' }])
  })
  it('names a missing column', async () => {
    const problems = await problemsOf({
      sheets: (made) =>
        made.map((sheet) =>
          sheet.name === 'People'
            ? { ...sheet, rows: sheet.rows!.map((row) => row.filter((_, at) => at !== 4)) }
            : sheet,
        ),
    })
    expect(problems).toMatchObject([{ code: 'column-missing', list: 'people', row: 1, column: 'Joined' }])
  })
  it('names an unknown column, an unknown sheet, and a sheet in both languages', async () => {
    const problems = await problemsOf({
      sheets: (made) => [
        ...made.map((sheet) =>
          sheet.name === 'People'
            ? {
                ...sheet,
                rows: sheet.rows!.map((row, at) =>
                  row.map((cell, column) => (at === 0 && column === 3 ? 'Shares' : cell)),
                ),
              }
            : sheet,
        ),
        { name: 'Sheet1', rows: [['x']] },
        { name: '部门', rows: [['编号']] },
      ],
    })
    expect(problems).toMatchObject([
      { code: 'sheet-unknown', value: 'Sheet1' },
      { code: 'sheet-twice', list: 'departments', sheet: '部门' },
      { code: 'column-unknown', list: 'people', value: 'Shares', right: 'Share' },
    ])
  })
  it('names a column that stands twice, and a sheet without a header', async () => {
    const problems = await problemsOf({
      sheets: (made) =>
        made.map((sheet) =>
          sheet.name === 'Kinship'
            ? { ...sheet, rows: [['甲', 'First person', '乙', '关系']] }
            : sheet.name === 'Leave'
              ? { ...sheet, rows: [] }
              : sheet,
        ),
    })
    expect(problems).toMatchObject([
      { code: 'column-twice', list: 'kinships' },
      { code: 'header-missing', list: 'leaves' },
    ])
  })
})

describe('all of it, never half', () => {
  it('collects problems from every sheet', async () => {
    const problems = await problemsOf({
      rows: (rows) => {
        rows.people[0]!.joined = '2026-02-30'
        rows.people[1]!.role = 'Boss'
        rows.teams[0]!.department = 'nowhere'
        rows.caseload[0]!.pending = -1
      },
    })
    expect(problems.map(({ code }) => code).toSorted()).toEqual([
      'choice-unknown',
      'date-impossible',
      'department-unknown',
      'number-too-small',
    ])
  })
  it('keeps the first five hundred and counts the rest', async () => {
    const many = 700
    const { court, problems, total } = await readWorkbook(
      await workbook({
        rows: (rows) =>
          (rows.payments = Array.from({ length: many }, (_, i) => ({ id: `x${i}`, date: 'never', amount: 1 }))),
      }),
    )
    expect([court, problems.length, total]).toEqual([null, maxProblems, many])
  })
  it('places what is wrong in a JSON file', async () => {
    const { court, problems } = await readCourt(
      bytes(
        JSON.stringify({
          format: 'frontline-court/1',
          id: 'c',
          name: 'C',
          people: [{ id: 'p', name: 'Ann', role: 'judge', joined: '2026-02-30' }],
        }),
      ),
    )
    expect(court).toBeNull()
    expect(problems).toMatchObject([
      { code: 'date-impossible', list: 'people', sheet: 'people', row: 1, column: 'joined', value: '2026-02-30' },
    ])
  })
})
