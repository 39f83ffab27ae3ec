import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { closeExample, openExample, password, storedRound } from './example-court'
import { languages, picture, quiet, textIn, watch } from './page'
import { expect, test } from './server'

/**
 * What a person of staff has to do with the app, without a mouse, in each language: sign in; see the next move and put
 * it into the calendar; ask what another post would take; say wishes; object and take it back; read messages.
 */
test.use({ storageState: { cookies: [], origins: [] } })

for (const language of languages)
  test(`what staff do, by keyboard alone, in ${language}`, async ({ browser, app: server }, info) => {
    test.setTimeout(300_000)
    await storedRound(server.url, await openExample(server.url), 'kept')
    const context = await browser.newContext({ baseURL: server.url, locale: language })
    const page = await context.newPage()
    const wrong = watch(page, server.url)
    const t = (key: string, words?: Record<string, string | number>): string => textIn(language, key, words)
    const button = (key: string, words?: Record<string, string | number>): Locator =>
      page.getByRole('button', { name: t(key, words), exact: true })
    const isFocused = (target: Locator): Promise<boolean> =>
      target.evaluate((element) => element === document.activeElement)
    /** Goes on with the Tab key, forwards or back, until the target has the focus, and it shows. */
    async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      await expect(target.first()).toBeVisible()
      for (let presses = 0; presses < 200; presses++) {
        if (await isFocused(target.first())) return expect(target.first()).toBeInViewport()
        await page.keyboard.press(key)
      }
      throw new Error(`The Tab key never came to ${String(target)}.`)
    }
    async function pressOn(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      await tabTo(target, key)
      await page.keyboard.press('Enter')
    }

    await test.step('sign in', async () => {
      await page.goto('/')
      await tabTo(page.getByLabel(t('accounts.username'), { exact: true }))
      await page.keyboard.type('example-staff')
      await tabTo(page.getByLabel(t('accounts.password'), { exact: true }))
      await page.keyboard.type(password)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(`${server.url}/me`)
      await expect(page.getByRole('heading', { name: t('me.next.title') })).toBeVisible()
    })

    await test.step('see the next move, and put it into the calendar', async () => {
      const [file] = await Promise.all([page.waitForEvent('download'), pressOn(button('me.next.calendar'))])
      expect(file.suggestedFilename()).toMatch(/\.ics$/)
      expect(readFileSync(await file.path(), 'utf8')).toContain('DTSTART;VALUE=DATE:20220104')
    })

    await test.step('ask what another post would take', async () => {
      const others = page.getByRole('region', { name: t('me.others.title') })
      await pressOn(others.getByRole('button', { name: t('me.others.askOf', { post: '' }).trim() }))
      await expect(others.getByRole('status').filter({ hasText: /./ })).toBeVisible({ timeout: 30_000 })
      await expect(others.getByText(t('ask.told.price')).or(others.getByText(t('ask.told.free')))).toBeVisible()
      await picture(page, info, `${language}-keyboard-others`)
      await page.keyboard.press('Enter')
      await expect(others.getByText(t('ask.told.price'))).toBeHidden()
    })

    await test.step('say two wishes, the second one first, and confirm them', async () => {
      const list = page.getByRole('list', { name: t('wishes.posts') })
      const before = await list.getByRole('listitem').count()
      for (const at of [1, 2]) {
        await tabTo(page.getByRole('combobox', { name: t('wishes.addPost') }))
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
        await expect(list.getByRole('listitem')).toHaveCount(before + at)
        await page.keyboard.press('Escape')
      }
      const last = list.getByRole('listitem').last()
      const words = (await last.innerText()).replace(/^\d+\s*/, '').split('\n')[0]!
      await tabTo(last.getByRole('button').first(), 'Shift+Tab')
      await page.keyboard.press('ArrowUp')
      await expect(list.getByRole('listitem').nth(before)).toContainText(words)
      await expect(page.getByText(t('wishes.state.saved'))).toBeVisible()
      await pressOn(button('wishes.confirm'))
      await expect(page.getByText(t('wishes.done'))).toBeVisible()
    })

    await test.step('object, and take it back', async () => {
      await tabTo(page.getByRole('textbox', { name: t('objections.text') }), 'Shift+Tab')
      await page.keyboard.type('My parents live near the old post.')
      await pressOn(button('objections.file'))
      await expect(page.getByText(t('objections.states.open'), { exact: true })).toBeVisible()
      await pressOn(button('objections.withdraw'))
      const dialog = page.getByRole('dialog', { name: t('objections.withdraw') })
      await pressOn(dialog.getByRole('button', { name: t('objections.withdraw') }))
      await expect(page.getByText(t('objections.states.withdrawn'), { exact: true })).toBeVisible()
    })

    await test.step('read what one was told', async () => {
      await pressOn(page.getByRole('link', { name: /./ }).and(page.locator('.bell')), 'Shift+Tab')
      await expect(page.getByRole('heading', { name: t('messages.title') })).toBeVisible()
      await pressOn(button('messages.allRead'))
      await expect(page.getByText(t('messages.unread'), { exact: true })).toHaveCount(0)
      await picture(page, info, `${language}-keyboard-messages`)
      await pressOn(page.getByRole('main').getByRole('link'))
      await expect(page).toHaveURL(new RegExp('/me'))
    })

    await quiet(page)
    expect(wrong).toEqual([])
    await context.close()
    await closeExample(server.url)
  })
