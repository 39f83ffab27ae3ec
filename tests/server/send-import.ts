import { z } from '@hono/zod-openapi'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import type { CaseRecord } from '../../src/domain'
import type { preview } from '../../src/server/import/preview'
import type { Opened } from './engines'

export interface ShownImport {
  id: string
  state: string
  stage: string
  rows: number
  basedOn: number
  preview: z.infer<typeof preview> | null
  problems: { problems: Problem[]; total: number } | null
  error: { code: string; facts: Record<string, unknown> } | null
}
interface Problem {
  code: string
  sheet: string
  row: number | null
  column: string | null
  value: string | null
  right: string | null
}

/** Sends a file as the page does; the answer as it comes. */
export async function sendFile(
  { fetch }: Pick<Opened, 'fetch'>,
  court: string,
  body: Uint8Array | string | ReadableStream<Uint8Array>,
  query: Record<string, string> = {},
  type = 'application/octet-stream',
): Promise<{ status: number; body: { id: string; code?: string } }> {
  const address = `http://localhost/api/courts/${court}/imports?${new URLSearchParams(query).toString()}`
  const answer = await fetch(
    new Request(address, {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': type },
      body: body as BodyInit,
      duplex: 'half',
    } as RequestInit),
  )
  return { status: answer.status, body: (await answer.json()) as { id: string; code?: string } }
}

/** Sends a file and waits until it has been read. */
export async function importFile(
  opened: Pick<Opened, 'fetch' | 'ask'>,
  court: string,
  body: Uint8Array | string,
  query: Record<string, string> = {},
): Promise<ShownImport> {
  const sent = await sendFile(opened, court, body, query)
  if (sent.status !== 202) throw new Error(`Refused: ${JSON.stringify(sent.body)}`)
  return settled(opened, court, sent.body.id)
}

export async function settled({ ask }: Pick<Opened, 'ask'>, court: string, id: string): Promise<ShownImport> {
  for (;;) {
    const { body } = await ask<ShownImport>('GET', `/courts/${court}/imports/${id}`)
    if (body.state !== 'working') return body
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

const titles = [
  '案件编号',
  '团队',
  '案件类型',
  '立案日期',
  '结案日期',
  '结案方式',
  '审限届满',
  '所属纠纷',
  '申请标的（元）',
  '到位金额（元）',
]
export const caseHeader = titles.join(',')
export const caseLine = (row: CaseRecord): (string | number)[] => [
  row.id,
  row.team,
  row.caseType,
  row.filed,
  row.closed ?? '',
  row.outcome ?? '',
  row.due ?? '',
  row.dispute ?? '',
  row.claimed ?? '',
  row.recovered ?? '',
]
export const caseCsv = (rows: readonly CaseRecord[]): string =>
  [caseHeader, ...rows.map((row) => caseLine(row).join(','))].join('\r\n')

export const sheetFile = (name: string, rows: CellValue[][]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name, rows }] })
export const caseXlsx = (rows: readonly CaseRecord[]): Promise<Uint8Array> =>
  sheetFile('案件清单', [titles, ...rows.map((row) => caseLine(row).map((cell) => (cell === '' ? null : cell)))])
