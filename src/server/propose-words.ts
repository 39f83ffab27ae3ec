import type { Court, Need, ProblemData, UnitChoice } from '../domain'
import { goals, type Violation } from '../rules'
import en from '../locales/en.json'
import zh from '../locales/zh-CN.json'
import { wordsOf, type Names } from '../locales/words'
import type { WorkbookProblem } from '../workbook'
import { filled } from './console'

export type Language = 'zh-CN' | 'en'
type Facts = Readonly<Record<string, unknown>>

/** The language that the system asks for; English where it says nothing. */
export const systemLanguage = (): Language =>
  (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('zh') ? 'zh-CN' : 'en'

/** Sentences of the command line in one language, with the names of one court. */
export function wordsFor(language: Language) {
  const texts = language === 'en' ? en : zh
  const at = (key: string): string => {
    const found = key.split('.').reduce<unknown>((tree, step) => (tree as Record<string, unknown>)?.[step], texts)
    return typeof found === 'string' ? found : key
  }
  const say = (key: string, facts: Facts = {}): string => filled(at(`propose.${key}`), facts)
  const namesOf = (court: Pick<Court, 'people' | 'departments' | 'teams'> | ProblemData): Names => {
    const named = new Map(
      [...court.people, ...court.departments, ...('teams' in court ? court.teams : court.units)].map((row) => [
        row.id,
        row.name,
      ]),
    )
    const name = (id: string): string => named.get(id) ?? id
    const role = (id: string): string => at(`units.roles.${id}`)
    const post = (id: string): string => {
      const [unit = '', as = ''] = id.split('/')
      return filled(at('units.post'), { unit: name(unit), role: role(as) })
    }
    return { person: name, department: name, unit: name, post, role }
  }
  const ruleName = (id: string): string => at(`rules.${id}.name`)
  const unitOf = (goal: string) => goals.find(({ id }) => id === goal)?.unit ?? 'points'
  return {
    say,
    /** Any text, by its key. */
    text: (key: string, facts: Facts = {}): string => filled(at(key), facts),
    /** What an error says: what happened, why, and what to do. */
    refusal: (code: string, facts: Facts): string =>
      ['what', 'why', 'do'].map((part) => filled(at(`errors.${code}.${part}`), facts)).join(' '),
    ruleName,
    namesOf,
    goalName: (id: string): string => at(`goals.${id}.name`),
    /** A goal's value in its own unit: thousandths become FTE. */
    amount: (goal: string, value: number): string =>
      unitOf(goal) === 'thousandths' ? (value / 1000).toFixed(2) : String(Math.round(value * 100) / 100),
    unit: (goal: string): string => say(`units.${unitOf(goal)}`),
    /** What a rule says when it is broken. */
    sentence: (rule: string, facts: Violation['limit']['facts'], names: Names): string =>
      `${ruleName(rule)}: ${filled(at(`rules.${rule}.broken`), wordsOf(facts, names, at))}`,
    /** What a plan makes of a unit that is for it to set up or to close. */
    choice({ becomes, ...facts }: UnitChoice, names: Names): string {
      const words = wordsOf(facts, names, at)
      const text = filled(at(`units.choices.${becomes}`), words)
      return facts.need === 0 ? text : filled(at('units.choices.withNeed'), { ...words, text })
    },
    needUnknown: ({ post }: Need, names: Names): string => say('no-need', { post: names.post(post) }),
    /** One line on one thing in the file: where, what, what would be right. */
    problem(file: string, { code, sheet, row, column, value, right }: WorkbookProblem): string {
      const known = at(`workbook.problems.${code}.wrong`) !== `workbook.problems.${code}.wrong`
      const text = (part: string): string =>
        filled(at(`workbook.problems.${known ? code : 'value-refused'}.${part}`), {
          value: value ?? '',
          right: right ?? at('workbook.none'),
        })
      const where = { file, sheet, row: row ?? '–', column: column ?? '–', value: value ?? '' }
      if (sheet === '') return `${file}: ${text('wrong')} ${text('right')}`
      return row === null && column === null
        ? say('bad.field', { file, field: sheet, wrong: text('wrong'), right: text('right') })
        : say('bad.place', { ...where, wrong: text('wrong'), right: text('right') })
    },
  }
}
export type Sentences = ReturnType<typeof wordsFor>
