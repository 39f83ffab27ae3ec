import { differenceInMonths } from 'date-fns'
import { computed, ref, shallowRef, type Ref } from 'vue'
import { dayOf, postedUntil, presentPlan, unitChoices, type Plan, type UnitChoice } from '../../domain'
import { check, score, type Tally } from '../../rules'
import { useT } from '../i18n'
import { finds, loadSyllables, type Syllables } from '../people/search'
import type { OpenRound } from '../rounds/open-round'
import { useUnitWords } from '../rounds/use-unit-words'
import { useWords } from '../rounds/use-words'
import { collator } from '../ui/format'
import { cardsByUnit, columnsOf, marksOf, type Card } from './columns'
import { bench } from './lift'
import { strengthOf, unitStrength, type Strength } from './strength'
import { postsOf } from './verdicts'

/** What the plan makes of a unit that is for it to set up or to close; `half`: it is open in part only. */
export interface UnitNote {
  readonly becomes: UnitChoice['becomes']
  readonly text: string
  readonly half: boolean
}

/** Every department is shown. */
export const everywhere = 'all'

/** What the board shows of a plan: columns and cards under the filter, strengths, marks. */
export function useBoardView(open: () => OpenRound, state: Ref<{ readonly at: Plan; readonly now: Tally }>) {
  const { t } = useT()
  const words = useWords()
  const { note } = useUnitWords()
  const query = ref('')
  const department = ref(everywhere)
  const onlyMovers = ref(false)
  const syllables = shallowRef<Syllables>()
  /** Fetches the readings of names when somebody is about to search. */
  async function readNames(): Promise<void> {
    syllables.value ??= await loadSyllables()
  }

  const laid = computed(() => cardsByUnit(open().problem, state.value.at, collator.compare))
  const columns = computed(() => {
    const all = columnsOf(open().problem, laid.value.units)
    if (department.value === everywhere) return all
    return all
      .map((division) => ({
        ...division,
        departments: division.departments.filter((each) => each.department.id === department.value),
      }))
      .filter(({ departments }) => departments.length > 0)
  })
  const units = computed(() =>
    columns.value.flatMap(({ departments }) => departments.flatMap((each) => each.columns.map(({ unit }) => unit))),
  )
  const order = computed(() => [...units.value.map(({ id }) => id), bench])
  const seen = (cards: readonly Card[]): Card[] =>
    cards.filter((card) => (!onlyMovers.value || card.moved) && finds(query.value, card.person, syllables.value))
  const cardsIn = (place: string): Card[] =>
    seen(place === bench ? laid.value.bench : (laid.value.units.get(place) ?? []))
  const moves = computed(
    () =>
      new Set(
        [...laid.value.units.values(), laid.value.bench]
          .flat()
          .filter(({ moved }) => moved)
          .map(({ person }) => person.id),
      ).size,
  )

  const violations = computed(() => state.value.now.violations().filter(({ rule }) => typeof rule.weight === 'string'))
  const marks = computed(() => marksOf(open().problem, state.value.at, violations.value))
  /** What the plan makes of units that are for it to set up or to close. */
  const choices = computed(() => {
    const { problem } = open()
    const plan = state.value.at
    return new Map(
      unitChoices(problem, plan).map((choice): [string, UnitNote] => [
        choice.unit,
        { becomes: choice.becomes, ...note(problem, plan, choice) },
      ]),
    )
  })
  const before = computed(() => score(check(presentPlan(open().problem), open().inForce), open().goals.length))
  const pins = computed(
    () =>
      new Set(
        open()
          .problem.decisions.filter(({ kind }) => kind === 'pin')
          .map(({ person }) => person),
      ),
  )

  const yearsOf = ({ person, moved }: Card): number | null =>
    person.since === null || moved ? null : differenceInMonths(dayOf(open().problem.date), dayOf(person.since)) / 12
  /** Where a moved person comes from, by the names of units. */
  const fromOf = ({ person, moved }: Card): string | null => {
    if (!moved) return null
    const now = open().problem.presentSeat(person.id)
    if (now === undefined) return t('rounds.bench')
    return now.parts.map(({ post }) => words.unit(open().problem.post.get(post)!.unit)).join(' + ')
  }

  /** The last day of a temporary posting to where the card lies; null where the person is there for good. */
  const untilOf = ({ person, seat }: Card): string | null =>
    postedUntil(open().round.decisions, person.id, seat?.id ?? null)

  return {
    query,
    department,
    onlyMovers,
    readNames,
    laid,
    columns,
    units,
    order,
    seen,
    cardsIn,
    moves,
    violations,
    marks,
    choices,
    before,
    pins,
    yearsOf,
    fromOf,
    untilOf,
  }
}

/** Need and have under the plan that is shown: the plan itself, or what it would be with the card in the hand let go. */
export function useStrengths(
  open: () => OpenRound,
  plan: Ref<Plan>,
  units: Ref<readonly { id: string; name: string }[]>,
) {
  const words = useWords()
  const strengths = computed(() => strengthOf(open().problem, plan.value))
  const inUnit = (unit: string): Strength[] =>
    (postsOf(open().problem).get(unit) ?? []).map(({ id }) => strengths.value.get(id)!)
  /** FTE at the full width of a bar: the largest need at the front line. What is larger fills its bar. */
  const scale = computed(() =>
    Math.max(1, ...open().problem.posts.map(({ frontLine, need }) => (frontLine ? need / 1000 : 0))),
  )
  const rail = computed(() =>
    units.value.map(({ id, name }) => ({
      id,
      name,
      full: words.place(id),
      short: unitStrength(inUnit(id)).short / 1000,
    })),
  )
  return { inUnit, scale, rail }
}
