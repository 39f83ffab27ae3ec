/** How ids become names: of the court at hand, in the language at hand. */
export interface Names {
  person(id: string): string
  department(id: string): string
  /** A unit with as much of its place as a sentence needs. */
  unit(id: string): string
  /** `unit/role`. */
  post(id: string): string
  role(id: string): string
}

/** The text of a key, as vue-i18n gives it; the key itself where there is no such text. */
export type Translate = (key: string) => string

type Fact = string | number | boolean | null | readonly string[]

/**
 * A figure in FTE with one decimal, from whole thousandths: 1250 -> `1.3`. What is there and would read as nothing
 * is `<0.1`.
 */
export function fteWords(thousandths: number): string {
  const tenths = Math.sign(thousandths) * Math.round(Math.abs(thousandths) / 100)
  if (tenths === 0 && thousandths > 0) return '<0.1'
  return (tenths / 10 + 0).toFixed(1)
}

/** `person@unit/role`, or `person@unit/role:500+unit/role:500`, as posts with their part of the time. */
const seatWords = (seat: string, names: Names): string =>
  seat
    .slice(seat.indexOf('@') + 1)
    .split('+')
    .map((part) => {
      const [post = '', share] = part.split(':')
      return share === undefined ? names.post(post) : `${names.post(post)} ${Number(share) / 10}%`
    })
    .join(' + ')

/**
 * The words of each fact, by the fact's key; what is not told here (dates, counts, percents) stands as it is.
 * `missing` is the code of a qualification, `decision` pin, posting or veto, `seat` null the bench.
 */
const tellers: Record<string, (fact: Fact, names: Names, t: Translate) => string> = {
  person: (id, names) => names.person(String(id)),
  first: (id, names) => names.person(String(id)),
  second: (id, names) => names.person(String(id)),
  people: (ids, names, t) => (ids as readonly string[]).map((id) => names.person(id)).join(t('words.and')),
  department: (id, names) => names.department(String(id)),
  unit: (id, names) => names.unit(String(id)),
  post: (id, names) => names.post(String(id)),
  role: (id, names) => names.role(String(id)),
  base: (id, names) => names.role(String(id)),
  /** A unit, a department or the name of a division, which stands for itself. */
  place: (id, names) => names.unit(String(id)),
  bar: (bar, _, t) => t(`avoidance.${String(bar)}`),
  kinship: (kind, _, t) => t(`kinship.${String(kind)}`),
  fault: (fault, _, t) => t(`postings.${String(fault)}`),
  missing: (code, _, t) => {
    const key = `qualifications.${String(code)}`
    const words = t(key)
    return words === key ? String(code) : words
  },
  decision: (kind, _, t) => t(`words.${String(kind)}`),
  seat: (id, names, t) => (id === null ? t('words.bench') : seatWords(String(id), names)),
  until: (date, _, t) => (date === null ? t('words.open') : String(date)),
  need: (amount) => fteWords(Number(amount)),
  covered: (amount) => fteWords(Number(amount)),
  gap: (amount) => fteWords(Number(amount)),
  fte: (amount) => fteWords(Number(amount)),
}

/** Facts of a limit or of a reason as the words that its sentence asks for: ids to names, thousandths to FTE. */
export function wordsOf(
  facts: Readonly<Record<string, unknown>>,
  names: Names,
  t: Translate,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => {
      const tell = tellers[key]
      if (tell !== undefined) return [key, tell(fact as Fact, names, t)]
      return [key, typeof fact === 'number' ? fact : Array.isArray(fact) ? fact.join(t('words.and')) : String(fact)]
    }),
  )
}
