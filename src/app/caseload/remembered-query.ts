import type { Fields } from './use-question'

/** The question asked last, kept in this browser for each court; never the day of a kept link. */
export function rememberedQuery(court: string): { read(): Fields; write(fields: Fields): void } {
  const key = `frontline.caseload.${court}`
  return {
    read: () => {
      try {
        const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
        return typeof stored === 'object' && stored !== null ? stored : {}
      } catch {
        return {}
      }
    },
    write: (fields) => {
      try {
        localStorage.setItem(key, JSON.stringify({ ...fields, on: undefined }))
      } catch {
        return
      }
    },
  }
}
