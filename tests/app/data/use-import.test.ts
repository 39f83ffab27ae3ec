import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useImport, type Preview } from '@/app/data/use-import'
import { courtFile, emptyCourt, type Court } from '@/domain'
import { maxPacked, readCourt } from '@/workbook'

/** A server of one list of courts, with versions, as the contract has it. */
const held = new Map<string, { court: Court; version: number }>()
const asked: string[] = []
function server(path: string, { method = 'GET', headers, body }: RequestInit = {}): Response {
  asked.push(`${method} ${path}`)
  const answer = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
  const id = decodeURIComponent(path.split('/')[3]?.split('?')[0] ?? '')
  if (id === '' && method === 'GET')
    return answer(
      200,
      [...held.values()].map(({ court }) => ({ id: court.id })),
    )
  if (method === 'POST') {
    const { court } = JSON.parse(body as string) as { court: Court }
    held.set(court.id, { court, version: 1 })
    return answer(201, { id: court.id, version: 1 })
  }
  const now = held.get(id)
  if (now === undefined) return answer(404, { code: 'court-not-found', facts: {} })
  if (method === 'GET') return answer(200, now)
  if (new Headers(headers).get('if-match') !== `"${now.version}"`)
    return answer(412, { code: 'stale', facts: {}, current: now })
  held.set(id, { court: courtFile.parse(JSON.parse(body as string)), version: now.version + 1 })
  return answer(200, { version: now.version + 1 })
}

const fileOf = (court: unknown): File => new File([JSON.stringify(court)], 'court.json')
const inPlace = {
  progress: ref<number | null>(null),
  cancel: vi.fn(),
  read: (bytes: ArrayBuffer) => readCourt(new Uint8Array(bytes)),
  write: async () => null,
  template: async () => null,
}
const department = (id: string) => ({
  id,
  name: id,
  kind: 'trial' as const,
  division: null,
  site: null,
  floor: 0,
  status: 'standing' as const,
})
const court = (...departments: string[]): Court => ({
  ...emptyCourt('c', 'Court'),
  departments: departments.map(department),
})

beforeEach(() => {
  held.clear()
  asked.length = 0
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => server(path, init))
})

describe('an import', () => {
  it('changes nothing before it is agreed to, then makes the new court at once', async () => {
    const done = vi.fn()
    const { step, choose, commit } = useImport(done, inPlace)
    await choose(fileOf(court('a', 'b')))
    expect(step.value).toMatchObject({ name: 'preview', existing: null, file: 'court.json' })
    expect(asked).toEqual(['GET /api/courts'])
    await commit(step.value as Preview)
    expect(held.get('c')?.court.departments.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(done).toHaveBeenCalledWith('c')
    expect(step.value.name).toBe('choose')
  })
  it('compares with the court that is there, and shows it anew where somebody changed it meanwhile', async () => {
    held.set('c', { court: court('a'), version: 4 })
    const { step, choose, commit } = useImport(vi.fn(), inPlace)
    await choose(fileOf(court('a', 'b')))
    const added = (): string[] =>
      (step.value as Preview).changes.flatMap((change) => change.added.map(({ key }) => key))
    expect(added()).toEqual(['b'])
    held.set('c', { court: court(), version: 5 })
    await commit(step.value as Preview)
    expect(held.get('c')).toEqual({ court: court(), version: 5 })
    expect((step.value as Preview).renewed).toBe(true)
    expect(added()).toEqual(['a', 'b'])
    await commit(step.value as Preview)
    expect(held.get('c')?.version).toBe(6)
  })
  it('waits until what looks wrong in it is confirmed', async () => {
    const month = (name: string, carried: number, pending: number) => ({
      ...{ team: 't', caseType: 'k', month: name, carried, filed: 0, closed: 0, pending },
    })
    const doubtful = {
      ...court('a'),
      teams: [{ id: 't', name: 'Team', department: 'a' }],
      caseTypes: [{ id: 'k', name: 'Kind', category: 'civil', weights: {} }],
      caseload: [month('2026-01', 5, 5), month('2026-02', 7, 7)],
    }
    const { step, confirmed, choose, commit } = useImport(vi.fn(), inPlace)
    await choose(fileOf(doubtful))
    expect((step.value as Preview).warnings).toEqual({
      total: 1,
      problems: [
        {
          ...{ code: 'stock-does-not-carry-over', list: 'caseload', sheet: 'caseload', row: 2, column: 'carried' },
          ...{ value: '7', right: '5' },
        },
      ],
    })
    await commit(step.value as Preview)
    expect(held.size).toBe(0)
    expect(step.value.name).toBe('preview')
    confirmed.value = true
    await commit(step.value as Preview)
    expect(held.get('c')?.court.caseload).toHaveLength(2)
    await choose(fileOf(doubtful))
    expect(confirmed.value).toBe(false)
  })
  it('asks the server nothing for a file that is refused', async () => {
    const { step, choose } = useImport(vi.fn(), inPlace)
    await choose(fileOf({ ...court('a', 'a') }))
    expect(step.value).toMatchObject({
      name: 'refused',
      result: { problems: [{ code: 'duplicate', list: 'departments', row: 2 }] },
    })
    expect(asked).toEqual([])
  })
  it('does not even load a file that is too large', async () => {
    const { step, choose } = useImport(vi.fn(), inPlace)
    const arrayBuffer = vi.fn()
    await choose({ name: 'big.xlsx', size: maxPacked + 1, arrayBuffer } as unknown as File)
    expect(step.value).toMatchObject({ name: 'refused', result: { problems: [{ code: 'file-too-large' }] } })
    expect(arrayBuffer).not.toHaveBeenCalled()
  })
  it('tells that the server cannot be reached, and can be tried again', async () => {
    const { step, choose } = useImport(vi.fn(), inPlace)
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')))
    await choose(fileOf(court('a')))
    expect(step.value).toMatchObject({ name: 'failed', error: { code: 'unreachable' } })
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => server(path, init))
    if (step.value.name === 'failed') await step.value.again()
    expect(step.value.name).toBe('preview')
  })
})
