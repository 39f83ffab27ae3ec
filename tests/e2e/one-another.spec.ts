import type { Browser, Page, TestInfo } from '@playwright/test'
import { orderOf, putInForce } from '../../src/rules'
import { loadSolver } from '../../src/planner/highs'
import { WhatIf } from '../../src/planner/what-if'
import {
  defineProblem,
  problemOf,
  readPlan,
  swapPartners,
  type Court,
  type Proposal,
  type Round,
} from '../../src/domain'
import { administrator, makeAccount, send, signIn } from '../tools/sign-in'
import { closeExample, openExample, password, storedRound } from './example-court'
import { picture, quiet, textIn, watch, type Language } from './page'
import { expect, test } from './server'

/**
 * What several people do with one plan, each on the own page: heads review a draft; two people swap their posts, and
 * one hands over the old one.
 */
test.use({ storageState: { cookies: [], origins: [] } })

/** A page of somebody who has signed in, in a language of the own; `leave` fails where anything went wrong on it. */
async function pageOf(browser: Browser, origin: string, language: Language, username: string) {
  const context = await browser.newContext({ baseURL: origin, locale: language })
  const page = await context.newPage()
  const wrong = watch(page, origin)
  const t = (key: string, words?: Record<string, string | number>): string => textIn(language, key, words)
  await page.goto('/')
  await page.getByLabel(t('accounts.username'), { exact: true }).fill(username)
  await page.getByLabel(t('accounts.password'), { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: t('nav.me'), exact: true })).toBeVisible()
  const leave = async (): Promise<void> => {
    await quiet(page)
    expect(wrong).toEqual([])
    await context.close()
  }
  const press = (key: string, within: Pick<Page, 'getByRole'> = page): Promise<void> =>
    within
      .getByRole('button', { name: t(key), exact: true })
      .first()
      .click()
  return { page, t, press, leave }
}

test('heads answer a draft move by move, and HR reads it before the plan is kept', async ({ browser, app }, info) => {
  const hr = await openExample(app.url)
  const { round } = await storedRound(app.url, hr, 'draft')
  const result = `/rounds/${round.id}?step=result`

  const office = await pageOf(browser, app.url, 'zh-CN', 'example-hr')
  await office.page.goto(result)
  await office.press('reviews.send.title')
  await office.press('reviews.send.verb', office.page.getByRole('dialog'))
  await expect(office.page.getByText(office.t('reviews.summary'))).toBeVisible()

  const head = await pageOf(browser, app.url, 'zh-CN', 'example-head')
  await head.page.getByRole('link', { name: head.t('nav.reviews'), exact: true }).click()
  await head.press('reviews.object')
  const reason = '该同志正在办理的系列案件下月才能结。'
  await head.page.getByRole('textbox', { name: /./ }).last().fill(reason)
  await head.press('reviews.sendReason')
  await expect(head.page.locator('li.object', { hasText: reason })).toBeVisible()
  await head.page.getByText(head.t('reviews.price.ask')).first().click()
  await expect(head.page.locator('.price .said')).toContainText(/./, { timeout: 30_000 })
  await picture(head.page, info, 'review-head')
  await head.leave()

  await office.page.goto(result)
  await expect(office.page.getByText(reason)).toBeVisible()
  await picture(office.page, info, 'review-hr')
  await office.press('rounds.result.keep')
  const word = office.page.getByRole('dialog')
  await expect(word).toContainText(office.t('reviews.keep.object', { count: 1 }))
  await office.press('rounds.result.keep', word)
  await expect(office.page.getByText(office.t('rounds.result.isKept')).first()).toBeVisible()
  await office.leave()
  await closeExample(app.url)
})

/** A colleague whose post may be exchanged for the person's, everybody else staying. */
async function partnerOf(person: string, court: Court, round: Round, { plan }: Proposal): Promise<string> {
  const problem = defineProblem(problemOf(court, round))
  const inForce = putInForce(problem, orderOf(round))
  const whatIf = new WhatIf(await loadSolver(), problem, inForce, readPlan(problem, plan))
  const found = swapPartners(problem, plan, person).find((other) => whatIf.exchanging(person, other)?.kind === 'price')
  expect(found, 'nobody may swap').toBeDefined()
  return found!
}

test('two people swap their posts, HR agrees, and the old post is handed over', async ({
  browser,
  app,
}, info: TestInfo) => {
  const hr = await openExample(app.url)
  const { round, proposal } = await storedRound(app.url, hr, 'kept')
  const { court } = (await (await send(app.url, 'GET', '/courts/example', undefined, hr)).json()) as {
    court: Court
  }
  const staff = await signIn(app.url, { username: 'example-staff', password })
  const session = (await (await send(app.url, 'GET', '/session', undefined, staff)).json()) as {
    account: { person: string }
  }
  const { person } = session.account
  const other = await partnerOf(person, court, round, proposal)
  const { name } = court.people.find(({ id }) => id === other)!
  const admin = await signIn(app.url, administrator)
  await makeAccount(app.url, admin, {
    username: 'colleague',
    name,
    password,
    role: 'staff',
    court: 'example',
    person: other,
  })

  const mine = await pageOf(browser, app.url, 'en', 'example-staff')
  await mine.page.getByRole('combobox', { name: mine.t('swaps.which') }).fill(name)
  await mine.page.getByRole('option').first().click()
  await mine.press('swaps.ask')
  await expect(mine.page.getByText(mine.t('swaps.states.asked'), { exact: true })).toBeVisible()
  await picture(mine.page, info, 'swap-asked')
  await mine.leave()

  const theirs = await pageOf(browser, app.url, 'en', 'colleague')
  await theirs.press('swaps.agree')
  await expect(theirs.page.getByText(theirs.t('swaps.states.agreed'), { exact: true })).toBeVisible()
  await theirs.leave()

  const office = await pageOf(browser, app.url, 'en', 'example-hr')
  await office.page.goto(`/rounds/${round.id}?step=result`)
  await office.press('swaps.accept')
  await expect(office.page.getByText(office.t('swaps.states.accepted'), { exact: true }).first()).toBeVisible()
  await picture(office.page, info, 'swap-accepted')
  const kept = (await (
    await send(app.url, 'GET', `/courts/example/rounds/${round.id}/plan`, undefined, hr)
  ).json()) as Proposal
  const at = (seat: string | null): string => seat!.split('@')[1]!
  expect(at(kept.plan[person]!)).toBe(at(proposal.plan[other]!))
  expect(at(kept.plan[other]!)).toBe(at(proposal.plan[person]!))

  const again = await pageOf(browser, app.url, 'en', 'example-staff')
  const mineSection = again.page.locator('section', {
    has: again.page.getByRole('heading', { name: again.t('handovers.mine') }),
  })
  const points = mineSection.locator('.el-checkbox')
  await expect(points.first()).toBeVisible()
  for (const point of await points.all()) await point.click()
  await again.press('handovers.confirm')
  await expect(again.page.getByText(again.t('handovers.done'))).toBeVisible()
  await picture(again.page, info, 'hand-over')
  await again.leave()
  await office.page.reload()
  await expect(office.page.getByText(/, 1 confirmed, /)).toBeVisible()
  await office.leave()
  await closeExample(app.url)
})
