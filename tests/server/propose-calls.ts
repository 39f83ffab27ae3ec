import { main } from '../../src/server/propose'

/**
 * Calls the command line once for each list of arguments, in one process, and prints code and stderr of each as JSON.
 */
const calls = JSON.parse(process.argv[2] ?? '[]') as string[][]
const results: { code: number; err: string }[] = []
const write = process.stderr.write.bind(process.stderr)
for (const given of calls) {
  let err = ''
  process.stderr.write = (chunk: string | Uint8Array) => {
    err += String(chunk)
    return true
  }
  results.push({ code: await main(['--language', 'en', ...given]), err })
  process.stderr.write = write
}
process.stdout.write(JSON.stringify(results))
