import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ImportFrame from '@/app/data/ImportFrame.vue'
import { i18n, setLanguage } from '@/app/i18n'

let page: VueWrapper
beforeAll(() => setLanguage('en'))
afterEach(() => page.unmount())
const show = (step: object): VueWrapper =>
  (page = mount(ImportFrame, {
    props: { step: step as { name: string }, reads: ['ready'] },
    slots: { default: 'what is next' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  }))

describe('the frame of an import', () => {
  it('takes the focus where there is something to read, and nowhere else', async () => {
    show({ name: 'choose' })
    await page.setProps({ step: { name: 'working' } })
    await nextTick()
    expect(document.activeElement).toBe(document.body)
    await page.setProps({ step: { name: 'ready' } })
    await nextTick()
    expect(document.activeElement).toBe(page.element)
  })
  it('keeps the focus that goes with the step before, and gives up what is shown with Esc', async () => {
    show({ name: 'ready' })
    const button = document.createElement('button')
    page.element.append(button)
    button.focus()
    button.remove()
    await page.setProps({ step: { name: 'choose' } })
    await nextTick()
    expect(document.activeElement).toBe(page.element)
    await page.trigger('keydown', { key: 'Escape' })
    expect(page.emitted('reset')).toBeUndefined()
    await page.setProps({ step: { name: 'ready' } })
    await page.trigger('keydown', { key: 'Escape' })
    expect(page.emitted('reset')).toHaveLength(1)
  })
  it('says what failed in place of the step, with the way to try again and to take another file', async () => {
    const again = vi.fn()
    show({ name: 'failed', error: new Error('no'), again })
    expect(page.text()).not.toContain('what is next')
    const [retry, another] = ['again', 'another'].map((word) =>
      page.findAll('button').find((button) => new RegExp(word, 'i').test(button.text()))!,
    )
    await retry!.trigger('click')
    await another!.trigger('click')
    expect(again).toHaveBeenCalledOnce()
    expect(page.emitted('reset')).toHaveLength(1)
  })
})
