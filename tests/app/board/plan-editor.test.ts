import { describe, expect, it } from 'vitest'
import { PlanEditor } from '../../../src/app/board/plan-editor'
import { readLeniently } from '../../../src/domain'
import { putInForce } from '../../../src/rules'
import { board } from '../../board'

const problem = board(
  `Office      | Ann:A, Bo:C
   Civil/Team1 | Cy:J, Di:A
   Civil/Team2 | Ed:J`,
  { posts: { 'Team2/assistant': { need: 1000 } } },
)
const inForce = putInForce(problem)
const seat = (id: string) => problem.seat.get(id)!

describe('PlanEditor', () => {
  it('moves a person and takes the move back and forth', () => {
    const editor = new PlanEditor(problem, inForce)
    const before = editor.data
    const short = editor.current.score[0]!
    expect(editor.move('Ann', seat('Ann@Team2/assistant'))).toBe(true)
    expect(editor.data.Ann).toBe('Ann@Team2/assistant')
    expect(editor.current.score[0]).toBe(short - 1000)
    editor.undo()
    expect(editor.data).toEqual(before)
    expect(editor.current.score[0]).toBe(short)
    editor.redo()
    expect(editor.data.Ann).toBe('Ann@Team2/assistant')
  })
  it('has nothing to take back when nothing moved', () => {
    const editor = new PlanEditor(problem, inForce)
    expect(editor.move('Ann', seat('Ann@Office/assistant'))).toBe(false)
    expect(editor.canUndo).toBe(false)
    expect(editor.undo()).toBeNull()
  })
  it('takes back what was decided along with a move, where nobody changes place too', () => {
    const editor = new PlanEditor(problem, inForce)
    const decided = { person: 'Ann', before: [], after: [] }
    expect(editor.move('Ann', seat('Ann@Office/assistant'), decided)).toBe(true)
    expect(editor.undo()?.decided).toEqual(decided)
    expect(editor.redo()?.decided).toEqual(decided)
    expect(editor.data.Ann).toBe('Ann@Office/assistant')
  })
  it('forgets what was undone when another move follows', () => {
    const editor = new PlanEditor(problem, inForce)
    editor.move('Ann', seat('Ann@Team1/assistant'))
    editor.undo()
    editor.move('Bo', null)
    expect(editor.canRedo).toBe(false)
    expect(editor.data).toMatchObject({ Ann: 'Ann@Office/assistant', Bo: null })
  })
  it('takes over a whole plan as one step', () => {
    const editor = new PlanEditor(problem, inForce)
    const before = editor.data
    editor.replace({ ...before, Ann: 'Ann@Team2/assistant', Di: 'Di@Team2/assistant' })
    expect(editor.data.Di).toBe('Di@Team2/assistant')
    editor.undo()
    expect(editor.data).toEqual(before)
  })
  it('knows who was moved by hand last, not by the planner, not when undone', () => {
    const editor = new PlanEditor(problem, inForce)
    editor.move('Ann', seat('Ann@Team2/assistant'))
    editor.move('Di', seat('Di@Team2/assistant'))
    editor.replace({ ...editor.data, Di: 'Di@Team1/assistant' })
    expect([...editor.movedByHand()]).toEqual(['Ann'])
    editor.undo()
    editor.undo()
    editor.undo()
    expect([...editor.movedByHand()]).toEqual([])
  })
  it('goes on from a draft with both stacks', () => {
    const first = new PlanEditor(problem, inForce)
    first.move('Ann', seat('Ann@Team2/assistant'))
    first.move('Bo', null)
    first.undo()
    const again = new PlanEditor(problem, inForce, JSON.parse(JSON.stringify(first.draft)) as typeof first.draft)
    again.redo()
    expect(again.data.Bo).toBeNull()
    again.undo()
    again.undo()
    expect(again.data.Ann).toBe('Ann@Office/assistant')
  })
  it('leaves people in place whose seat is gone, names them, and keeps no stack it could not play back', () => {
    const editor = new PlanEditor(problem, inForce, {
      plan: { Ann: 'Ann@Closed/assistant', Bo: null },
      done: [{ by: 'hand', changes: [{ person: 'Ann', from: 'Ann@Office/assistant', to: 'Ann@Closed/assistant' }] }],
    })
    expect(editor.lost).toEqual(['Ann'])
    expect(editor.data).toMatchObject({ Ann: 'Ann@Office/assistant', Bo: null, Cy: 'Cy@Team1/judge' })
    expect(editor.canUndo).toBe(false)
  })
  it('never gives a person the seat of another', () => {
    expect(readLeniently(problem, { Ann: 'Di@Team1/assistant' })).toMatchObject({ lost: ['Ann'] })
  })
  it('keeps the plan under other decisions', () => {
    const editor = new PlanEditor(problem, inForce)
    editor.move('Ann', seat('Ann@Team2/assistant'))
    const decided = { ...problem, decisions: [{ kind: 'pin' as const, person: 'Ann', seat: null, reason: '' }] }
    editor.underLaw(decided, putInForce(decided))
    expect(editor.data.Ann).toBe('Ann@Team2/assistant')
    editor.undo()
    expect(editor.data.Ann).toBe('Ann@Office/assistant')
  })
})
