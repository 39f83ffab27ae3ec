import AxeBuilder from '@axe-core/playwright'
import type { APIRequestContext } from '@playwright/test'
import type { Outcome } from '../../src/domain'
import { expect, test } from './server'

/** A court with one round whose proposal is there, made through the API alone. */
async function proposed(request: APIRequestContext): Promise<{ court: string; round: string; outcome: Outcome }> {
  const { id: court } = (await (await request.post('/api/courts', { data: { source: 'example' } })).json()) as {
    id: string
  }
  const made = await request.post(`/api/courts/${court}/rounds`, { data: { name: '第 1 批轮岗', date: '2022-01-04' } })
  const { round } = (await made.json()) as { round: { id: string } }
  const { id } = (await (await request.post(`/api/courts/${court}/rounds/${round.id}/runs`, { data: {} })).json()) as {
    id: string
  }
  let outcome: Outcome | null = null
  await expect
    .poll(
      async () => {
        const run = (await (await request.get(`/api/runs/${id}`)).json()) as { state: string; outcome: Outcome | null }
        outcome = run.outcome
        return run.state
      },
      { timeout: 120_000 },
    )
    .toBe('done')
  return { court, round: round.id, outcome: outcome! }
}

test.describe('the screens of a proposed round', () => {
  let court = ''
  let round = ''
  let outcome: Outcome

  test.beforeAll(async ({ playwright, app }) => {
    const request = await playwright.request.newContext({ baseURL: app.url, storageState: app.session })
    ;({ court, round, outcome } = await proposed(request))
    await request.dispose()
  })
  test.afterAll(async ({ playwright, app }) => {
    const request = await playwright.request.newContext({ baseURL: app.url, storageState: app.session })
    await request.delete(`/api/courts/${court}`)
    await request.dispose()
  })

  test('the browser finds the very plan that the server found', async ({ page, request }) => {
    await page.goto(`/rounds/${round}/board`)
    await page.getByRole('button', { name: '其余重新安排' }).click()
    await expect(page.getByText('其余的人已重新安排，并证明没有更好的方案')).toBeVisible({ timeout: 120_000 })
    await page.getByRole('button', { name: '保留此方案' }).click()
    await expect(page.getByText('方案已保留').first()).toBeVisible()
    const kept = (await (await request.get(`/api/courts/${court}/rounds/${round}/plan`)).json()) as { plan: object }
    expect(outcome.kind).toBe('proposal')
    expect(kept.plan).toEqual(outcome.kind === 'proposal' ? outcome.plan : null)
  })

  const screens = () => [
    '/',
    '/people',
    '/people/p010',
    '/teams',
    '/divisions/civil-1',
    '/rounds',
    `/rounds/${round}?step=set-up`,
    `/rounds/${round}?step=result`,
    `/rounds/${round}/board`,
    '/reviews',
    '/effect',
    '/me',
    '/messages',
    '/data',
    '/privacy',
    '/account',
    '/audit',
    '/caseload',
    '/caseload/forecast',
    '/caseload/backlog',
    '/caseload/enforcement',
    '/caseload/campaigns',
    '/need',
    '/need/weights',
    '/need/lanes',
    '/need/settings',
  ]
  test('no screen keeps anybody out, in light and in dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const schemeButton = page.getByRole('button', { name: '深色模式' })
    for (const path of screens()) {
      await page.goto(path)
      await expect(page.locator('main h1')).toBeVisible()
      await page.waitForLoadState('networkidle')
      const light = await new AxeBuilder({ page }).analyze()
      // Nothing but colours differs in the dark.
      await schemeButton.click()
      await expect(page.locator('html.dark')).toBeAttached()
      const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
      await schemeButton.click()
      const grave = [...light.violations, ...dark.violations].filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      )
      expect(
        grave.map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`),
      ).toEqual([])
    }
  })

  test('nothing runs off a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of screens()) {
      await page.goto(path)
      await expect(page.locator('main h1')).toBeVisible()
      await page.waitForLoadState('networkidle')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, path).toBeLessThanOrEqual(0)
    }
  })
})
