import { wordsOf, type Names } from '@/locales/words'
import type { Facts, Role, Seat } from '../../domain'
import type { Goal, Reason, Rule } from '../../rules'
import { useT } from '../i18n'
import { fte, number } from '../ui/format'
import { useNames } from '../use-names'

/** Names and sentences as the screens of a round say them: people, posts, seats, rules, goals, reasons, amounts. */
export function useWords() {
  const { t, has } = useT()
  const { person, department, unit, place, role, post } = useNames()
  /** The text of a key that is put together at run time; null where there is none. */
  const said = (key: string, words: Record<string, unknown> = {}): string | null => (has(key) ? t(key, words) : null)

  const seatName = (seat: Pick<Seat, 'parts'> | null): string =>
    seat === null
      ? t('rounds.bench')
      : seat.parts
          .map((part) =>
            part.share === 1000
              ? post(part.post)
              : t('rounds.part', { post: post(part.post), percent: Math.round(part.share / 10) }),
          )
          .join(' + ')

  const names: Names = { person, department, unit: place, post, role: (id) => role(id as Role) }
  const sentence = (key: string, facts: Facts): string =>
    said(
      key,
      wordsOf(facts, names, (text) => said(text) ?? text),
    ) ?? key

  const ruleName = (id: string): string => said(`rules.${id}.name`) ?? id
  const ruleWhy = (id: string): string => said(`rules.${id}.why`) ?? ''
  /** Where a rule is written: by its Chinese name, beside that of the language where it has one. */
  const ruleSource = ({ id, source }: Pick<Rule, 'id' | 'source'>): string => {
    const name = said(`sources.${id}`)
    return name === null ? source : t('rounds.rules.sourceBeside', { name, source })
  }
  const broken = (id: string, facts: Facts): string => sentence(`rules.${id}.broken`, facts)
  /**
   * What a rule or a goal says to the person it is about, naming nobody else: why a move, or (`staffNot`) why not a seat.
   * Null where it says nothing.
   */
  const staffSaid = (id: string, facts: Facts, form: 'staff' | 'staffNot'): string | null => {
    const key = [`rules.${id}.${form}`, `rules.${id}.staff`, `goals.${id}.staff`].find((each) => said(each) !== null)
    return key === undefined ? null : sentence(key, facts)
  }
  const goalName = (id: string): string => said(`goals.${id}.name`) ?? id
  const goalWhy = (id: string): string => said(`goals.${id}.why`) ?? ''
  /** A goal's amount, given in its own whole numbers. The published price breaks ties; its size says nothing. */
  const goalAmount = (measure: Goal['unit'], value: number): string =>
    measure === 'price' ? '' : measure === 'thousandths' ? fte(value / 1000) : number(Math.round(value))
  /** What a goal is counted in, as a word. */
  const goalUnit = (id: string): string => said(`goals.${id}.unit`) ?? ''
  /** What a move gives up is told as such in words: on grey paper and in a sheet no colour tells it apart. */
  const reasonSaid = ({ of, kind, facts }: Reason): string => {
    const book = said(`rules.${of}.${kind}`) === null ? 'goals' : 'rules'
    const reason = sentence(`${book}.${of}.${kind}`, facts)
    return kind === 'despite' ? t('me.next.despite', { reason }) : reason
  }

  /** A span of seconds: `12 s`, `3 min 05 s`. */
  const clock = (seconds: number): string => {
    const [whole, rest] = [Math.floor(seconds / 60), seconds % 60]
    if (whole === 0) return t('rounds.seconds', { seconds })
    if (rest === 0) return t('rounds.minutes', { minutes: whole })
    return t('rounds.minutesSeconds', { minutes: whole, seconds: String(rest).padStart(2, '0') })
  }

  return {
    said,
    person,
    department,
    unit,
    place,
    role,
    post,
    seatName,
    ruleName,
    ruleWhy,
    ruleSource,
    broken,
    staffSaid,
    goalName,
    goalWhy,
    goalAmount,
    goalUnit,
    reasonSaid,
    clock,
  }
}
