import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DecisionFile } from './decision-file'
import { systemLanguage, wordsFor } from './propose-words'
import { verifyDecision } from './verify-decision'

/** Exit codes: everything as the file says, something differs, no decision file. */
const exit = { same: 0, differs: 1, badInput: 2 } as const
const tell = (line: string): void => void process.stdout.write(`${line}\n`)

const shape = z.looseObject({
  format: z.literal('frontline-decision/1'),
  inputs: z.looseObject({ problem: z.looseObject({ people: z.array(z.unknown()) }), order: z.looseObject({}) }),
  sha256: z.string(),
  rules: z.array(z.looseObject({ id: z.string() })),
  plan: z.record(z.string(), z.string().nullable()),
})

function read(path: string): DecisionFile | null {
  try {
    const parsed = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? (parsed.data as unknown as DecisionFile) : null
  } catch {
    return null
  }
}

/** `npm run verify -- decision.json`: checks a decision file from what it holds alone, line by line. */
export async function main([path, ...more]: readonly string[]): Promise<number> {
  const { say } = wordsFor(systemLanguage())
  const file = path === undefined || more.length > 0 ? null : read(path)
  if (file === null) {
    tell(say('verify.bad', { file: path ?? '' }))
    return exit.badInput
  }
  try {
    const findings = Object.entries(await verifyDecision(file))
    for (const [what, found] of findings) tell(say(`verify.${what}.${String(found)}`))
    return findings.every(([, found]) => found !== false) ? exit.same : exit.differs
  } catch (error) {
    tell(say('verify.unreadable', { file: path ?? '', detail: error instanceof Error ? error.message : String(error) }))
    return exit.badInput
  }
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1])
  process.exitCode = await main(process.argv.slice(2))
