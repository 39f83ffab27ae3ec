import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './tests/tools/chromium'

/** The specs start the built server themselves (tests/e2e/server.ts): build first, as `npm test` does. */
export default defineConfig({
  testDir: 'tests/e2e',
  // Each worker has a server and a folder of its own.
  workers: 2,
  // Machines that build and test at once are slow: waits end when the page is ready, not when the clock says so.
  timeout: 900_000,
  expect: { timeout: 20_000 },
  // A spec that passes only when it is run again is told of by name (tests/tools/run.ts).
  retries: 1,
  forbidOnly: true,
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
    // What is waited for in vain is named long before the time of the spec is over.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    trace: 'retain-on-failure',
  },
})
