import { beforeEach, expect, it } from 'vitest'
import { readDraft } from '../../../src/app/board/draft-store'
import { layOnBoard } from '../../../src/app/board/lay-on-board'
import { openRound } from '../../../src/app/rounds/open-round'
import { blankRound, presentPlan, writePlan } from '../../../src/domain'
import { smallCourt } from '../small-court'

const open = openRound(smallCourt(), { id: 'r1', name: 'r', date: '2026-03-02', ...blankRound })
const shown = writePlan(open.problem, presentPlan(open.problem))
const other = { ...shown, bo: 'bo@civil/clerk' }
beforeEach(() => localStorage.clear())

it('lays a plan on the board as one step of the planner', () => {
  expect(layOnBoard(open, other, shown, null, null)).toBe(true)
  const draft = readDraft('small', 'r1')!
  expect(draft).toMatchObject({ plan: other, base: 0, undone: [] })
  expect(draft.done).toEqual([
    { by: 'planner', changes: [{ person: 'bo', from: 'bo@office/clerk', to: 'bo@civil/clerk' }] },
  ])
})
it('goes on top of what is in work there', () => {
  layOnBoard(open, other, shown, null, null)
  layOnBoard(open, { ...other, cy: 'cy@civil/clerk' }, shown, null, null)
  expect(readDraft('small', 'r1')!.done).toHaveLength(2)
})
