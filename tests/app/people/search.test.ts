import { describe, expect, it } from 'vitest'
import { finds, loadSyllables } from '../../../src/app/people/search'

describe('looking for a person', async () => {
  const syllables = await loadSyllables()
  const zhang = { id: 'p017', name: '张晓明' }

  it.each([
    ['张晓', 'a part of the name'],
    ['晓明', 'a part from the middle'],
    ['P01', 'the id, in any letters'],
    ['zxm', 'the initials'],
    ['xm', 'the initials of the given name'],
    ['zhangx', 'the pinyin, as far as it was typed'],
    ['zhang xiao', 'the pinyin with spaces'],
    ['', 'nothing at all'],
  ])('finds by %s: %s', (query) => expect(finds(query, zhang, syllables)).toBe(true))

  it.each(['zm', 'hang', 'p18', '李'])('does not find by %s', (query) =>
    expect(finds(query, zhang, syllables)).toBe(false),
  )

  it('reads a surname as surnames are read', () => {
    expect(finds('shanx', { id: 'a', name: '单雄信' }, syllables)).toBe(true)
    expect(finds('zengg', { id: 'b', name: '曾国栋' }, syllables)).toBe(true)
  })

  it('knows names and ids before the readings are loaded', () => {
    expect(finds('晓', zhang)).toBe(true)
    expect(finds('zxm', zhang)).toBe(false)
  })
})
