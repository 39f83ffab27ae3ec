import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CaseloadImport, CaseloadPreview } from '@/app/api'
import ImportCaseload from '@/app/data/ImportCaseload.vue'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

const preview: CaseloadPreview = {
  kind: 'cases',
  format: 'csv',
  encoding: 'gb18030',
  sheet: 'cases.csv',
  rows: 12,
  ignored: ['Judge'],
  totals: 1,
  period: { from: '2025-01', until: '2025-02' },
  cases: { added: 7, changed: 3, same: 2, removed: 4 },
  months: [
    { month: '2025-01', added: 1, replaced: 2, same: 0, filed: 8, closed: 5 },
    { month: '2025-02', added: 1, replaced: 0, same: 3, filed: 4, closed: 6 },
  ],
  teams: [{ id: 'team-1', rows: 12 }],
  caseTypes: [],
  warnings: { kept: [], total: 0 },
}
const doubt = { row: 5, column: 'Closed', value: '3', right: '4', team: 'team-1', caseType: null, month: '2025-01' }
const doubted: CaseloadPreview = { ...preview, warnings: { kept: [{ ...doubt, code: 'count-differs' }], total: 1 } }
const state = (change: Partial<CaseloadImport>): CaseloadImport => ({
  id: 'i',
  name: 'cases.csv',
  mode: 'merge',
  state: 'ready',
  stage: 'ready',
  rows: 12,
  basedOn: 4,
  preview,
  problems: null,
  error: null,
  ...change,
})

type Reply = [status: number, body: unknown]
/** What the server is asked about imports, and how it answers: the last state of a list stays. */
const asked: string[] = []
let sent: Reply[] = []
let states: CaseloadImport[] = []
let commits: Reply[] = []
const next = <T>(list: T[]): T => (list.length > 1 ? list.shift()! : list[0]!)

let page: VueWrapper
const card = () => page.getComponent(ImportCaseload)
const text = (): string => card().text().replace(/\s+/g, ' ')
const turn = async (): Promise<void> => {
  for (let at = 0; at < 6; at++) await flushPromises()
}
async function choose(): Promise<void> {
  card()
    .getComponent({ name: 'FileDrop' })
    .vm.$emit('choose', new File(['x'], 'cases.csv'))
  await turn()
}
const press = async (label: string): Promise<void> => {
  await card()
    .findAll('button')
    .find((each) => each.text() === label)!
    .trigger('click')
  await turn()
}

vi.setConfig({ testTimeout: 60_000 })
beforeEach(async () => {
  asked.length = 0
  sent = [[202, { id: 'i' }]]
  states = [state({})]
  commits = [[200, { version: 5 }]]
  page = await openPage(smallCourt(), '/data', 'en', { more: { '/rounds': [] } })
  const usual = globalThis.fetch
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (!path.includes('/imports')) return usual(path, init)
    const { method = 'GET' } = init
    asked.push(`${method} ${path.replace('/api/courts/small/imports', '')}`)
    const [status, body] = path.endsWith('/commit')
      ? next(commits)
      : method === 'POST'
        ? next(sent)
        : [200, method === 'GET' ? next(states) : state({ state: 'cancelled' })]
    return new Response(JSON.stringify(body), { status })
  })
})
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

it('shows what the file would do by name and number, and commits it on the version it was read on', async () => {
  await choose()
  expect(text()).toContain('cases.csv is a list of 12 cases and can be imported')
  expect(text()).toContain('7 cases added, 3 changed, 2 as they are.')
  expect(text()).not.toContain('removed')
  expect(text()).toContain('2025-01 to 2025-02: 2 monthly rows added, 2 replaced, 3 as they are.')
  expect(text()).toContain('Teams: 一团队 12')
  expect(text()).toContain('Columns that were not read: Judge')
  expect(text()).toContain('Rows of totals, only compared: 1.')
  expect(card().findAll('tbody tr')[1]!.text()).toBe('2025-0210346')
  expect(document.activeElement).toBe(card().element)
  await press('Import the caseload')
  expect(asked).toEqual(['POST ?name=cases.csv&mode=merge', 'GET /i', 'POST /i/commit'])
  expect(card().emitted('done')).toHaveLength(1)
  expect(text()).toContain('Choose a monthly table')
})

it('says how many cases go where the whole list is replaced', async () => {
  await card().get('input[value="replace"]').setValue(true)
  await choose()
  expect(asked[0]).toContain('mode=replace')
  expect(text()).toContain('2 as they are, 4 removed.')
})

it('follows the server, and gives up on being told to', async () => {
  states = [state({ state: 'working', stage: 'reading', rows: 4000, preview: null })]
  await choose()
  expect(text()).toContain('Reading cases.csv: 4,000 rows so far')
  expect(text()).toContain('0 s so far')
  await press('Cancel reading')
  expect(text()).toContain('Choose a monthly table')
  // It asks no more: the next question would have come by now.
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(asked.at(-1)).toBe('DELETE /i')
})

it('shows what has to be corrected, with another file to choose beside it', async () => {
  const problem = { code: 'file-damaged', list: null, sheet: '', row: null, column: null, value: null, right: null }
  states = [state({ state: 'refused', preview: null, problems: { problems: [problem], total: 1 } })]
  await choose()
  expect(card().get('[role="alert"]').text()).toContain('cases.csv')
  expect(card().findComponent({ name: 'FileDrop' }).exists()).toBe(true)
})

it('writes nothing that looks wrong before somebody confirms it', async () => {
  states = [state({ preview: doubted })]
  await choose()
  expect(text()).toContain('To be checked: 1')
  expect(text()).toContain('一团队 · 2025-01')
  expect(text()).toContain('It is 3 now and will be 4.')
  await press('Import the caseload')
  expect(asked.some((each) => each.endsWith('/commit'))).toBe(false)
  await card().get('.confirm input').setValue(true)
  await press('Import the caseload')
  expect(asked.at(-1)).toBe('POST /i/commit')
})

it('counts again from the month that is asked for', async () => {
  await choose()
  await card().get('#count-from').setValue('2025-02')
  await press('Count again')
  expect(asked).toContain('POST ?name=cases.csv&mode=merge&from=2025-02')
})

it('reads the file again on a court that was changed meanwhile, and has doubts confirmed once more', async () => {
  states = [state({ preview: doubted })]
  commits = [
    [412, { code: 'stale', facts: { given: 4, version: 5 } }],
    [200, { version: 6 }],
  ]
  await choose()
  expect(text()).not.toContain('Somebody changed the court')
  await card().get('.confirm input').setValue(true)
  await press('Import the caseload')
  expect(text()).toContain('Somebody changed the court after the preview.')
  expect(card().emitted('done')).toBeUndefined()
  expect(card().get<HTMLInputElement>('.confirm input').element.checked).toBe(false)
  expect(asked.filter((each) => each.startsWith('POST ?'))).toHaveLength(2)
})

it('says what the server lost, and reads the file again to try once more', async () => {
  commits = [[409, { code: 'import-not-ready', facts: { state: 'failed' } }]]
  await choose()
  await press('Import the caseload')
  expect(card().get('[role="alert"]').text()).toContain('This import cannot be written.')
  await press('Try again')
  expect(text()).toContain('can be imported')
  expect(asked.filter((each) => each.startsWith('POST ?'))).toHaveLength(2)
})

it('says why a file was not taken, and sends it again', async () => {
  sent = [
    [409, { code: 'import-in-progress', facts: {} }],
    [202, { id: 'i' }],
  ]
  await choose()
  expect(card().get('[role="alert"]').text()).toContain('Another file is being read.')
  await press('Try again')
  expect(text()).toContain('can be imported')
})

it('gives up what is not committed when the page is left', async () => {
  await choose()
  page.unmount()
  await turn()
  expect(asked.at(-1)).toBe('DELETE /i')
})
