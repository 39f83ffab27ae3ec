import { PiniaColada } from '@pinia/colada'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { mostTogether, useExport } from '@/app/data/use-export'
import { i18n, setLanguage } from '@/app/i18n'
import { notices } from '@/app/ui/notices'
import { useStoredCourt } from '@/app/use-court'
import { caseRecord, courtFile, type Court } from '@/domain'
import { serve } from '../page'
import { smallCourt } from '../small-court'

/** What was handed to the person. */
let files: string[]
let blobs: Blob[]
beforeEach(async () => {
  await setLanguage('en')
  files = []
  blobs = []
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob) - 1}`
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push(this.download)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const courtOf = (count: number): Court => ({
  ...smallCourt(),
  cases: Array.from({ length: count }, (_, at) =>
    caseRecord.parse({ id: `c${at}`, team: 'team-1', caseType: 'contract', filed: '2025-03-01' }),
  ),
})

async function exporting(court: Court) {
  serve(court)
  const workbook = {
    write: vi.fn<(court: Court) => Promise<Uint8Array | null>>().mockResolvedValue(new Uint8Array([1])),
    caseList: vi.fn<(court: Court) => Promise<Uint8Array | null>>().mockResolvedValue(new Uint8Array([2])),
  }
  let found: ReturnType<typeof useExport> | undefined
  const Inner = defineComponent(() => {
    found = useExport(workbook)
    return () => null
  })
  const Shell: Component = defineComponent(() => {
    const stored = useStoredCourt()
    return () => (stored.data.value === undefined ? null : h(Inner))
  })
  mount(Shell, { global: { plugins: [createPinia(), PiniaColada, i18n] } })
  for (let turn = 0; turn < 4; turn++) await flushPromises()
  return { workbook, ...found! }
}
const said = (): string[] => notices.value.map(({ text }) => text)

it('keeps a short case list in the court’s own file', async () => {
  const court = courtOf(3)
  const { workbook, exportCourt } = await exporting(court)
  expect(await exportCourt()).toBe(true)
  expect(files).toEqual([`${court.name}.xlsx`])
  expect(workbook.write.mock.calls[0]![0].cases).toHaveLength(3)
  expect(workbook.caseList).not.toHaveBeenCalled()
})

it('makes a long case list a file of its own, and says where to import it', async () => {
  const court = courtOf(mostTogether + 1)
  const { workbook, exportCourt } = await exporting(court)
  expect(await exportCourt()).toBe(true)
  expect(files).toEqual([`${court.name} Case list.xlsx`, `${court.name}.xlsx`])
  expect(workbook.caseList.mock.calls[0]![0].cases).toHaveLength(mostTogether + 1)
  expect(workbook.write.mock.calls[0]![0].cases).toBeUndefined()
  expect(said()).toContain(
    'The case list (20,001 cases) is a file of its own: import it under “Import caseload”, after the court.',
  )
})

it('does the same with JSON: the court without its list is a court, and says nothing of the list', async () => {
  const { exportJson } = await exporting(courtOf(mostTogether + 1))
  expect(await exportJson()).toBe(true)
  expect(files[1]).toMatch(/\.json$/)
  const reader = new FileReader()
  const text = new Promise((done) => (reader.onload = () => done(reader.result)))
  reader.readAsText(blobs[1]!)
  const read = courtFile.parse(JSON.parse((await text) as string))
  expect(read.cases).toBeUndefined()
  expect(read.teams).toEqual(smallCourt().teams)
})

it('stops where the page was left', async () => {
  const { workbook, exportCourt } = await exporting(courtOf(mostTogether + 1))
  workbook.caseList.mockResolvedValueOnce(null)
  expect(await exportCourt()).toBe(false)
  expect(files).toEqual([])
})

it('has every file recorded before it is handed out, and hands out nothing where that fails', async () => {
  const { exportCourt, exportJson } = await exporting(courtOf(mostTogether + 1))
  const answers = globalThis.fetch
  const noted: { path: string; body: unknown; files: number }[] = []
  let status = 204
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (!path.endsWith('/exports')) return answers(path, init)
    noted.push({ path, body: JSON.parse(init!.body as string) as unknown, files: files.length })
    const refusal = JSON.stringify({ code: 'unforeseen', facts: {} })
    return Promise.resolve(new Response(status === 204 ? null : refusal, { status }))
  })
  const { id, name } = smallCourt()
  expect(await exportCourt()).toBe(true)
  const path = `/api/courts/${id}/exports`
  expect(noted).toEqual([
    { path, body: { holds: 'cases', name: `${name} Case list.xlsx`, size: 1 }, files: 0 },
    { path, body: { holds: 'court', name: `${name}.xlsx`, size: 1 }, files: 1 },
  ])
  status = 500
  await expect(exportCourt()).rejects.toMatchObject({ code: 'unforeseen' })
  await expect(exportJson()).rejects.toMatchObject({ code: 'unforeseen' })
  expect(files).toHaveLength(2)
})
