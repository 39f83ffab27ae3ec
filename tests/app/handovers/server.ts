import { vi } from 'vitest'
import { emptyHandover, lastHandoverDay, type Handover, type HandoverDraft } from '@/domain'

/** What the API has of hand-overs, with versions; stands before the rest of what answers. */
export class HandoverServer {
  rows: Handover[] = []
  /** What was saved, in order. */
  saved: HandoverDraft[] = []
  reachable = true

  static row(person: string, more: Partial<Handover> = {}): Handover {
    return {
      ...{ person, date: '2099-03-02', from: ['office/clerk'], to: ['team-1/clerk'] },
      ...{ draft: emptyHandover, confirmedOn: null, confirmedFor: null, version: 0, ...more },
    }
  }
  /** Where the last answer was a refusal of something saved elsewhere. */
  private answer(path: string, { method = 'GET', headers, body }: RequestInit): Response {
    const say = (status: number, data: unknown): Response => new Response(JSON.stringify(data), { status })
    if (!this.reachable) throw new TypeError('no network')
    if (method === 'GET') return say(200, this.rows)
    const [person = '', verb] = path.slice(path.indexOf('/handovers/') + '/handovers/'.length).split('/')
    const row = this.rows.find((each) => each.person === person)!
    const given = Number(new Headers(headers).get('if-match')?.replaceAll('"', ''))
    if (given !== row.version) return say(412, { code: 'stale', facts: {}, current: row })
    const version = given + 1
    if (verb === undefined) {
      const draft = JSON.parse(body as string) as HandoverDraft
      if (draft.day !== null && draft.day > lastHandoverDay(row.date))
        return say(422, { code: 'handover-day', facts: { first: row.date, last: lastHandoverDay(row.date) } })
      this.saved.push(draft)
      return this.put({ ...row, draft, version }, say(200, { version }))
    }
    const next = { ...row, version, confirmedOn: verb === 'confirmation' ? '2099-02-01' : null, confirmedFor: null }
    return this.put(next, say(200, next))
  }
  private put(row: Handover, answer: Response): Response {
    this.rows = this.rows.map((each) => (each.person === row.person ? row : each))
    return answer
  }
  /** Takes over from now on what is asked about hand-overs. */
  take(): void {
    const rest = fetch
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) =>
      path.includes('/handovers') ? this.answer(path, init) : rest(path, init),
    )
  }
}
