import { beforeEach, describe, expect, it } from 'vitest'
import { dropDraft, readDraft, writeDraft } from '../../../src/app/board/draft-store'

const draft = { plan: { Ann: null }, done: [], undone: [], base: 3 }

describe('the draft on this device', () => {
  beforeEach(() => localStorage.clear())
  it('is found again, for its own round only', () => {
    expect(writeDraft('c', 'r1', draft)).toBe(true)
    expect(readDraft('c', 'r1')).toEqual(draft)
    expect(readDraft('c', 'r2')).toBeNull()
    dropDraft('c', 'r1')
    expect(readDraft('c', 'r1')).toBeNull()
  })
  it('is no draft when it cannot be read', () => {
    localStorage.setItem('frontline.draft.c.r1', '{"plan":')
    expect(readDraft('c', 'r1')).toBeNull()
    localStorage.setItem('frontline.draft.c.r1', '{"plan":{}}')
    expect(readDraft('c', 'r1')).toBeNull()
  })
  it('says so when the device has no room', () => {
    const full = {
      setItem: () => {
        throw new Error('full')
      },
    } as unknown as Storage
    expect(writeDraft('c', 'r1', draft, full)).toBe(false)
  })
})
