import type { WriteSheet } from 'hucre/xlsx'
import type { Court } from '../domain'
import { keepText } from './cell'
import { labelOf } from './choices'
import { roleWords } from './choices-staff'
import { planTitle } from './sheets'
import { say, type Locale, type Words } from './words'

/**
 * One line of a plan: a person and where from and where to, as `unit/role`, as parts `unit/role:500+unit/role:500`,
 * or null for no post; reasons in words that the caller made.
 */
export interface PlanRow {
  readonly person: string
  readonly from: string | null
  readonly to: string | null
  /** Last day of a temporary posting, after which the person goes back; left out where the move is for good. */
  readonly until?: string
  readonly reasons?: string
}

/**
 * A plan for people to read: who goes where, and a sentence on each unit that it sets up, leaves out, keeps or closes.
 */
export interface WrittenPlan {
  readonly rows: readonly PlanRow[]
  readonly units: readonly string[]
}

const titles: Words[] = [
  { zh: '编号', en: 'Id' },
  { zh: '姓名', en: 'Name' },
  { zh: '原岗位', en: 'From' },
  { zh: '新岗位', en: 'To' },
  { zh: '变动', en: 'Moves' },
  { zh: '理由', en: 'Reasons' },
]
const posted = (until: string): Words => ({
  zh: `挂职至 ${until}，期满返回`,
  en: `temporary until ${until}, then back`,
})
const noPost: Words = { zh: '待定', en: 'No post' }
const comma: Words = { zh: '，', en: ', ' }
const moves: Words = { zh: '是', en: 'Yes' }
const unitsTitle: Words = { zh: '拟设与可撤并的单位', en: 'Units to set up or to close' }

/** A post in words: `civil-1/assistant:500` becomes `民一团队 法官助理 50%`. */
function inWords(post: string | null, unitName: ReadonlyMap<string, string>, locale: Locale): string {
  if (post === null) return say(noPost, locale)
  return post
    .split('+')
    .map((part) => {
      const [place = '', share] = part.split(':')
      const [unit = '', role = ''] = place.split('/')
      const words = `${unitName.get(unit) ?? unit} ${labelOf(roleWords, role, locale)}`
      return share === undefined ? words : `${words} ${Number(share) / 10}%`
    })
    .join(' + ')
}

const bold = { style: { font: { bold: true } } }

/** Who goes where, for people to read; a plan in a workbook is never read back. */
export function planSheet(court: Court, locale: Locale, { rows, units }: WrittenPlan): WriteSheet {
  const unitName = new Map([...court.departments, ...court.teams].map((unit) => [unit.id, unit.name]))
  const personName = new Map(court.people.map((person) => [person.id, person.name]))
  const text = (whole: string): string => keepText(whole.slice(0, 32_000))
  return {
    name: say(planTitle, locale),
    columns: [{ width: 14 }, { width: 14 }, { width: 30 }, { width: 30 }, { width: 8 }, { width: 80 }],
    rows: [
      titles.map((title) => say(title, locale)),
      ...rows.map(({ person, from, to, until, reasons = '' }) => [
        text(person),
        text(personName.get(person) ?? ''),
        text(inWords(from, unitName, locale)),
        text([inWords(to, unitName, locale), ...(until ? [say(posted(until), locale)] : [])].join(say(comma, locale))),
        from === to ? '' : say(moves, locale),
        text(reasons),
      ]),
      ...(units.length === 0 ? [] : [[], [say(unitsTitle, locale)], ...units.map((sentence) => [text(sentence)])]),
    ],
    cells: new Map(
      [...titles.map((_, at) => `0,${at}`), ...(units.length === 0 ? [] : [`${rows.length + 2},0`])].map((cell) => [
        cell,
        bold,
      ]),
    ),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:F${rows.length + 1}` },
  }
}
