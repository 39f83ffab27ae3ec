import { api, type HandedOut } from '../api'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  tsv: 'text/tab-separated-values',
  csv: 'text/csv',
  ics: 'text/calendar',
}

/** Which court's facts a file holds, and what of them. */
export interface Holds {
  readonly court: string
  readonly holds: HandedOut['holds']
}

/**
 * Hands the person a file. One that holds facts of a court is recorded first, and is not handed out where that cannot be
 * done; null says that it holds none: a blank table, a list of what is wrong in somebody's own file, what the server
 * has recorded as it gave it, or the person's own days. Marks that file systems refuse become `_`.
 */
export async function download(
  name: string,
  ending: keyof typeof types,
  content: Uint8Array | string,
  of: Holds | null,
): Promise<void> {
  const blob = new Blob([content as BlobPart], { type: types[ending] })
  const file = `${[...name].map((mark) => (mark < ' ' || '<>:"/\\|?*'.includes(mark) ? '_' : mark)).join('')}.${ending}`
  if (of !== null) await api.noteExport(of.court, { holds: of.holds, name: file, size: blob.size })
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
