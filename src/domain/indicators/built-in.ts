import { indicator, type IndicatorDefinition } from './definition'

type Given = Partial<IndicatorDefinition> & Pick<IndicatorDefinition, 'numerator' | 'unit'>

// Codes of texts: a court's own copy names its source in words. No interval is set here: the published ones differ by
// province and year, so each court enters those that bind it.
const cepej = 'cepej'
const spc = 'spc'
const court = 'practice'

const given = {
  filed: { unit: 'cases', numerator: ['filed'], source: court },
  closed: { unit: 'cases', numerator: ['closed'], source: court },
  pending: { unit: 'cases', numerator: ['pending'], direction: 'lower', source: court },
  'weighted-filed': { unit: 'cases', numerator: ['weightedFiled'], source: court },
  'weighted-closed': { unit: 'cases', numerator: ['weightedClosed'], source: court },
  'closing-rate': {
    unit: 'percent',
    numerator: ['closed'],
    denominator: ['accepted'],
    direction: 'higher',
    source: court,
  },
  'clearance-rate': {
    unit: 'percent',
    numerator: ['closed'],
    denominator: ['filed'],
    direction: 'within',
    source: cepej,
  },
  turnover: { unit: 'ratio', numerator: ['closed'], denominator: ['pending'], direction: 'higher', source: cepej },
  'disposition-time': {
    unit: 'days',
    numerator: ['pendingDays'],
    denominator: ['closed'],
    direction: 'lower',
    source: cepej,
  },
  congestion: {
    unit: 'percent',
    numerator: ['pending'],
    denominator: ['pending', 'closed'],
    direction: 'lower',
    source: 'cnj',
  },
  'on-time-rate': {
    unit: 'percent',
    numerator: ['onTime'],
    denominator: ['limited'],
    direction: 'higher',
    source: spc,
  },
  'time-to-disposition': {
    unit: 'days',
    numerator: ['days'],
    denominator: ['closed'],
    direction: 'lower',
    source: spc,
  },
  'long-pending': { unit: 'cases', numerator: ['pendingOver12'], direction: 'lower', source: spc },
  'long-pending-share': {
    unit: 'percent',
    numerator: ['pendingOver12'],
    denominator: ['pending'],
    direction: 'lower',
    source: spc,
  },
  'proceedings-per-dispute': {
    unit: 'ratio',
    numerator: ['filed'],
    denominator: ['disputes'],
    direction: 'lower',
    source: spc,
  },
  'settlement-rate': {
    unit: 'percent',
    numerator: ['settled', 'withdrawn'],
    denominator: ['mediable'],
    of: 'trial',
    direction: 'within',
    source: court,
  },
  'enforcement-closing-rate': {
    unit: 'percent',
    numerator: ['closed'],
    denominator: ['accepted'],
    of: 'enforcement',
    direction: 'higher',
    source: court,
  },
  'full-enforcement-rate': {
    unit: 'percent',
    numerator: ['full'],
    denominator: ['closed'],
    of: 'enforcement',
    direction: 'higher',
    source: spc,
  },
  'recovery-rate': {
    unit: 'percent',
    numerator: ['recovered'],
    denominator: ['claimed'],
    of: 'enforcement',
    direction: 'higher',
    source: spc,
  },
  'terminated-rate': {
    unit: 'percent',
    numerator: ['terminated'],
    denominator: ['closed'],
    of: 'enforcement',
    direction: 'within',
    source: court,
  },
  'days-to-full-enforcement': {
    unit: 'days',
    numerator: ['fullDays'],
    denominator: ['full'],
    of: 'enforcement',
    direction: 'lower',
    source: court,
  },
  'load-per-person': { unit: 'cases', numerator: ['weightedFiled'], denominator: ['haveFte'], source: court },
  'closed-per-judge': { unit: 'cases', numerator: ['closed'], denominator: ['judges'], source: court },
} satisfies Record<string, Given>

export type BuiltInId = keyof typeof given

/** In force before any day that a report can have. */
const always = '1900-01-01'

/** The indicators that every court has, in the order they are shown; a court's own copy follows as version 2. */
export const builtIn: readonly IndicatorDefinition[] = Object.entries(given).map(([id, fields]) =>
  indicator.parse({ id, version: 1, since: always, ...fields }),
)
export const builtInIds = Object.keys(given) as BuiltInId[]
export const isBuiltIn = (id: string): id is BuiltInId => id in given

/** The built-in definition, whatever the court says. */
export const builtInOf = (id: BuiltInId): IndicatorDefinition => builtIn.find((each) => each.id === id)!
