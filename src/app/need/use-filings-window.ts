import { computed } from 'vue'
import { needWindow, type Court, type NeedWindow, type Settings } from '../../domain'
import { useT } from '../i18n'
import { useCourt } from '../use-court'

/** Windows found already: a page shows the same one beside many figures, and finding it reads the whole caseload. */
const known = new WeakMap<Court, Map<string, NeedWindow>>()
function windowOn(court: Court, date: string, kind: NeedWindow['kind']): NeedWindow {
  const ofCourt = known.get(court) ?? new Map<string, NeedWindow>()
  known.set(court, ofCourt)
  const key = `${kind} ${date}`
  const window = ofCourt.get(key) ?? needWindow(court, date, kind)
  ofCourt.set(key, window)
  return window
}

/**
 * The months whose filings stand behind the need on a date, and the words for them. Without a date it is that of the
 * court's figures; without a mode the one of its settings: the need by peers always takes the mean of three years.
 */
export function useFilingsWindow(of: () => { date?: string; mode?: Settings['needMode'] }) {
  const { t } = useT()
  const { court, date } = useCourt()
  const mode = computed(() => of().mode ?? court.value.settings.needMode)
  const window = computed(() =>
    windowOn(
      court.value,
      of().date ?? date.value,
      mode.value === 'peers' ? 'three-year-mean' : court.value.settings.filingsWindow,
    ),
  )
  /** In a full sentence, with the months that have no figures. */
  const sentence = ({ kind, from, until, months, reported }: NeedWindow): string =>
    [
      t(`need.window.${kind}`, { from, until, months }),
      reported < months ? t('need.window.partly', { reported }) : '',
    ].join(' ')
  /** The same as short as a unit. */
  const brief = ({ kind, from, until, months, reported }: NeedWindow): string =>
    t(`need.window.brief.${kind}`, { from, until }) +
    (reported < months ? t('need.window.brief.partly', { reported, months }) : '')
  return { mode, window, sentence, brief }
}
