import { afterEach, describe, expect, it } from 'vitest'
import type { RouteLocationNormalized, RouteLocationNormalizedLoaded } from 'vue-router'
import { scrollTo } from '@/app/scroll'
import { languageOf } from '@/app/use-preferences'

const at = (path: string, hash = ''): RouteLocationNormalizedLoaded => ({ path, hash }) as RouteLocationNormalizedLoaded
const ask = (to: RouteLocationNormalized, from: RouteLocationNormalizedLoaded, saved: null | { top: number } = null) =>
  scrollTo(to, from, saved && { left: 0, ...saved })

afterEach(() => document.body.replaceChildren())

describe('where a page shows from', () => {
  it('does not change when the same page is asked something else', async () => {
    expect(await ask(at('/caseload'), at('/caseload'))).toBe(false)
    expect(await ask(at('/caseload/backlog', '#sum'), at('/caseload/backlog', '#sum'))).toBe(false)
  })
  it('is the top of another page, or where one was on the way back', async () => {
    expect(await ask(at('/need'), at('/'))).toEqual({ top: 0 })
    expect(await ask(at('/need'), at('/'), { top: 300 })).toEqual({ left: 0, top: 300 })
  })
  it('is the part that a link names, once it is there', async () => {
    const asked = ask(at('/divisions/civil-2', '#合同'), at('/'))
    const el = document.createElement('article')
    el.id = '合同'
    document.body.append(el)
    expect(await asked).toEqual({ el, top: 64 })
  })
})

it.each([
  ['zh', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['en-US', 'en'],
  ['de', 'en'],
])('a browser that speaks %s begins in %s', (spoken, language) => expect(languageOf(spoken)).toBe(language))
