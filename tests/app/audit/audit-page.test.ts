import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AuditEntry } from '@/app/api'
import { auditActions } from '@/app/audit/actions'
import { actions } from '../../../src/server/audit/entry'
import { faultCodes } from '../../../src/server/audit/chain'
import en from '@/locales/en.json'
import zh from '@/locales/zh-CN.json'
import { openPage, said } from '../page'
import { smallCourt } from '../small-court'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

const court = smallCourt()
const person = court.people[0]!
const hash = 'a'.repeat(64)
const entry = (fields: Partial<AuditEntry>): AuditEntry => ({
  number: 1,
  at: '2027-01-04T08:00:00.000Z',
  actor: null,
  action: 'court.change',
  court: court.id,
  subject: { kind: 'court', id: court.id, name: court.name },
  people: [],
  changes: [],
  why: null,
  previous: hash,
  hash,
  ...fields,
})
const whole = { head: { number: 3, hash }, fault: null }
const pageOf = async (
  entries: AuditEntry[],
  language: 'en' | 'zh-CN' = 'en',
  verification: object = whole,
  address = '/audit',
) => {
  // Every address of the log, whatever it is asked for.
  const opened = await openPage(court, address, language, {
    more: { '/audit/verification': verification, 'page=1&size=50': { count: entries.length, entries } },
  })
  for (let turn = 0; turn < 4; turn++) await flushPromises()
  page = opened
  return opened
}

describe('the page of the audit log', () => {
  it('tells who did what, with before and after in the words of the sheets', async () => {
    const page = await pageOf([
      entry({
        number: 3,
        actor: { id: 'u1', name: 'Li Hua' },
        why: 'Asked for it',
        changes: [{ list: 'people', key: person.id, before: { name: 'Old name' }, after: { name: person.name } }],
      }),
      entry({ number: 2, action: 'run.end', subject: { kind: 'run', id: 'r1', name: 'First round' } }),
      entry({
        action: 'court.export',
        subject: { kind: 'file', id: null, name: 'Court.xlsx' },
        changes: [{ list: 'file', key: null, before: null, after: { holds: 'court', size: 1234 } }],
      }),
    ])
    const rows = page.findAll('tbody tr').map((row) => row.text().replace(/\s+/g, ' '))
    expect(rows[0]).toContain('Li Hua')
    expect(rows[0]).toContain(`People · ${person.id} · ${person.name}: Name: Old name → ${person.name}`)
    expect(rows[0]).toContain('Why: Asked for it')
    expect(rows[1]).toMatch(/The system\s*Run ended\s*Run: First round/)
    expect(rows[2]).toMatch(/Nobody signed in\s*Court exported\s*File: Court\.xlsx/)
    expect(rows[2]).toContain('File: Content: the court, Bytes: 1,234')
    expect(said(page)).toContain(`3 entries, the chain is unbroken. Head 3:${hash}`)
  })

  it('shows a few changes of many, and the rest when asked', async () => {
    const changes = Array.from({ length: 10 }, (_, at) => ({
      list: 'seats',
      key: `p${at}`,
      before: { seat: null },
      after: { seat: `p${at}@team-1/clerk` },
    }))
    const page = await pageOf([entry({ action: 'plan.save', changes })])
    expect(page.findAll('td.changes li')).toHaveLength(3)
    await page.get('td.changes button').trigger('click')
    expect(page.findAll('td.changes li')).toHaveLength(10)
    expect(page.get('td.changes li').text()).toMatch(/^Plan · p0: Seat: no post → .*Clerk/)
  })

  it('names the first entry that does not fit', async () => {
    const fault = { number: 2, code: 'out-of-turn', facts: { found: 3 } }
    const page = await pageOf([entry({})], 'zh-CN', { head: { number: 1, hash }, fault })
    expect(said(page)).toContain('第 2 条记录不符：此处出现的是第 3 条，有记录缺失、重复或被调换。')
    expect(page.find('.result.broken').exists()).toBe(true)
  })

  it('refuses a noted head that is none', async () => {
    const page = await pageOf([entry({})])
    await page.get('form input').setValue('12:short')
    await page.get('form').trigger('submit')
    expect(said(page)).toContain('It should read “number:hash”')
  })

  it('says so where nothing is found', async () => {
    const page = await pageOf([], 'en', whole, '/audit?action=court.add')
    expect(said(page)).toContain('No entry is found')
    expect(said(page)).toContain('Clear the filter')
  })
})

it('has words for every action and fault that the server knows', () => {
  expect(auditActions).toEqual(actions)
  for (const { audit } of [en, zh]) {
    const words = audit.actions as Record<string, Record<string, string>>
    const told = Object.entries(words).flatMap(([of, rest]) => Object.keys(rest).map((what) => `${of}.${what}`))
    expect(told.toSorted()).toEqual(actions.toSorted())
    expect(Object.keys(audit.faults).toSorted()).toEqual(faultCodes.toSorted())
  }
})
