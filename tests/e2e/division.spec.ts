import type { Locator } from '@playwright/test'
import { exampleCourt } from '../../src/example'
import { languages, picture, textIn, watch } from './page'
import { expect, test } from './server'

/**
 * What a head of division asks first, in each language: which of my teams is short and why, what happens by December if
 * nothing changes, and what one more assistant changes. Then a month of caseload is imported, and the figures follow.
 */
const court = exampleCourt()
const family = court.teams.find(({ id }) => id === 'family')!
const division = family.department
const own = court.caseload.filter(({ team, month }) => team === family.id && month === '2021-12')

/** January of the team as a text table, with a stock that carries over and one series that filed far more than ever. */
const january = (titles: readonly string[]): string =>
  [
    titles.join(','),
    ...own.map(({ caseType, pending }, i) =>
      [family.id, caseType, '2022-01', pending, 40 + i, 20, pending + 20 + i].join(','),
    ),
  ].join('\r\n')

for (const language of languages)
  test(`the three answers of a division, and a month of caseload, in ${language}`, async ({
    page,
    app,
    request,
  }, info) => {
    const t = (key: string, words?: Record<string, string | number>): string => textIn(language, key, words)
    const card = (title: string): Locator =>
      page.locator('article', { has: page.getByRole('heading', { name: title }) })
    const wrong = watch(page, app.url)
    await request.post('/api/courts', { data: { source: 'example' } })
    await page.goto('/')
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()

    await test.step('who is short and why, what comes, and what one more changes', async () => {
      await page.goto(`/divisions/${division}`)
      const short = card(t('divisions.answers.short'))
      await expect(short).toContainText(family.name)
      await expect(short).toContainText('0.8')
      await expect(short).toContainText('520')
      const ahead = card(t('divisions.answers.ahead', { month: '2022-12' }))
      // A head, four teams, and all of them together.
      await expect(ahead.getByRole('row')).toHaveCount(6)
      await expect(ahead).toContainText(family.name)
      await expect(ahead.locator('.sentence')).toContainText(family.name)
      const weights = t('divisions.answers.basis.weights')
      await expect(ahead.getByRole('columnheader').filter({ hasText: weights })).toBeVisible()
      const more = card(t('divisions.answers.oneMore'))
      await more.getByRole('combobox').first().selectOption(family.id)
      const assistant = more.getByRole('row', { name: t('units.roles.assistant'), exact: false })
      await expect(assistant.first()).toContainText(/\d+ → \d+/)
      await picture(page, info, `${language}-division`)
      await ahead
        .getByRole('link', { name: t('divisions.answers.open') })
        .first()
        .click()
      await expect(page).toHaveURL(/caseload\/backlog/)
      await expect(page.locator('main h1')).toHaveText(t('backlog.title'))
      await page.goBack()
      await expect(more.getByRole('combobox').first()).toHaveValue(family.id)
    })

    await test.step('the slider of lanes answers by keyboard', async () => {
      await page.goto('/need/lanes')
      const slider = page.getByRole('slider').first()
      const before = await page.locator('main h1 + p').textContent()
      await slider.press('End')
      await expect(page.locator('main h1 + p')).not.toHaveText(before!)
      await picture(page, info, `${language}-lanes`)
      await page.getByRole('button', { name: t('need.lanes.reset') }).click()
      await expect(page.locator('main h1 + p')).toHaveText(before!)
    })

    await test.step('a figure opens to imported months, and a month to its cases', async () => {
      await page.goto('/caseload?indicator=filed&kind=month&until=2021-11&team=enforcement-fast')
      await page.locator('.sentence button').first().click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('tbody .sum-button').first().click()
      await expect(dialog.getByRole('table')).toContainText('zx')
      await picture(page, info, `${language}-cases`)
    })

    await test.step('import a month of caseload: read on the server, looked at, then written whole', async () => {
      const titles =
        language === 'en'
          ? ['Team', 'Case type', 'Month', 'Carried over', 'Filed', 'Closed', 'Pending']
          : ['团队', '案件类型', '月份', '旧存', '新收', '结案', '未结']
      await page.goto('/data')
      const box = page.locator('section', {
        has: page.getByRole('heading', { name: t('data.caseload.title'), exact: true }),
      })
      await box.locator('input[type=file]').setInputFiles({
        name: 'january.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(january(titles)),
      })
      const commit = box.getByRole('button', { name: t('data.caseload.commit') })
      await expect(commit).toBeVisible({ timeout: 60_000 })
      await picture(page, info, `${language}-caseload-preview`)
      // One team's month alone is a doubt to confirm: the other teams have not reported theirs.
      await box.getByText(t('data.caseload.confirm')).click()
      await commit.click()
      await expect(page.getByText(t('data.caseload.done'))).toBeVisible()
      const { court: now } = (await (await request.get(`/api/courts/${court.id}`)).json()) as { court: typeof court }
      const taken = now.caseload.filter(({ team, month }) => team === family.id && month === '2022-01')
      expect(taken.map(({ filed }) => filed)).toEqual(own.map((_, i) => 40 + i))
    })

    expect(wrong).toEqual([])
    await request.delete(`/api/courts/${court.id}`)
  })
