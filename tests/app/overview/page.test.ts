import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPage } from '../page'
import { smallCourt } from '../small-court'

let page: VueWrapper
afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})
const share = async (changes: Record<string, unknown> = {}) => {
  page = await openPage(smallCourt(changes), '/', 'en', { more: { 'api/courts/c/rounds': [] } })
  const card = page.findAll('.figure').find((each) => each.text().includes('Front-line share'))!
  return card.find('.place').text().replace(/\s+/g, ' ')
}

describe('the front-line share at the top', () => {
  it('says that it is below its bound beside the cap that is kept', async () => {
    // 1.5 of 4 FTE at the front line; nobody is administrative.
    const told = await share()
    expect(told).toContain('Below the 85.00 % that there should be at the least')
    expect(told).toContain('Administrative staff 0.00 %: within the cap of 15.00 %')
  })
  it('says that it is enough where the cap leaves no more', async () => {
    expect(await share({ settings: { administrativeCap: 0.9 } })).toContain(
      'At or above the 10.00 % that there should be at the least',
    )
  })
})
