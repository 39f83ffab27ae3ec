import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import {
  calendarDate,
  CourtTooLarge,
  dateOf,
  defineProblem,
  isIdle,
  movesBetween,
  needOf,
  needWindow,
  presentPlan,
  problemOf,
  readPlan,
  round,
  suggestedRoundDate,
  type Court,
  type GoalResult,
  type Outcome,
  type Problem,
  type ProblemData,
  type Round,
} from '../domain'
import { propose } from '../planner/propose'
import { goals, orderOf, rules } from '../rules'
import { readCourt } from '../workbook'
import { decisionFile } from './decision-file'
import { systemLanguage, wordsFor, type Sentences } from './propose-words'

/** What was given is wrong: one line for each thing. */
class BadInput extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'))
  }
}

const exit = { plan: 0, badInput: 2, clash: 3, nothingYet: 4 } as const

const options = {
  out: { type: 'string' },
  'time-limit': { type: 'string' },
  date: { type: 'string' },
  round: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** From the arguments to an exit code; what goes on is told on stderr, the proposal is written to the file. */
export async function main(given: readonly string[]): Promise<number> {
  let words = wordsFor(systemLanguage())
  try {
    const { values, positionals } = read(given, words)
    if (values.language !== undefined && values.language !== 'zh-CN' && values.language !== 'en')
      throw new BadInput([words.say('bad.language')])
    words = wordsFor(values.language ?? systemLanguage())
    if (values.help) {
      process.stdout.write(`${words.say('usage')}\n`)
      return exit.plan
    }
    const { out, 'time-limit': seconds, date } = values
    const [file, ...more] = positionals
    if (file === undefined) throw new BadInput([words.say('bad.no-court')])
    if (more.length > 0) throw new BadInput([words.say('bad.one-court')])
    if (out === undefined) throw new BadInput([words.say('bad.no-out')])
    if (date !== undefined && !calendarDate.safeParse(date).success) throw new BadInput([words.say('bad.date')])
    const timeLimit = seconds === undefined ? undefined : Number(seconds)
    if (timeLimit !== undefined && !(timeLimit > 0)) throw new BadInput([words.say('bad.time-limit')])

    attempt('bad.unwritable', out, words, () => seeWhetherWritable(out))
    const court = await courtIn(file, words)
    const order = roundIn(values.round, date, court, words)
    const data = problemOf(court, order)
    const problem = problemIn(data, words)
    introduce(court, problem, words)
    if (isIdle(problem)) tell(words.say('no-need-anywhere'))
    const outcome = await propose(problem, order, {
      onProgress: goalByGoal(words),
      ...(timeLimit === undefined ? {} : { timeLimit }),
    })
    return conclude(data, problem, order, outcome, out, words)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    for (const line of error.lines) tell(line)
    return exit.badInput
  }
}

function read(given: readonly string[], words: Sentences) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true })
  } catch (error) {
    throw new BadInput([words.say('bad.option', { detail: reason(error) })])
  }
}

/** Does something with a file; what the system has against it is bad input. */
function attempt<T>(failure: string, file: string, words: Sentences, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw new BadInput([words.say(failure, { file, detail: reason(error) })])
  }
}

/** Throws before anything is computed for a file that could not be written afterwards. */
function seeWhetherWritable(file: string): void {
  const there = statSync(file, { throwIfNoEntry: false })
  if (there?.isDirectory()) throw new Error('EISDIR')
  accessSync(there === undefined ? dirname(file) : file, constants.W_OK)
}

const bytesOf = (file: string, words: Sentences): Uint8Array =>
  attempt('bad.unreadable', file, words, () => readFileSync(file))

async function courtIn(file: string, words: Sentences): Promise<Court> {
  const { court, problems, total } = await readCourt(bytesOf(file, words))
  if (court !== null) return court
  const more = total - problems.length
  throw new BadInput([
    ...problems.map((problem) => words.problem(file, problem)),
    ...(more > 0 ? [words.say('bad.more', { count: more })] : []),
  ])
}

function problemIn(data: ProblemData, words: Sentences): Problem {
  try {
    return defineProblem(data)
  } catch (error) {
    if (error instanceof CourtTooLarge) throw new BadInput([words.refusal(error.code, error.facts)])
    throw error
  }
}

/** The round in the file, or a plain one; the date given goes before that of the file. */
function roundIn(file: string | undefined, date: string | undefined, court: Court, words: Sentences): Round {
  const plain = { id: 'round', name: court.name, date: suggestedRoundDate(court, dateOf(new Date())) }
  if (file === undefined) return round.parse({ ...plain, ...(date === undefined ? {} : { date }) })
  const text = new TextDecoder().decode(bytesOf(file, words))
  const data = attempt<unknown>('bad.not-json', file, words, () => JSON.parse(text))
  const parsed = round.safeParse(
    data !== null && typeof data === 'object' && !Array.isArray(data)
      ? { ...plain, ...data, ...(date === undefined ? {} : { date }) }
      : data,
  )
  if (!parsed.success)
    throw new BadInput(
      parsed.error.issues.map(({ path, message }) =>
        words.say('bad.round', { file, where: path.join('.'), detail: message }),
      ),
    )
  const unknown = (what: 'rule' | 'goal', asked: readonly string[], there: readonly string[]): string[] =>
    asked
      .filter((id) => !there.includes(id))
      .map((id) => words.say(`bad.${what}`, { file, id, right: there.join(', ') }))
  const wrong = [
    ...unknown(
      'rule',
      parsed.data.rules.map(({ id }) => id),
      rules.map(({ id }) => id),
    ),
    ...unknown(
      'goal',
      parsed.data.goals,
      goals.map(({ id }) => id),
    ),
  ]
  if (wrong.length > 0) throw new BadInput(wrong)
  return parsed.data
}

/** What is computed, from what, and what is missing for it. */
function introduce(court: Court, problem: Problem, words: Sentences): void {
  const { from, until, months, reported } = needWindow(court, problem.date)
  const counts = { people: problem.people.length, teams: court.teams.length, posts: problem.posts.length }
  tell(words.say('start', { court: court.name, date: problem.date, from, until, ...counts }))
  if (court.example) tell(words.say('example'))
  if (reported < months) tell(words.say('months-missing', { from, until, months, reported }))
  for (const need of needOf(court, problem.date))
    if (need.why !== null) tell(words.needUnknown(need, words.namesOf(court)))
}

/** Tells each goal once it is proven. */
function goalByGoal(words: Sentences): (progress: { goals: readonly GoalResult[]; seconds: number }) => void {
  let told = 0
  return ({ goals: results, seconds }) => {
    for (const [i, result] of results.entries())
      if (i === told && result.proven) tell(goalLine(result, ++told, seconds, words))
  }
}

const goalLine = (
  { goal, value, bound, proven }: GoalResult,
  place: number,
  seconds: number,
  words: Sentences,
): string =>
  words.say('goal', {
    place,
    goal: words.goalName(goal),
    value: words.amount(goal, value),
    unit: words.unit(goal),
    state: proven ? words.say('proven') : words.say('bound', { bound: words.amount(goal, bound) }),
    seconds: seconds.toFixed(1),
  })

/** Writes the proposal, or tells what stands in its way. */
function conclude(
  data: ProblemData,
  problem: Problem,
  order: Round,
  outcome: Outcome,
  out: string,
  words: Sentences,
): number {
  const names = words.namesOf(problem)
  if (outcome.kind === 'nothing-yet') {
    tell(words.say('nothing'))
    return exit.nothingYet
  }
  if (outcome.kind === 'clash') {
    tell(words.say('clash', { rules: outcome.rules.map(words.ruleName).join(', ') }))
    for (const { rule, facts } of outcome.limits) tell(`- ${words.sentence(rule, facts, names)}`)
    if (!outcome.narrowed) tell(words.say('limits-cut'))
    if (!outcome.smallest) tell(words.say(outcome.reduced ? 'clash-cut' : 'rules-cut'))
    if (outcome.repairs.length > 0) tell(words.say('repairs'))
    for (const [i, { rules, limits, people }] of outcome.repairs.entries()) {
      const relaxed = rules.map(words.ruleName).join(', ')
      tell(words.say('repair', { place: i + 1, rules: relaxed, limits: limits.length, people }))
      for (const { rule, facts, excess } of limits)
        tell(`   - ${words.say('exception', { text: words.sentence(rule, facts, names), excess })}`)
    }
    if (!outcome.complete) tell(words.say('repairs-cut'))
    return exit.clash
  }
  const moves = movesBetween(problem, presentPlan(problem), readPlan(problem, outcome.plan))
  const written = decisionFile(data, orderOf(order), outcome.plan, outcome)
  attempt('bad.unwritable', out, words, () => writeFileSync(out, `${JSON.stringify(written, null, 2)}\n`))
  for (const [i, result] of outcome.goals.entries())
    if (!result.proven) tell(goalLine(result, i + 1, outcome.seconds, words))
  for (const choice of written.certificate.choices) tell(words.choice(choice, names))
  if (outcome.status === 'stopped') tell(words.say('stopped'))
  tell(words.say('done', { moves: moves.length, seconds: outcome.seconds.toFixed(1), file: out }))
  return exit.plan
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1])
  process.exitCode = await main(process.argv.slice(2))
