const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  tsv: 'text/tab-separated-values',
  csv: 'text/csv',
}

/** Hands the person a file. Marks that file systems refuse become `_`. */
export function download(name: string, ending: keyof typeof types, content: Uint8Array | string): void {
  const blob = new Blob([content as BlobPart], { type: types[ending] })
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = `${[...name].map((mark) => (mark < ' ' || '<>:"/\\|?*'.includes(mark) ? '_' : mark)).join('')}.${ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
