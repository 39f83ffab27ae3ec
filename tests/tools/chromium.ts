import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** An installed Chromium or Chrome: the one CHROMIUM_PATH names, one on the PATH, or Playwright's own. */
export function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const own = chromium.executablePath()
  return [process.env.CHROMIUM_PATH ?? '', ...onPath, ...places, own].find((path) => path !== '' && existsSync(path))
}

const isRoot = (): boolean => process.getuid?.() === 0

/**
 * Finds a browser or gets one: Playwright's download, then Debian's package when root. Throws one line that says what
 * to do.
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found !== undefined) return found
  console.log('No Chromium or Chrome found; getting one.')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 })
  const downloaded = findChromium()
  if (downloaded !== undefined) return downloaded
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    try {
      execFileSync('apt-get', ['update', '-qq'], quiet)
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet)
    } catch {
      // Said below in one line.
    }
  }
  const installed = findChromium()
  if (installed !== undefined) return installed
  throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its program file.')
}

/**
 * Flags that keep the browser quiet on a closed network; the sandbox is left out only for root, where it cannot run.
 */
export const chromiumFlags = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
