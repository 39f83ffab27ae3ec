import { describe, expect, it } from 'vitest'
import { chosenGoals, goalLines, reordered, toggled } from '../../../src/app/rounds/goal-order'

const book = ['shortage', 'evenness', 'fit']

describe('the order of the goals', () => {
  it("is the book's where the round says nothing", () => {
    expect(goalLines(book, [])).toEqual(book.map((id) => ({ id, on: true })))
    expect(chosenGoals(book, goalLines(book, []))).toEqual([])
  })
  it('lists what is off after what is on', () => {
    expect(goalLines(book, ['fit', 'shortage'])).toEqual([
      { id: 'fit', on: true },
      { id: 'shortage', on: true },
      { id: 'evenness', on: false },
    ])
  })
  it('leaves out goals that this version does not know', () => {
    expect(goalLines(book, ['gone', 'fit'])[0]).toEqual({ id: 'fit', on: true })
  })
  it('stores what was reordered and switched off', () => {
    const lines = toggled(reordered(goalLines(book, []), 2, 0), 'shortage')
    expect(chosenGoals(book, lines)).toEqual(['fit', 'evenness'])
    expect(goalLines(book, chosenGoals(book, lines)).map(({ id }) => id)).toEqual(['fit', 'evenness', 'shortage'])
  })
  it('keeps the last goal in force', () => {
    const one = toggled(toggled(goalLines(book, []), 'fit'), 'evenness')
    expect(toggled(one, 'shortage')).toEqual(one)
  })
  it('does nothing beyond the ends', () => {
    expect(reordered(book, 0, -1)).toEqual(book)
    expect(reordered(book, 2, 3)).toEqual(book)
    expect(reordered(book, 0, 2)).toEqual(['evenness', 'fit', 'shortage'])
  })
})
