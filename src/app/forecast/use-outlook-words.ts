import type { Role, TeamProjection } from '../../domain'
import { useT } from '../i18n'
import { number } from '../ui/format'
import { useNames } from '../use-names'
import type { Basis, Course, Courses, Extra, TeamOutlookAnswer } from './questions'

const whole = (value: number): string => number(Math.round(value))

/** From this share on two ways of telling the closings differ by much. */
const notable = 0.2

/** Sentences about what becomes of a team's stock. */
export function useOutlookWords() {
  const { t } = useT()
  const names = useNames()

  const people = (extras: readonly Extra[]): string =>
    extras
      .map(({ role, fte: count }) => t('backlog.more', { fte: number(count), role: names.roleWord(role) }))
      .join(t('units.and'))

  /** What is pending now and at the end, in figures: `33 → 3`. */
  const fromTo = (stock: number, { months }: Course): string =>
    t('backlog.fromTo', { now: whole(stock), then: whole(months.at(-1)!.pending) })

  /** Where the stock goes, against what is pending now. */
  function ahead(stock: number, { months, fan }: Course): string {
    const last = months.at(-1)!
    const range = { low: whole(fan.at(-1)!.p10), high: whole(fan.at(-1)!.p90) }
    const [now, then] = [Math.round(stock), Math.round(last.pending)]
    const facts = {
      ...range,
      month: last.month,
      now: number(now),
      count: number(then),
      by: number(Math.abs(then - now)),
    }
    // A stock counted down to nothing: all that comes in can be closed, and only cases in work are left.
    if (now > 0 && then === 0) return t('backlog.clears', facts)
    return t(then > now ? 'backlog.grows' : then < now ? 'backlog.falls' : 'backlog.stays', facts)
  }

  /** Where four of five futures end, or nine of ten where the stock may be gone. */
  function fanSaid({ months, fan }: Course): string {
    const { p10, p90 } = fan.at(-1)!
    const key = Math.round(months.at(-1)!.pending) === 0 ? 'backlog.atMost' : 'backlog.between'
    return t(key, { low: whole(p10), high: whole(p90) })
  }

  /** What is pending at the end without and with who comes and goes, in figures: `288 → 282`, or that it stays. */
  function pendingChange({ before, after }: Courses): string {
    const [was, is] = [before, after ?? before].map(({ months }) => Math.round(months.at(-1)!.pending))
    const facts = { was: number(was!), is: number(is!), by: number(Math.abs(was! - is!)) }
    return t(is! < was! ? 'backlog.pendingFewer' : is! > was! ? 'backlog.pendingMore' : 'backlog.pendingSame', facts)
  }
  /** What can be closed a month without and with them, once they have worked in. */
  function capacityChange({ before, after }: Courses): string {
    const [was, is] = [before, after ?? before].map(({ months }) => Math.round(months.at(-1)!.capacity))
    return was === is
      ? t('backlog.capacitySame', { closings: number(is!) })
      : t('backlog.capacityChange', { was: number(was!), is: number(is!) })
  }

  /** How long until the target; `never` in words. */
  function until(toTarget: TeamProjection['toTarget']): string {
    if (toTarget === null) return ''
    if (toTarget === 'never') return t('backlog.never')
    return toTarget === 0
      ? t('backlog.already')
      : t('backlog.inMonths', { months: number(Math.max(1, Math.round(toTarget))) })
  }

  /** What comes of who comes and goes, by the last month told. */
  function difference({ before, after }: Courses): string[] {
    if (after === null) return []
    const [was, is] = [before.months.at(-1)!, after.months.at(-1)!]
    const [closes, closed] = [Math.round(is.capacity), Math.round(was.capacity)]
    const fewer = Math.round(was.pending) - Math.round(is.pending)
    const facts = { month: is.month, count: number(Math.abs(fewer)), was: whole(was.pending), is: whole(is.pending) }
    const said = [t(fewer > 0 ? 'backlog.fewer' : fewer < 0 ? 'backlog.moreCases' : 'backlog.same', facts)]
    const [high, higher] = [after.fan.at(-1)!.p90, before.fan.at(-1)!.p90]
    if (Math.round(high) !== Math.round(higher))
      said.push(t('backlog.badCase', { was: whole(higher), is: whole(high) }))
    said.push(
      closes === closed
        ? t('backlog.capacitySame', { closings: number(closes) })
        : t('backlog.capacity', { was: number(closed), is: number(closes) }),
    )
    if (before.toTarget !== null) {
      const [old, now] = [until(before.toTarget), until(after.toTarget)]
      said.push(old === now ? t('backlog.targetSame', { when: now }) : t('backlog.target', { is: now, was: old }))
    }
    return said
  }

  /** Why more people of one role may change nothing: another role holds the team up. Only where roles count apart. */
  function heldUp({ after, before }: Courses, basis: Basis): string {
    const last = (after ?? before).months.at(-1)!
    return basis === 'weights' && last.coverage < 1
      ? t(after === null ? 'backlog.scarcest' : 'backlog.scarcestThen', {
          role: names.roleWord(last.scarcest),
          percent: Math.round(last.coverage * 100),
        })
      : ''
  }

  /** That a role is missing altogether, so that by the weights nothing can be closed; empty where something can. */
  function nobodyFor({ before }: Courses, basis: Basis): string {
    const last = before.months.at(-1)!
    return basis === 'weights' && last.coverage === 0
      ? t('backlog.nobodyFor', { role: names.roleWord(last.scarcest) })
      : ''
  }

  /** How the closings are told. */
  const basisSaid = ({ basis, past, before }: TeamOutlookAnswer, wanted: string): string =>
    t(
      basis === 'measured' ? 'backlog.basisMeasured' : wanted === basis ? 'backlog.basisWeights' : 'backlog.unmeasured',
      {
        filed: whole(past.filed),
        closed: whole(past.closed),
        capacity: whole(before.months[0]!.capacity),
      },
    )

  /** That the two ways of telling the closings give different answers, with what changes, and why; empty where they agree. */
  function basesDiffer({ each }: Pick<TeamOutlookAnswer, 'each'>): string {
    if (each.measured === null || each.weights === null) return ''
    const last = ({ before, after }: Courses) => (after ?? before).months.at(-1)!
    const [measured, weights] = [last(each.measured), last(each.weights)]
    const apart = Math.abs(measured.capacity - weights.capacity)
    if (apart < notable * Math.max(measured.capacity, weights.capacity)) return ''
    return t(measured.capacity > weights.capacity ? 'backlog.basis.over' : 'backlog.basis.under', {
      both: t(each.measured.after === null ? 'backlog.basis.both' : 'backlog.basis.bothAfter'),
      month: measured.month,
      measured: whole(measured.capacity),
      weights: whole(weights.capacity),
      pendingMeasured: whole(measured.pending),
      pendingWeights: whole(weights.pending),
    })
  }

  /** What one way of telling the closings gives, with its name before it. */
  const by = (basis: Basis, said: string): string =>
    t('backlog.basis.line', { basis: t(`backlog.basis.${basis}`), said })

  /** What a way of telling the closings believes, and which question it answers. */
  const means = (basis: Basis): string => by(basis, t(`backlog.basis.means.${basis}`))

  const roleOrAll = (role: Role, basis: TeamOutlookAnswer['basis']): string =>
    basis === 'measured' ? t('backlog.inAll') : names.roleWord(role)

  return {
    people,
    fromTo,
    fanSaid,
    pendingChange,
    capacityChange,
    ahead,
    until,
    difference,
    heldUp,
    nobodyFor,
    basisSaid,
    basesDiffer,
    by,
    means,
    roleOrAll,
  }
}
