import { PiniaColada } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { i18n, setLanguage, type Language } from '@/app/i18n'
import ReplanPanel from '@/app/board/ReplanPanel.vue'

const goals = [
  { id: 'front-line-shortage', unit: 'thousandths' as const },
  { id: 'fewest-moves', unit: 'people' as const },
]
const at = (goal: string | null) => ({ goal, goals: [], plan: null, seconds: 0 })
const texts: Record<Language, [string, string, string]> = {
  en: ['Writing out rules and posts…', 'Looking for a plan that keeps every rule…', 'Goal 2 of 2: People who move'],
  'zh-CN': ['正在写出规则和岗位…', '正在寻找遵守全部规则的方案…', '正在求第 2 个目标（共 2 个）：调整人数'],
}
afterEach(() => vi.unstubAllGlobals())

describe('the planner at work on the board', () => {
  it.each(Object.entries(texts) as [Language, (typeof texts)[Language]][])(
    'tells the goal in work, and in words what comes before the first of them (%s)',
    async (language, [writing, searching, working]) => {
      vi.stubGlobal('fetch', () => Promise.resolve(new Response('[]')))
      await setLanguage(language)
      const panel = mount(ReplanPanel, {
        props: { progress: null, elapsed: 0, pins: 0, goals },
        global: { plugins: [createPinia(), PiniaColada, i18n] },
      })
      expect(panel.text()).toContain(writing)
      await panel.setProps({ progress: at('leaving') })
      expect(panel.text()).toContain(searching)
      expect(panel.text()).not.toContain('leaving')
      await panel.setProps({ progress: at('fewest-moves') })
      expect(panel.text()).toContain(working)
      panel.unmount()
    },
  )
})
