import type { IndicatorDefinition, IndicatorUnit, Measured, Period, Place, Range, Scope, Term } from '../../domain'
import { measureOf, signOf } from '../../domain'
import { useT } from '../i18n'
import { exact, fte, number, percent } from '../ui/format'
import { useCourt } from '../use-court'
import { useNames } from '../use-names'

/** Figures, definitions, scopes and periods in words. */
export function useFigureWords() {
  const { t, has } = useT()
  const { court } = useCourt()
  const names = useNames()

  const text = (key: string, or: string): string => (has(key) ? t(key) : or)
  const nameOf = ({ id, name }: Pick<IndicatorDefinition, 'id' | 'name'>): string =>
    name ?? text(`indicators.names.${id}`, id)
  const meansOf = ({ id, note }: Pick<IndicatorDefinition, 'id' | 'note'>): string =>
    note !== '' ? note : text(`indicators.means.${id}`, '')
  const sourceOf = (source: string | null): string =>
    source === null ? t('indicators.noSource') : text(`indicators.sources.${source}`, source)
  const measureName = (term: Term): string => text(`indicators.measures.${measureOf(term)}`, measureOf(term))
  /** `closed − terminated for now` */
  const terms = (list: readonly Term[]): string =>
    list.map((term, at) => `${signOf(term) < 0 ? '− ' : at > 0 ? '+ ' : ''}${measureName(term)}`).join(' ')

  const amount = (value: number, unit: IndicatorUnit): string =>
    unit === 'percent'
      ? percent(value / 100)
      : unit === 'fte' || unit === 'days'
        ? fte(value)
        : unit === 'ratio' || !Number.isInteger(value)
          ? exact(value)
          : number(value)
  const unitName = (unit: IndicatorUnit): string =>
    unit === 'percent' || unit === 'ratio' ? '' : t(`indicators.units.${unit}`)
  const shown = (value: number, unit: IndicatorUnit): string =>
    [amount(value, unit), unitName(unit)].filter((part) => part !== '').join(' ')
  const why = ({ why: reason }: Pick<Measured, 'why'>): string => {
    if (reason === null) return ''
    const { measure, ...facts } = reason.facts
    const key = `indicators.why.${reason.code}`
    return has(key) ? t(key, { ...facts, measure: measureName(String(measure)) }) : t('ui.gap.unknown')
  }
  const valueOf = (measured: Measured, unit: IndicatorUnit): string =>
    measured.value === null ? why(measured) : shown(measured.value, unit)

  /** How far a figure lies from an earlier one; percentages differ by points. */
  function changeOf(now: Measured, before: Measured, unit: IndicatorUnit): string | null {
    if (now.value === null || before.value === null) return null
    const gap = now.value - before.value
    const size = unit === 'percent' ? percent(Math.abs(gap) / 100).replace(' %', '') : shown(Math.abs(gap), unit)
    if (Number(size.replace(/[^\d.]/g, '')) === 0) return t('caseload.change.none')
    return t(
      unit === 'percent'
        ? `caseload.change.points.${gap > 0 ? 'up' : 'down'}`
        : `caseload.change.${gap > 0 ? 'up' : 'down'}`,
      { size },
    )
  }

  const rangeOf = ({ low, high }: Range, unit: IndicatorUnit): string =>
    low === null
      ? t('caseload.range.most', { high: shown(high ?? 0, unit) })
      : high === null
        ? t('caseload.range.least', { low: shown(low, unit) })
        : t('caseload.range.both', { low: amount(low, unit), high: shown(high, unit) })
  const placeWords = (place: Place, range: Range, own: boolean, unit: IndicatorUnit): string =>
    t(`caseload.place.${own ? 'own' : 'interval'}.${place}`, { range: rangeOf(range, unit) })

  const periodName = ({ from, until }: Period): string =>
    from === until
      ? t('caseload.periods.month', { month: from })
      : from.slice(0, 4) === until.slice(0, 4) && from.endsWith('-01') && until.endsWith('-12')
        ? t('caseload.periods.year', { year: from.slice(0, 4) })
        : t('caseload.periods.range', { from, until })
  const caseTypeName = (id: string): string => court.value.caseTypes.find((row) => row.id === id)?.name ?? id
  const scopeName = ({ division, department, team, track, caseType }: Scope): string => {
    const unit = team ? names.place(team) : department ? names.department(department) : division
    const parts = [unit, track && t(`caseload.tracks.${track}`), caseType && caseTypeName(caseType)]
    const named = parts.filter((part) => part !== undefined && part !== '')
    return named.length === 0 ? t('caseload.wholeCourt') : named.join(' · ')
  }
  return {
    nameOf,
    meansOf,
    sourceOf,
    measureName,
    terms,
    amount,
    unitName,
    shown,
    why,
    valueOf,
    changeOf,
    rangeOf,
    placeWords,
    periodName,
    caseTypeName,
    scopeName,
  }
}
