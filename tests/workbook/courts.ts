import fc from 'fast-check'
import {
  builtInIds,
  caseload,
  courtFile,
  duties,
  indicatorUnits,
  measures,
  misfits,
  outcomes,
  pendingOf,
  postId,
  roles,
  targetKinds,
  termMeasures,
  type Court,
  filingsWindows,
  needModes,
  roundings,
  tracks,
  unitStatuses,
  weightSources,
  weightUnits,
  yearValueSources,
  type CourtPost,
} from '../../src/domain'

const marks = [
  '=1+1',
  '+1',
  '-2',
  '@SUM(A1)',
  '_x0041_',
  '_x005F_x0041_',
  '#N/A',
  '"quoted"',
  'a;b',
  '、',
  'TRUE',
  '007',
  '2026-01-01',
  '１２',
  '<b>&',
  '__proto__',
  'a\nb',
  'a\r\nb',
  '\u0000',
  '\ud800',
  '\uffff',
  '😀',
  '# note',
  '1e5',
  'null',
]

const anyText = fc.oneof(
  fc.constantFrom(...marks),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  fc.tuple(fc.constantFrom(...marks), fc.constantFrom(...marks)).map((pair) => pair.join('')),
)
const name = anyText
  .map((text) => text.trim().slice(0, 80))
  .filter((text) => text.trim().length > 0)
  .map((text) => text.trim())
const id = anyText.map((text) => text.replace(/[\s@/+:]/g, '').slice(0, 64)).filter((text) => text.length > 0)
const day = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 9999 })),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(
    ([year, month, date]) =>
      `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  )
const period = fc
  .tuple(day, fc.option(day))
  .map(([from, until]) => (until !== null && until < from ? { from: until, until: from } : { from, until }))
const role = fc.constantFrom(...roles)
const share = fc.oneof(fc.constant(1), fc.double({ min: 0.001, max: 1, noNaN: true }))
const amount = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }))
const perRole = fc.dictionary(role, amount, { maxKeys: 6 })
const count = fc.nat({ max: 5000 })
const terms = fc
  .uniqueArray(fc.constantFrom(...termMeasures), { minLength: 1, maxLength: 3 })
  .chain((list) => fc.tuple(...list.map((measure, at) => fc.constantFrom(measure, at === 0 ? measure : `-${measure}`))))
/** Versions of one indicator, built-in or the court's own, each later than the one before. */
const indicators = fc
  .tuple(
    fc.oneof(fc.constantFrom(...builtInIds), id),
    fc.array(
      fc.record({
        since: day,
        name,
        numerator: terms,
        denominator: terms,
        of: fc.constantFrom('all', 'trial', 'enforcement'),
        excludedCategories: fc.array(name, { maxLength: 3 }),
        excludedCaseTypes: fc.array(id, { maxLength: 3 }),
        unit: fc.constantFrom(...indicatorUnits),
        low: fc.option(fc.double({ min: -1e6, max: 0, noNaN: true }).map((low) => low + 0)), // No file tells -0 from 0.
        high: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
        direction: fc.constantFrom('higher', 'lower', 'within', 'none'),
        source: fc.option(name),
        note: fc.oneof(fc.constant(''), name),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([own, rows]) =>
    rows.toSorted((a, b) => (a.since < b.since ? -1 : 1)).map((row, at) => ({ ...row, id: own, version: at + 2 })),
  )

const unique = <T>(rows: T[], key: (row: T) => string): T[] => [...new Map(rows.map((row) => [key(row), row])).values()]
const some = <T>(of: fc.Arbitrary<T>, max = 4): fc.Arbitrary<T[]> => fc.array(of, { maxLength: max })

const track = fc.constantFrom(...tracks)
const status = fc.constantFrom(...unitStatuses)
const part = fc.double({ min: 0, max: 1, noNaN: true })

const anySettings = fc.record({
  weightUnit: fc.constantFrom(...weightUnits),
  yearMinutes: fc.dictionary(role, fc.double({ min: 1, max: 1e9, noNaN: true }), { maxKeys: 6 }),
  yearValues: some(
    fc
      .record({
        role,
        source: fc.constantFrom(...yearValueSources),
        year: fc.option(fc.integer({ min: 1950, max: 2200 })),
        workingDays: fc.option(fc.nat({ max: 366 })),
        hoursPerDay: fc.double({ min: 0.5, max: 24, noNaN: true }),
        leaveDays: fc.option(fc.nat({ max: 366 })),
        date: fc.option(day),
        nonCaseShare: fc.double({ min: 0, max: 0.9, noNaN: true }),
      })
      .map((row) => ({ ...row, year: row.source === 'calendar' ? (row.year ?? 2026) : row.year })),
  ).map((rows) => unique(rows, (row) => row.role)),
  needMode: fc.constantFrom(...needModes),
  filingsWindow: fc.constantFrom(...filingsWindows),
  filingsMonths: fc.integer({ min: 1, max: 60 }),
  peerReference: fc.constantFrom('third-quartile', 'median'),
  peerLeast: fc.integer({ min: 2, max: 99 }),
  rounding: fc.constantFrom(...roundings),
  administrativeCap: part,
  longLeaveDays: fc.nat({ max: 400 }),
  burdenMonths: fc.integer({ min: 1, max: 240 }),
  burdenMove: fc.nat({ max: 99 }),
  burdenDistance: fc.nat({ max: 99 }),
  burdenRefusedWish: fc.nat({ max: 99 }),
  keepLeftMonths: fc.nat({ max: 1200 }),
  keepLeavesMonths: fc.nat({ max: 1200 }),
  keepWishesMonths: fc.nat({ max: 1200 }),
  keepObjectionsMonths: fc.nat({ max: 1200 }),
  deleteDaily: fc.boolean(),
  fills: some(
    fc
      .record({ role, post: role, requires: some(id) })
      .filter((fill) => fill.post !== 'judge' || fill.role === 'judge'),
  ),
  templates: some(
    fc.record({
      kind: fc.constantFrom('trial', 'enforcement'),
      track,
      heads: fc.dictionary(role, fc.nat({ max: 99 }), { maxKeys: 6 }),
    }),
  ).map((rows) => unique(rows, (row) => `${row.kind} ${row.track}`)),
})

/** Posts follow only posts that are there and follow cases themselves. */
const soundRatios = (posts: CourtPost[]): CourtPost[] => {
  const leads = new Set(posts.filter(({ ratioTo }) => ratioTo === null).map(postId))
  return posts.map((post) => ({
    ...post,
    ratioTo: post.ratioTo !== null && leads.has(postId({ ...post, role: post.ratioTo.role })) ? post.ratioTo : null,
  }))
}

/** Posts that take no more heads than they may hold. */
const withinCeiling = (post: CourtPost): CourtPost => ({
  ...post,
  least: post.least === null ? null : Math.min(post.least, post.ceiling ?? Infinity),
})

/** What a person said of a month of a unit's filings, or of the whole court's. */
const said = (units: readonly string[]) => ({
  unit: fc.option(fc.constantFrom(...units)),
  month: day.map((date) => date.slice(0, 7)),
  reason: name,
  by: fc.option(name),
  on: day,
})
const onePerMonth = <T extends { unit: string | null; month: string }>(rows: T[]): T[] =>
  unique(rows, ({ unit, month }) => `${unit ?? ''} ${month}`)

/** Any court that the schema allows: small, every list filled at times, texts of the nastiest kind. */
export const anyCourt: fc.Arbitrary<Court> = fc
  .record({
    id,
    name,
    units: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
    people: fc.uniqueArray(id, { maxLength: 6 }),
    types: fc.uniqueArray(id, { maxLength: 3 }),
  })
  .chain((base) => {
    const departments = base.units.slice(0, Math.ceil(base.units.length / 2))
    const teams = base.units.slice(departments.length)
    const from = <T>(
      list: readonly string[],
      rows: (pick: fc.Arbitrary<string>) => fc.Arbitrary<T>,
      max = 4,
    ): fc.Arbitrary<T[]> => (list.length === 0 ? fc.constant([]) : some(rows(fc.constantFrom(...list)), max))
    const each = <T extends object>(
      ids: readonly string[],
      rest: fc.Arbitrary<T>,
    ): fc.Arbitrary<(T & { id: string })[]> =>
      fc.tuple(...ids.map(() => rest)).map((rows) => rows.map((row, i) => ({ ...row, id: ids[i]! })))
    return fc
      .record({
        example: fc.boolean(),
        settings: anySettings,
        departments: each(
          departments,
          fc.record({
            name,
            kind: fc.constantFrom('administrative', 'trial', 'enforcement'),
            division: fc.option(name),
            site: fc.option(name),
            floor: count,
            status,
          }),
        ),
        teams: each(
          teams,
          fc.record({
            name,
            department: fc.constantFrom(...departments),
            track,
            categories: some(name),
            skills: some(id),
            site: fc.option(name),
            status,
          }),
        ),
        posts: from(
          base.units,
          (unit) =>
            fc.record({
              unit,
              role,
              fixed: amount,
              ceiling: fc.option(count),
              least: fc.option(fc.nat(99)),
              duty: fc.option(fc.constantFrom(...duties)),
              ratioTo: fc.option(fc.record({ role, per: fc.double({ min: 0.01, max: 99, noNaN: true }) })),
            }),
          8,
        ).map((rows) => soundRatios(unique(rows, postId)).map(withinCeiling)),
        people: each(
          base.people,
          fc
            .tuple(
              period,
              fc.record({
                name,
                role,
                share,
                employment: fc.constantFrom('civil-servant', 'contract'),
                leader: fc.boolean(),
                courtLeader: fc.boolean(),
                underReview: fc.boolean(),
                lawyerRelative: fc.boolean(),
                mentor: fc.constantFrom(null, ...base.people),
                worksWith: fc.constantFrom(null, ...base.people),
                conflictUnits: fc.uniqueArray(fc.constantFrom(...base.units)),
              }),
            )
            .map(([{ from: joined, until: left }, row]) => ({ ...row, joined, left })),
        ).map((rows) =>
          rows.map((row) => ({
            ...row,
            mentor: row.mentor === row.id ? null : row.mentor,
            worksWith: row.worksWith === row.id ? null : row.worksWith,
          })),
        ),
        qualifications: from(base.people, (person) =>
          fc.record({
            person,
            kind: fc.constantFrom('qualification', 'skill'),
            code: id,
            level: fc.option(fc.integer({ min: 1, max: 5 })),
            since: fc.option(day),
            until: fc.option(day),
          }),
        ),
        kinships: from(base.people, (person) =>
          fc
            .record({
              first: person,
              second: person,
              kind: fc.constantFrom('spouse', 'lineal', 'collateral', 'affinity'),
            })
            .filter(({ first, second }) => first !== second || base.people.length < 2),
        ).map((rows) => rows.filter(({ first, second }) => first !== second)),
        leaves: from(base.people, (person) =>
          fc
            .tuple(
              period,
              fc.record({
                person,
                kind: fc.constantFrom(
                  'annual',
                  'sick',
                  'maternity',
                  'study',
                  'secondment',
                  'other',
                  'pregnancy',
                  'nursing',
                  'medical',
                ),
                consents: fc.boolean(),
              }),
            )
            .map(([when, rest]) => ({ ...when, ...rest })),
        ),
        preferences: from(base.people, (person) =>
          fc.record({
            person,
            rank: fc.integer({ min: 1, max: 9 }),
            unit: fc.constantFrom(...base.units),
            role: fc.option(role),
          }),
        ).map((rows) => unique(rows, (row) => `${row.person} ${row.rank}`)),
        wishAnswers: from(base.people, (person) =>
          fc.record({
            round: id,
            person,
            date: day,
            unit: fc.constantFrom(...base.units),
            rank: fc.integer({ min: 1, max: 9 }),
            met: fc.boolean(),
          }),
        ).map((rows) => unique(rows, (row) => `${row.round} ${row.person}`)),
        caseTypes: each(
          base.types,
          fc
            .tuple(
              fc.option(period, { nil: { from: null, until: null } }),
              fc.record({
                name,
                category: name,
                weights: perRole,
                weightSource: fc.constantFrom(...weightSources),
                simpleShare: part,
                fastWeights: perRole,
                limitMonths: fc.option(fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 24, noNaN: true }))),
              }),
            )
            .map(([{ from, until }, row]) => ({ ...row, weightReviewed: from, weightReviewDue: until })),
        ),
        weightEvents: from(base.types, (caseType) =>
          fc.record({ caseType, role, event: name, minutes: amount, frequency: amount }),
        ).map((rows) => unique(rows, (row) => `${row.caseType} ${row.role} ${row.event}`)),
        panelAnswers: from(base.types, (caseType) =>
          fc.record({ caseType, role, expert: id, round: fc.integer({ min: 1, max: 99 }), minutes: amount }),
        ).map((rows) => unique(rows, (row) => `${row.caseType} ${row.role} ${row.expert} ${row.round}`)),
        cases:
          teams.length === 0
            ? fc.constant([])
            : from(base.types, (caseType) =>
                fc.record({
                  id,
                  team: fc.constantFrom(...teams),
                  caseType,
                  filed: day,
                  closed: fc.option(day),
                  outcome: fc.option(fc.constantFrom(...outcomes)),
                  due: fc.option(day),
                  dispute: fc.option(id),
                  claimed: fc.option(amount),
                  recovered: fc.option(amount),
                }),
              ).map((rows) => unique(rows, (row) => row.id)),
        indicators,
        payments: some(fc.record({ id, date: day, amount })).map((rows) => unique(rows, (row) => row.id)),
        heldFunds: some(
          fc.record({
            date: day,
            overdueCount: count,
            overdueAmount: amount,
            unidentifiedCount: count,
            unidentifiedAmount: amount,
          }),
        ).map((rows) => unique(rows, (row) => row.date)),
        surveys: some(
          fc.record({
            id,
            date: day,
            phase: fc.constantFrom('before', 'after'),
            satisfied: fc.boolean(),
            subject: fc.option(name),
          }),
        ).map((rows) => unique(rows, (row) => row.id)),
        campaigns: some(
          fc.tuple(
            day,
            day,
            fc.record({
              id,
              name,
              units: fc.uniqueArray(fc.constantFrom(...base.units)),
              targetKind: fc.constantFrom(...targetKinds),
              target: fc.double({ min: 0.01, max: 100, noNaN: true }),
              note: fc.option(name),
            }),
          ),
        ).map((rows) =>
          unique(
            rows.map(([a, b, row]) => ({ ...row, from: a < b ? a : b, until: a < b ? b : a })),
            (row) => row.id,
          ),
        ),
        forecastMarks: some(
          fc.record({ ...said(base.units), mark: fc.constantFrom('outlier' as const, 'level-shift' as const) }),
        ).map(onePerMonth),
        forecastOverrides: some(fc.record({ ...said(base.units), value: amount })).map(onePerMonth),
      })
      .chain((rest) =>
        fc
          .record({
            assignments:
              rest.posts.length === 0
                ? fc.constant([])
                : from(base.people, (person) =>
                    fc
                      .tuple(
                        period,
                        fc.constantFrom(...rest.posts),
                        fc.record({ person, kind: fc.constantFrom('permanent', 'temporary'), share }),
                      )
                      .map(([when, { unit, role }, row]) => ({ ...when, unit, role, ...row })),
                  ),
            caseload:
              teams.length === 0
                ? fc.constant([])
                : from(base.types, (caseType) =>
                    fc
                      .record({
                        team: fc.constantFrom(...teams),
                        caseType,
                        month: day.map((date) => date.slice(0, 7)),
                        carried: count,
                        filed: count,
                        closed: count,
                        reopened: count,
                        moved: fc.integer({ min: -500, max: 500 }),
                        measures: fc.dictionary(fc.constantFrom(...measures), count, { maxKeys: 4 }),
                        reportedClosingRate: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
                      })
                      .map((row) => ({
                        ...row,
                        closed: Math.min(row.closed, Math.max(0, pendingOf({ ...row, closed: 0 }))),
                      }))
                      .filter((row) => pendingOf(row) >= 0)
                      .map((row) => fitting(caseload.parse({ ...row, pending: pendingOf(row) }))),
                  ).map((rows) => unique(rows, (row) => `${row.team} ${row.caseType} ${row.month}`)),
          })
          .map((last) => ({
            format: 'frontline-court/1',
            id: base.id,
            name: base.name,
            ...rest,
            caseTypes: withSources(rest),
            ...last,
          })),
      )
      .map((court) => courtFile.parse(withoutClashes(court)))
  })

/** Without the measures that are larger than their whole. */
function fitting(row: Court['caseload'][number]): Court['caseload'][number] {
  const [wrong] = misfits(row)
  if (wrong === undefined) return row
  return fitting({ ...row, measures: { ...row.measures, [wrong.measure]: wrong.most } })
}

/** Case types take their weights from events or a panel only where there are any. */
const withSources = <T extends { id: string; weightSource: string }>(court: {
  caseTypes: T[]
  weightEvents: { caseType: string }[]
  panelAnswers: { caseType: string }[]
}): T[] =>
  court.caseTypes.map((row) => {
    const told = { events: court.weightEvents, panel: court.panelAnswers, table: [{ caseType: row.id }] }
    const rows = told[row.weightSource as keyof typeof told]
    return rows.some(({ caseType }) => caseType === row.id) ? row : { ...row, weightSource: 'table' }
  })

/** Leaves out the rows that the court as a whole refuses, such as assignments of more time than a person has. */
function withoutClashes<T extends object>(court: T): T {
  const wrong = new Set(courtFile.safeParse(court).error?.issues.map(({ path }) => path.slice(0, 2).join('/')))
  return Object.fromEntries(
    Object.entries(court).map(([list, rows]: [string, unknown]) => [
      list,
      Array.isArray(rows) ? rows.filter((_, index) => !wrong.has(`${list}/${index}`)) : rows,
    ]),
  ) as T
}
