import { exampleCourt } from '../../src/example'
import { writeWorkbook } from '../../src/workbook'
import { quiet, textIn, watch } from './page'
import { expect, test } from './server'

/** What would be code, were it not text wherever it is shown. */
const code = (at: string): string => `<img src=x onerror="document.title='hostile'">{{${at}}}`

test('names from a workbook are text on every page, whatever they hold', async ({ page, app }) => {
  const t = (key: string, words?: Record<string, string | number>): string => textIn('zh-CN', key, words)
  const wrong = watch(page, app.url)
  const court = exampleCourt()
  const named = <T extends { id: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, name: code(row.id) }))
  const bytes = await writeWorkbook(
    {
      ...court,
      id: 'hostile',
      name: code('court'),
      people: named(court.people),
      departments: named(court.departments),
      teams: named(court.teams),
      caseTypes: named(court.caseTypes),
    },
    'zh-CN',
  )
  await page.goto('/')
  await page.getByRole('button', { name: t('welcome.workbook.verb') }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: `${code('file').replaceAll(/[/\\"<>]/g, '_')}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('button', { name: t('data.preview.commitNew') }).click({ timeout: 60_000 })
  await expect(page.getByText(code('court')).first()).toBeVisible({ timeout: 60_000 })

  const made = await page.request.post('/api/courts/hostile/rounds', {
    data: { name: code('round'), date: '2022-01-04' },
  })
  const { round } = (await made.json()) as { round: { id: string } }
  const pages = [
    '/',
    '/people',
    `/people/${court.people[0]!.id}`,
    '/teams',
    `/divisions/${court.departments.at(-1)!.id}`,
    '/caseload',
    '/caseload/forecast',
    '/need',
    '/need/weights',
    '/rounds',
    `/rounds/${round.id}?step=set-up`,
    `/rounds/${round.id}/board`,
    '/me',
    '/data',
    '/data/people',
    '/audit',
  ]
  for (const path of pages) {
    await page.goto(path)
    await expect(page.locator('main h1')).toBeVisible()
    await quiet(page)
    expect(await page.locator('img[src=x]').count(), path).toBe(0)
    expect(await page.title(), path).not.toBe('hostile')
  }
  expect(wrong).toEqual([])
  await page.request.delete('/api/courts/hostile')
})
