import type { Locator } from '@playwright/test'
import { exampleCourt } from '../../src/example'
import { writeWorkbook } from '../../src/workbook'
import { languages, picture, quiet, textIn, watch } from './page'
import { expect, test } from './server'

/**
 * The main job as a user does it, in each language: import a workbook, propose, watch, read who moves and why,
 * move one person by hand, see rules and numbers answer, keep the plan, and find it again after a restart.
 */
for (const language of languages)
  test(`the main job on a workbook, in ${language}`, async ({ page, app }, info) => {
    const t = (key: string, words?: Record<string, string | number>): string => textIn(language, key, words)
    const button = (key: string, words?: Record<string, string | number>): Locator =>
      page.getByRole('button', { name: t(key, words) })
    const wrong = watch(page, app.url)

    await test.step('choose the language', async () => {
      await page.goto('/')
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
    })

    await test.step('import a workbook: first the preview, then all of it', async () => {
      await expect(page.getByRole('heading', { name: t('welcome.title') })).toBeVisible()
      await picture(page, info, `${language}-1-welcome`)
      await button('welcome.workbook.verb').click()
      const bytes = await writeWorkbook({ ...exampleCourt(), id: `story-${language}`.toLowerCase() }, language)
      await page.locator('input[type=file]').setInputFiles({
        name: 'court.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(bytes),
      })
      await expect(page.getByText(t('data.preview.title', { file: 'court.xlsx' }))).toBeVisible({ timeout: 30_000 })
      await picture(page, info, `${language}-2-preview`)
      await button('data.preview.commitNew').click()
      await expect(page.getByText(t('data.preview.done', { name: exampleCourt().name }))).toBeVisible()
      await expect(page.getByText('91.37')).toBeVisible()
      await picture(page, info, `${language}-3-overview`)
    })

    await test.step('set up a round, with the goals in an order chosen by keys', async () => {
      await page.getByRole('link', { name: t('nav.rounds'), exact: true }).click()
      await button('rounds.list.new').first().click()
      const goals = page.locator('section', { has: page.getByRole('heading', { name: t('rounds.goals.title') }) })
      const order = goals.getByRole('heading', { level: 3 })
      await expect(order.nth(3)).toHaveText(t('goals.wishes.name'))
      await page.locator('#goal-wishes').press('ArrowUp')
      await expect(order.nth(2)).toHaveText(t('goals.wishes.name'))
      await page.locator('#goal-wishes').press('ArrowDown')
      await expect(order.nth(3)).toHaveText(t('goals.wishes.name'))
      await picture(page, info, `${language}-4-set-up`)
      await button('rounds.steps.toPropose').click()
    })

    await test.step('propose and watch it work', async () => {
      await page
        .getByRole('region', { name: t('rounds.propose.title') })
        .getByRole('button', { name: t('rounds.propose.do'), exact: true })
        .click()
      await expect(button('rounds.propose.stop')).toBeVisible()
      await picture(page, info, `${language}-5-propose`)
      await expect(page.getByText(t('rounds.result.proven'))).toBeVisible({ timeout: 90_000 })
    })

    const moves = page.locator('table', { has: page.getByRole('columnheader', { name: t('rounds.moves.why') }) })
    await test.step('read who moves where and why', async () => {
      const rows = moves.locator('tbody tr')
      expect(await rows.count()).toBeGreaterThan(5)
      for (const row of await rows.all()) await expect(row.locator('.reasons li').first()).not.toBeEmpty()
      await picture(page, info, `${language}-6-result`)
    })

    let name = ''
    let place = ''
    await test.step('drag one person: rules and numbers answer at once', async () => {
      await page
        .getByRole('main')
        .getByRole('button', { name: t('rounds.result.board') })
        .first()
        .click()
      const count = page.getByTestId('move-count')
      await expect(count).toBeVisible()
      const before = await count.innerText()

      // Wide enough for card and column to stand away from the edges, where the board scrolls under the hand.
      await page.setViewportSize({ width: 1920, height: 900 })
      const clear = async (thing: Locator): Promise<boolean> => {
        const box = await thing.boundingBox()
        return box !== null && box.x > 440 && box.x + box.width < 1700
      }
      // The first whom some unit in view would take, found as a person finds it: by lifting cards with the keyboard.
      const columns = page.locator('section.column')
      const movers = page.locator('.person:not(.moved) .handle')
      let target: Locator | undefined
      let card: Locator | undefined
      for (let i = 0; i < (await movers.count()) && target === undefined; i++) {
        const id = await movers.nth(i).getAttribute('data-person')
        card = page.locator(`.handle[data-person="${id}"]`)
        await card.focus()
        await card.press(' ')
        await expect(columns.locator('.said').first()).toBeVisible()
        const open = await page.locator('section.column', { has: page.locator('.said.allowed') }).all()
        for (const column of (await clear(card)) ? open : []) {
          if (target !== undefined || !(await clear(column))) continue
          place = (await column.getAttribute('data-place'))!
          target = page.locator(`section.column[data-place="${place}"]`)
          await picture(page, info, `${language}-7-board-lifted`)
        }
        await page.keyboard.press('Escape')
      }
      expect(target, 'nobody may go anywhere').toBeDefined()
      name = (await card!.getAttribute('data-person'))!
      await card!.dragTo(target!)
      await expect(count).not.toHaveText(before)
      await expect(target!.locator(`[data-person="${name}"]`)).toBeVisible()
      await picture(page, info, `${language}-8-board-moved`)
      await page.keyboard.press('Control+z')
      await expect(count).toHaveText(before)
      await page.keyboard.press('Control+Shift+z')
      await expect(count).not.toHaveText(before)
      await page.setViewportSize({ width: 1366, height: 768 })
    })

    await test.step('post the person for a time instead: the card says until when', async () => {
      await page.locator(`.handle[data-person="${name}"]`).press('m')
      const dialog = page.getByRole('dialog')
      await dialog.getByText(t('board.posting.title')).click()
      await picture(page, info, `${language}-8-post-for-a-time`)
      await dialog.getByRole('button', { name: t('board.posting.do') }).click()
      await expect(page.locator(`[data-person="${name}"]`)).toContainText(
        t('rounds.posted.until', { date: '2023-01-03' }),
      )
    })

    await test.step('keep the plan and find it after a restart', async () => {
      await page.getByRole('button', { name: t('board.keep'), exact: true }).click()
      await expect(page.getByText(t('board.isKept')).first()).toBeVisible()
      const count = await page.getByTestId('move-count').innerText()
      // What is still being read would rightly be told as lost.
      await quiet(page)
      const address = page.url()
      // So would be what the page asks by itself every minute: nobody looks at it while the server is off.
      await page.goto('about:blank')
      await app.restart('SIGKILL')
      await page.goto(address)
      await expect(page.getByTestId('move-count')).toHaveText(count)
      await expect(page.locator(`section.column[data-place="${place}"] [data-person="${name}"]`)).toBeVisible()
      await expect(page.getByText(t('board.isKept')).first()).toBeVisible()
    })

    await test.step('the person reads the own assignment', async () => {
      await page.getByRole('link', { name: t('nav.me'), exact: true }).click()
      await page.getByRole('combobox', { name: t('me.who') }).fill(name)
      await page.getByRole('option').first().click()
      await expect(page.getByRole('heading', { name: t('me.next.title') })).toBeVisible()
      await expect(page.getByText('2022-01-04').first()).toBeVisible()
      await expect(page.getByText(t('rounds.posted.until', { date: '2023-01-03' }))).toBeVisible()
      await picture(page, info, `${language}-9-me`)
    })

    await test.step('remove the court in one step', async () => {
      await page.goto('/data')
      const court = exampleCourt().name
      await page.getByRole('button', { name: t('data.remove.verb', { name: court }) }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('data.remove.verb', { name: court }) })
        .click()
      await expect(page.getByRole('heading', { name: t('welcome.title') })).toBeVisible()
    })
    expect(wrong).toEqual([])
  })
