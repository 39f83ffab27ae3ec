/**
 * Runs everything that guards the project and closes with `N passed, N failed`.
 * `--full` takes the counts too long for every run (200 kills, 500 courts).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium'

const full = process.argv.includes('--full')
const scratch = mkdtempSync(join(tmpdir(), 'frontline-test-'))
let passed = 0
let failed = 0

async function run(title: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  console.log(`\n== ${title}`)
  const started = performance.now()
  const child = spawn('npx', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...(full ? { FULL: '1' } : {}), ...env },
  })
  const [status] = (await once(child, 'exit')) as [number | null]
  console.log(
    `== ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  return status === 0
}

/** A step that passes or fails as one. */
async function step(title: string, args: string[]): Promise<void> {
  if (await run(title, args)) passed += 1
  else failed += 1
}

/** A test runner: its report is counted test by test; a run that tells nothing is one failure. */
async function suite(
  title: string,
  args: string[],
  env: Record<string, string>,
  count: () => { passed: number; failed: number },
): Promise<void> {
  const ok = await run(title, args, env)
  let told = { passed: 0, failed: 1 }
  try {
    told = count()
  } catch (error) {
    console.error(`No report of ${title}:`, error)
  }
  passed += told.passed
  failed += told.failed + (!ok && told.failed === 0 ? 1 : 0)
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

// Side by side: each keeps one core busy.
await Promise.all([
  step('lint', ['eslint', '.', '--max-warnings', '0']),
  step('types', ['vue-tsc', '--noEmit', '-p', '.']).then(() =>
    step('format', ['prettier', '--check', '--log-level', 'warn', '.']),
  ),
])

const unitReport = join(scratch, 'vitest.json')
await suite(
  'unit and API',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  {},
  () => {
    const report = read(unitReport) as { numPassedTests: number; numFailedTests: number; numTotalTests: number }
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  },
)

try {
  const browser = ensureChromium()
  const pageReport = join(scratch, 'playwright.json')
  await step('build', ['tsx', 'src/server/build.ts'])
  await suite(
    'browser',
    ['playwright', 'test', '--reporter=list,json'],
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: pageReport },
    () => {
      const { stats } = read(pageReport) as { stats: { expected: number; flaky: number; unexpected: number } }
      if (stats.flaky > 0) console.warn(`== browser: ${stats.flaky} passed only when run again`)
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
    },
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  failed += 1
}

rmSync(scratch, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
