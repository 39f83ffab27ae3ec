import { afterEach, beforeAll, expect, it } from 'vitest'
import { createApp, reactive } from 'vue'
import { useDiscard } from '../../../src/app/court/use-discard'
import { i18n, setLanguage } from '../../../src/app/i18n'
import { asked } from '../../../src/app/ui/confirm'

beforeAll(() => setLanguage('en'))
afterEach(() => asked.value?.answer(false))

const inApp = <T>(set: () => T): T => createApp({}).use(i18n).runWithContext(set)

it('lets a form go that holds what it began with, and asks for one that was changed', async () => {
  const values = reactive({ name: 'Closing rate', excluded: ['reopened'] })
  const mayLeave = inApp(() => useDiscard(() => values))
  expect(await mayLeave()).toBe(true)
  expect(asked.value).toBeUndefined()
  values.excluded.push('retrials')
  const stays = mayLeave()
  expect(asked.value).toMatchObject({ title: 'Discard what you changed?', danger: true })
  asked.value!.answer(false)
  expect(await stays).toBe(false)
  const goes = mayLeave()
  asked.value!.answer(true)
  expect(await goes).toBe(true)
  values.excluded.pop()
  expect(await mayLeave()).toBe(true)
})
