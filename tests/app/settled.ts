import { afterAll, vi } from 'vitest'

/** A page fetches its pictures when they are seen: what is still on its way must not arrive after the document is gone. */
afterAll(() => vi.dynamicImportSettled())
