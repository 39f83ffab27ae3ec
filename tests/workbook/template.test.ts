import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { emptyCourt, person, type Court } from '../../src/domain'
import { say, sheets, writeTemplate, writeWorkbook, type Locale } from '../../src/workbook'

const withUnits = (): Court => ({
  ...emptyCourt('c', 'Court'),
  departments: Array.from({ length: 60 }, (_, i) => ({
    id: `department-${i}`,
    name: `D${i}`,
    kind: 'trial' as const,
    division: null,
    site: null,
    floor: 0,
    status: 'standing' as const,
  })),
})

describe.each<Locale>(['zh-CN', 'en'])('the template (%s)', (locale) => {
  it('has a sheet, a header with a note and a frozen first row for everything that can be imported', async () => {
    const { sheets: made } = await readXlsx(await writeTemplate(locale), { readStyles: true })
    for (const sheet of sheets) {
      const found = made.find(({ name }) => name === say(sheet.title, locale))!
      expect(found.rows[0]!.slice(0, sheet.columns.length)).toEqual(
        sheet.columns.map(({ title }) => say(title, locale)),
      )
      expect(found.freezePane?.rows).toBe(1)
      for (const [at, column] of sheet.columns.entries()) {
        expect(found.cells?.get(`0,${at}`)?.comment?.text, column.field).toContain(say(column.note, locale))
        const rule = found.dataValidations?.find(({ range }) => range.startsWith(`${String.fromCharCode(65 + at)}2:`))
        if (column.choices !== undefined || column.kind === 'boolean') expect(rule?.type, column.field).toBe('list')
      }
    }
  })
})

describe('an exported workbook', () => {
  it('keeps a long list of choices in a hidden sheet, and shows names beside ids', async () => {
    const court = withUnits()
    court.posts.push({
      unit: 'department-3',
      role: 'clerk',
      fixed: 0,
      ceiling: null,
      least: null,
      ratioTo: null,
      duty: null,
    })
    const { sheets: made } = await readXlsx(await writeWorkbook(court, 'en'), { readStyles: true })
    const posts = made.find(({ name }) => name === 'Posts')!
    expect(posts.rows[1]!.slice(0, 2)).toEqual(['department-3', 'D3'])
    expect(posts.dataValidations?.[0]?.formula1).toMatch(/^'Lists'!\$[A-Z]+\$1:\$[A-Z]+\$60$/)
    const lists = made.find(({ name }) => name === 'Lists')!
    expect(lists.hidden).toBe(true)
    expect(lists.rows.some((row) => row.includes('department-59'))).toBe(true)
  })
  it('keeps dates as dates and ids that look like numbers as text', async () => {
    const court = {
      ...emptyCourt('007', 'Court'),
      people: [person.parse({ id: '0042', name: '=A1', role: 'clerk', joined: '2020-02-29', employment: 'contract' })],
    }
    const { sheets: made } = await readXlsx(await writeWorkbook(court, 'zh-CN'))
    const people = made.find(({ name }) => name === '干警')!
    expect(people.rows[1]!.slice(0, 5)).toEqual(['0042', '=A1', '书记员', 1, new Date('2020-02-29T00:00:00Z')])
    expect(people.cells?.get('1,1')?.formula).toBeUndefined()
  })
  it('says of a temporary posting in a plan until when it is', async () => {
    const rows = [{ person: 'p1', from: 'department-1/clerk', to: 'department-2/clerk', until: '2027-06-30' }]
    const told = async (locale: 'en' | 'zh-CN') =>
      (await readXlsx(await writeWorkbook(withUnits(), locale, { plan: { rows, units: [] } }))).sheets[0]!.rows[1]![3]
    expect(await told('en')).toBe('D2 Clerk, temporary until 2027-06-30, then back')
    expect(await told('zh-CN')).toBe('D2 书记员，挂职至 2027-06-30，期满返回')
  })
  it('adds a plan in words, those who move marked', async () => {
    const court = withUnits()
    const rows = [
      {
        person: 'p1',
        from: 'department-1/clerk',
        to: 'department-2/judge:500+department-3/judge:500',
        reasons: '@why',
      },
      { person: 'p2', from: null, to: null },
    ]
    const { sheets: made } = await readXlsx(
      await writeWorkbook(court, 'en', { plan: { rows, units: ['T1 is set up'] } }),
    )
    expect(made[0]!.name).toBe('Plan')
    expect(made[0]!.rows.slice(1, 3).map((row) => row.slice(2, 6))).toEqual([
      ['D1 Clerk', 'D2 Judge 50% + D3 Judge 50%', 'Yes', '@why'],
      ['No post', 'No post', '', ''],
    ])
    expect(made[0]!.rows.slice(3).map((row) => row[0] ?? '')).toEqual([
      '',
      'Units to set up or to close',
      'T1 is set up',
    ])
  })
})
