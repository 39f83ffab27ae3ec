import { ofTeams, teamsOf, yearTo, type Campaign, type Days } from '../../domain'
import { burnDown } from '../../domain/cases/burn-down'
import { useT } from '../i18n'
import { countOf, exact, number, percent } from '../ui/format'
import { useCaseDays } from '../use-case-days'
import { useCourt } from '../use-court'
import { useNames } from '../use-names'

/** From the first of January of the first campaign's year to the end of the last. */
const spanOf = (campaigns: readonly Campaign[], date: string): Days =>
  campaigns.reduce(
    (span, { from, until }) => ({
      from: yearTo(from).from < span.from ? yearTo(from).from : span.from,
      until: until > span.until ? until : span.until,
    }),
    yearTo(date),
  )

/** How far campaigns are on the court's date, and the words for it. */
export function useBurnDowns(campaigns: () => readonly Campaign[]) {
  const { t, has } = useT()
  const { court, date } = useCourt()
  const names = useNames()
  /** The teams of all of them; null where one concerns the whole court. */
  const concerned = (): ReadonlySet<string> | null =>
    campaigns().some(({ units }) => units.length === 0)
      ? null
      : new Set(campaigns().flatMap((each) => [...teamsOf(each, court.value)]))
  const { counted, error, retry } = useCaseDays(() => spanOf(campaigns(), date.value), concerned)

  const own = (campaign: Campaign) => counted.value && ofTeams(counted.value, teamsOf(campaign, court.value))
  /** Undefined while the cases are not there yet. */
  const of = (campaign: Campaign) => {
    const days = own(campaign)
    return days && burnDown(campaign, days, date.value)
  }
  /** Teams that have a caseload and no case in the list: what they close is not counted. */
  const missing = (campaign: Campaign): string[] => {
    const listed = new Set([...(own(campaign)?.stock ?? []), ...(own(campaign)?.days ?? [])].map(({ team }) => team))
    const loaded = new Set(court.value.caseload.map(({ team }) => team))
    return [...teamsOf(campaign, court.value)].filter((team) => loaded.has(team) && !listed.has(team))
  }

  const amount = ({ targetKind }: Campaign, value: number): string =>
    targetKind === 'closed' ? number(Math.round(value)) : percent(value / 100)
  const gap = ({ targetKind }: Campaign, value: number): string =>
    targetKind === 'closed'
      ? t('campaigns.cases', countOf(Math.abs(Math.round(value))))
      : t('campaigns.points', { points: exact(Math.abs(value)) })
  const target = (campaign: Campaign): string =>
    t(`campaigns.target.${campaign.targetKind}`, { target: amount(campaign, campaign.target) })
  const units = ({ units: named }: Campaign): string =>
    named.length === 0 ? t('campaigns.wholeCourt') : named.map((unit) => names.place(unit)).join(t('ui.comma'))
  /** Where it stands, in one sentence. */
  function standing(campaign: Campaign): string {
    const found = of(campaign)
    if (found === undefined) return t('ui.loading')
    if (typeof found === 'string') {
      const key = `errors.${found}.what`
      return has(key) ? t(key, { from: campaign.from }) : t('ui.gap.unknown')
    }
    const words = { date: found.date, value: amount(campaign, found.value), target: amount(campaign, campaign.target) }
    if (found.ended)
      return t(found.casesLeft === 0 ? 'campaigns.endedAbove' : 'campaigns.endedBelow', {
        ...words,
        missing: gap(campaign, found.remaining),
      })
    if (found.casesLeft === 0) return t('campaigns.reached', { ...words, reached: found.reached ?? found.date })
    const pace = found.ahead > 0 ? 'ahead' : found.ahead < 0 ? 'behind' : 'even'
    return t(`campaigns.${pace}`, { ...words, gap: gap(campaign, found.ahead) })
  }
  return { date, counted, error, retry, of, missing, amount, gap, target, units, standing, names }
}
