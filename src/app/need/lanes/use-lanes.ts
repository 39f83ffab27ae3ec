import { computed } from 'vue'
import { allRouted, prepareLanes } from '../../../domain'
import { useT } from '../../i18n'
import { fte, number } from '../../ui/format'
import { useCourt } from '../../use-court'
import { useNames } from '../../use-names'
import { movedByType, needIn, shortIn, trackRows, unitRows } from './compare'
import { categoriesOf, rememberedScenario, sharesOf } from './scenario'

/**
 * The scenario of lanes as the page shows it. All that does not hang on the shares, names too, is worked out once when
 * the page opens, so that what is left follows the slider within one frame.
 */
export function useLanes() {
  const { t } = useT()
  const { court, date } = useCourt()
  const names = useNames()
  const shares = rememberedScenario(court.value.id)
  const lanes = computed(() => prepareLanes(court.value, date.value))
  const before = computed(() => lanes.value({}))
  const after = computed(() => lanes.value(sharesOf(court.value, shares.value)))
  const routed = computed(() => lanes.value(allRouted(court.value)))

  const categories = computed(() => categoriesOf(court.value))
  /** Categories whose cases no fast-track team could take: no share of them is offered. */
  const closed = computed(() => {
    const without = new Set(before.value.withoutTeam)
    return new Set(court.value.caseTypes.flatMap(({ id, category }) => (without.has(id) ? [category] : [])))
  })
  const open = computed(() => categories.value.filter((name) => !closed.value.has(name)))
  /** One share for all categories that can be routed: their mean, and what it is set to holds for each. */
  const all = computed({
    get: () => open.value.reduce((sum, name) => sum + (shares.value[name] ?? 0), 0) / Math.max(1, open.value.length),
    set: (share) => (shares.value = Object.fromEntries(open.value.map((name) => [name, share]))),
  })
  const untouched = computed(() => open.value.every((name) => (shares.value[name] ?? 0) === 0))
  const reset = (): void => {
    shares.value = {}
  }

  const places = computed(() => new Map(before.value.posts.map(({ unit }) => [unit, names.place(unit)])))
  const tracks = computed(() =>
    trackRows(before.value, after.value).map((row) => ({
      ...row,
      id: `${row.before.track} ${row.before.role}`,
      name: t('need.lanes.trackRole', {
        track: t(`units.tracks.${row.before.track}`),
        role: names.role(row.before.role),
      }),
    })),
  )
  const teams = computed(() =>
    unitRows(before.value, after.value).map((row) => ({
      ...row,
      id: row.before.unit,
      name: places.value.get(row.before.unit)!,
    })),
  )
  const moved = computed(() => movedByType(after.value))
  const shownNeed = (need: number | null): string => (need === null ? t('ui.gap.unknown') : fte(need))
  const sentence = computed(() =>
    untouched.value
      ? t('need.lanes.today', { fte: fte(shortIn(before.value)) })
      : t(
          fte(shortIn(before.value)) === fte(shortIn(after.value)) ? 'need.lanes.sentenceSame' : 'need.lanes.sentence',
          {
            cases: number(Math.round(moved.value.reduce((sum, { cases }) => sum + cases, 0))),
            need: shownNeed(needIn(before.value)),
            then: shownNeed(needIn(after.value)),
            before: fte(shortIn(before.value)),
            after: fte(shortIn(after.value)),
          },
        ),
  )
  return { shares, all, categories, open, untouched, reset, before, after, routed, tracks, teams, moved, sentence }
}
