import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { PiniaColada } from '@pinia/colada'
import { afterEach, expect, it, vi } from 'vitest'
import ImportPreview from '@/app/data/ImportPreview.vue'
import { i18n, setLanguage } from '@/app/i18n'
import { indicator } from '@/domain'
import { compareCourts } from '@/workbook'
import { serve } from '../page'
import { smallCourt } from '../small-court'

afterEach(() => vi.unstubAllGlobals())

const own = indicator.parse({
  id: 'closing-rate',
  version: 2,
  since: '2024-01-01',
  unit: 'percent',
  numerator: ['closed'],
  denominator: ['accepted'],
})

async function preview(before: (typeof own)[], after: (typeof own)[]) {
  const there = { ...smallCourt(), indicators: before }
  const court = { ...there, name: 'Renamed', indicators: after }
  serve(there)
  await setLanguage('en')
  const shown = mount(ImportPreview, {
    global: { plugins: [createPinia(), PiniaColada, i18n] },
    props: {
      preview: {
        name: 'preview',
        file: 'court.xlsx',
        court,
        warnings: { problems: [], total: 0 },
        existing: { court: there, version: 1 },
        changes: compareCourts(there, court),
        renewed: false,
      },
      saving: false,
      confirmed: false,
    },
  })
  await flushPromises()
  return shown
}

it('refuses a file that drops a version of an indicator which reports open with, and says what to do', async () => {
  const refused = await preview([own], [])
  expect(refused.get('[role=alert]').text()).toMatch(
    /court\.xlsx cannot be imported.*Version 2 of the indicator Closing rate.*2024-01-01.*export the court again/s,
  )
  expect(refused.find('.el-button--primary').exists()).toBe(false)
})

it('offers a file that keeps them all', async () => {
  const offered = await preview([own], [own, { ...own, version: 3, since: '2030-01-01' }])
  expect(offered.find('[role=alert]').exists()).toBe(false)
  expect(offered.text()).toContain('court.xlsx can be imported')
})
