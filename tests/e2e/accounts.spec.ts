import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { administrator, hr } from '../tools/sign-in'
import { languages, picture, quiet, textIn, watch } from './page'
import { expect, startNew, test } from './server'

/**
 * A server from its first start: the administrator is made, makes the example court with its accounts and an account for
 * HR, who sets a password of her own; a session ends while she types; and everybody finds the own pages and no others.
 */
test.use({ storageState: { cookies: [], origins: [] } })

async function graveIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)
}

for (const language of languages)
  test(`from the first start to everybody's own page, in ${language}`, async ({ browser }, info) => {
    test.setTimeout(300_000)
    const server = await startNew()
    const context = await browser.newContext({ baseURL: server.url, locale: language })
    const page = await context.newPage()
    const wrong = watch(page, server.url)
    const t = (key: string, words?: Record<string, string | number>): string => textIn(language, key, words)
    const button = (key: string, words?: Record<string, string | number>): Locator =>
      page.getByRole('button', { name: t(key, words), exact: true })
    const field = (key: string): Locator => page.getByLabel(t(key), { exact: true })
    const signIn = async (username: string, password: string): Promise<void> => {
      await field('accounts.username').fill(username)
      await field('accounts.password').fill(password)
      await button('accounts.signIn.verb').click()
    }
    const signOut = async (name: string): Promise<void> => {
      await button('accounts.menu.open', { name }).click()
      await page.getByRole('menuitem', { name: t('accounts.menu.signOut') }).click()
      await expect(page.getByRole('heading', { name: t('accounts.signIn.title') })).toBeVisible()
    }
    const entries = () => page.getByRole('navigation', { name: t('app.navigation') }).locator('li')

    await test.step('the administrator, by keyboard alone', async () => {
      await page.goto('/')
      await expect(page.getByRole('heading', { name: t('accounts.first.title') })).toBeVisible()
      expect(await graveIn(page)).toEqual([])
      await field('accounts.name').focus()
      await page.keyboard.type(administrator.name)
      await page.keyboard.press('Tab')
      await page.keyboard.type(administrator.username)
      await page.keyboard.press('Tab')
      await page.keyboard.type(administrator.password)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.type(administrator.password)
      await page.keyboard.press('Enter')
      // The first password of a server takes the longest: what makes accounts is loaded with it.
      await expect(entries().first()).toBeVisible({ timeout: 60_000 })
    })

    await test.step('the example court with its accounts, and one for HR', async () => {
      await page.goto('/welcome')
      await page.getByRole('checkbox').check()
      await button('welcome.example.verb').click()
      await expect(page.getByRole('heading', { name: t('accounts.page.title'), exact: true })).toBeVisible()
      await expect(page.getByText(t('accounts.examples.warn'))).toBeVisible()
      await button('accounts.page.add').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: t('accounts.roles.hr') }).check()
      await dialog.getByLabel(t('accounts.name'), { exact: true }).fill(hr.name)
      await dialog.getByLabel(t('accounts.username'), { exact: true }).fill(hr.username)
      await picture(page, info, `${language}-account-form`)
      expect(await graveIn(page)).toEqual([])
      await dialog.getByRole('button', { name: t('accounts.page.add') }).click()
      await expect(page.getByTestId('first-password')).toBeVisible()
    })
    const given = (await page.getByTestId('first-password').textContent())!
    await button('accounts.page.close').click()
    await signOut(administrator.name)

    await test.step('HR sets a password of her own before anything else', async () => {
      expect(await graveIn(page)).toEqual([])
      await signIn(hr.username, given)
      await expect(page.getByRole('heading', { name: t('accounts.own.title') })).toBeVisible()
      await field('accounts.current').fill(given)
      await field('accounts.next').fill(hr.password)
      await field('accounts.again').fill(hr.password)
      await button('accounts.own.verb').click()
      await expect(page.getByText('91.37')).toBeVisible()
      expect(await entries().count()).toBe(9)
    })

    await test.step('a session that ends asks to sign in again, and loses nothing that was typed', async () => {
      await page.goto('/account')
      await field('accounts.current').fill(hr.password)
      await field('accounts.next').fill('half typed and then')
      await field('accounts.again').fill('half typed and then')
      // Nothing else that the page asks may find the session ended first.
      await quiet(page)
      await context.clearCookies()
      await button('accounts.mine.changeVerb').click()
      const dialog = page.getByRole('dialog', { name: t('accounts.signIn.again') })
      await expect(dialog.getByLabel(t('accounts.username'))).toHaveValue(hr.username)
      await picture(page, info, `${language}-sign-in-again`)
      await dialog.getByLabel(t('accounts.password'), { exact: true }).fill(hr.password)
      await dialog.getByRole('button', { name: t('accounts.signIn.verb'), exact: true }).click()
      await expect(dialog).toBeHidden()
      await expect(field('accounts.next')).toHaveValue('half typed and then')
      await button('accounts.mine.changeVerb').click()
      await expect(page.getByText(t('accounts.mine.changed'))).toBeVisible()
      await expect(page.getByText(t('accounts.mine.here'))).toHaveCount(1)
      await context.clearCookies()
    })

    await test.step('in another session, everybody has the own pages', async () => {
      await page.goto('/')
      await expect(page.getByRole('heading', { name: t('accounts.signIn.title') })).toBeVisible()
      const shown = page.locator('.try')
      for (const [role, count, home] of [
        ['head', 8, '/'],
        ['hr', 9, '/'],
        ['leader', 7, '/effect'],
        ['staff', 1, '/me'],
      ] as const) {
        await shown.filter({ hasText: t(`accounts.roles.${role}`) }).click()
        await expect(entries()).toHaveCount(count)
        await expect(page).toHaveURL(server.url + home)
        await page.goto('/accounts')
        await expect(page.getByText(t('accounts.refused.title'))).toBeVisible()
        await picture(page, info, `${language}-refused-${role}`)
        await page.goto('/account')
        await expect(page.getByText(t('accounts.mine.here'))).toBeVisible()
        await page
          .getByRole('main')
          .getByRole('button', { name: t('accounts.menu.signOut') })
          .click()
        await expect(shown.first()).toBeVisible()
      }
    })
    // A page that is signed out says so on the console of the browser.
    expect(wrong.filter((each) => !/status of 40[13]/.test(each))).toEqual([])
    await context.close()
    await server.end()
  })
