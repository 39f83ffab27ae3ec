import { describe, expect, it } from 'vitest'
import { fteWords, wordsOf, type Names } from '../../src/locales/words'

const names: Names = {
  person: (id) => `<${id}>`,
  department: (id) => `dept ${id}`,
  unit: (id) => `unit ${id}`,
  post: (id) => id.replace('/', ' as '),
  role: (id) => `role ${id}`,
}
const texts: Record<string, string> = {
  'words.and': ' and ',
  'words.pin': 'fixed in',
  'words.bench': 'no post',
  'words.open': 'open',
  'kinship.spouse': 'spouses',
  'qualifications.typing': 'typing',
}
const words = (facts: Record<string, unknown>) => wordsOf(facts, names, (key) => texts[key] ?? key)

describe(wordsOf.name, () => {
  it('turns ids into names', () => {
    expect(words({ person: 'a', first: 'b', second: 'c', people: ['d', 'e'] })).toEqual({
      person: '<a>',
      first: '<b>',
      second: '<c>',
      people: '<d> and <e>',
    })
    expect(words({ department: 'D', unit: 'T', post: 'T/clerk', role: 'clerk', kinship: 'spouse' })).toEqual({
      department: 'dept D',
      unit: 'unit T',
      post: 'T as clerk',
      role: 'role clerk',
      kinship: 'spouses',
    })
  })
  it('writes thousandths in FTE and leaves counts, percents and dates as they are', () => {
    expect(words({ gap: 1500, fte: 1000, need: 333, most: 3, before: 40, until: '2027-01-31' })).toEqual({
      gap: '1.5',
      fte: '1.0',
      need: '0.3',
      most: 3,
      before: 40,
      until: '2027-01-31',
    })
  })
  it('has words for what is open, for no post, and for a split seat', () => {
    expect(words({ until: null, seat: null, decision: 'pin' })).toEqual({
      until: 'open',
      seat: 'no post',
      decision: 'fixed in',
    })
    expect(words({ seat: 'a@T/clerk:400+U/clerk:600' })).toEqual({ seat: 'T as clerk 40% + U as clerk 60%' })
  })
  it('shows the code of a qualification that has no name', () => {
    expect(words({ missing: 'typing' })).toEqual({ missing: 'typing' })
    expect(words({ missing: 'forensics' })).toEqual({ missing: 'forensics' })
  })
})

describe(fteWords.name, () => {
  it.each([
    [0, '0.0'],
    [1250, '1.3'],
    [1249, '1.2'],
    [-1250, '-1.3'],
    [-20, '0.0'],
    [20, '<0.1'],
    [50, '0.1'],
  ])('writes %d thousandths as %s', (thousandths, written) => expect(fteWords(thousandths)).toBe(written))
})
