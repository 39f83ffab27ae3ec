import type { VueWrapper } from '@vue/test-utils'
import { ElSelect } from 'element-plus'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openRoundPage, round } from '../consult/round'

describe('roles and skills that a rule asks about', () => {
  let page: VueWrapper
  beforeAll(() => import('@/app/rounds/RoundPage.vue'))
  afterEach(() => {
    page.unmount()
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
  })

  it('are chosen by name, and kept by code', async () => {
    ;({ page } = await openRoundPage('/rounds/r1?step=set-up', { of: round }))
    const field = (name: string) =>
      page.findAllComponents(ElSelect).find((each) => each.props('ariaLabel')?.startsWith(name))!
    const shown = (name: string): string[] =>
      field(name)
        .findAll('.el-tag')
        .map((tag) => tag.text())
    expect(shown('Posts that selection')).toEqual(['Judge'])
    expect(shown('Skills a clerk')).toEqual(['court typing'])
    field('Posts that selection').vm.$emit('update:modelValue', ['judge', 'bailiff'])
    await vi.waitFor(() => expect(shown('Posts that selection')).toEqual(['Judge', 'Bailiff']))
    expect(field('Posts that selection').props('allowCreate')).toBe(false)
  })
})
