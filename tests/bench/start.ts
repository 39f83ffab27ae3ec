import { spawnSync } from 'node:child_process'
import { bundle } from '../../src/server/bundle'

// Measured is what runs: the code as it is built, not as a loader of TypeScript dresses it.
await bundle('dist/bench', { main: 'tests/bench/main.ts', run: 'tests/bench/run.ts', rival: 'tests/bench/rival.ts' })
const { status } = spawnSync(process.execPath, ['dist/bench/main.js', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
