import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { i18n, setLanguage } from '../../../src/app/i18n'
import PrintHead from '../../../src/app/ui/PrintHead.vue'

beforeAll(() => setLanguage('en'))

describe('the head of a printed page', () => {
  const said = (props: { court: string; example: boolean }): string =>
    mount(PrintHead, { props, global: { plugins: [i18n] } }).text()
  it('names the court and the day', () => {
    vi.setSystemTime(new Date(2026, 10, 22))
    expect(said({ court: 'River court', example: false })).toBe('River courtprinted 2026-11-22')
    vi.useRealTimers()
  })
  it('says that an example is one', () => expect(said({ court: 'C', example: true })).toMatch(/Example.*published/i))
})
