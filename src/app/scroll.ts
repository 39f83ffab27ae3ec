import type { RouterScrollBehavior } from 'vue-router'

/** How long a link to a part of a page waits for the part to be there, in milliseconds. */
const patience = 4000
const step = 50

/** The part of a page that a link names; null where it does not come in time. */
async function part(id: string): Promise<HTMLElement | null> {
  for (let waited = 0; waited < patience; waited += step) {
    const found = document.getElementById(id)
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, step))
  }
  return null
}

/**
 * Where a page shows from: going back from where it was, a link to a part of it from that part, and another page from
 * its top. A question asked on the same page moves nothing: what was pressed stays under the hand.
 */
export const scrollTo: RouterScrollBehavior = async (to, from, saved) => {
  if (saved !== null) return saved
  if (to.hash !== '' && (to.path !== from.path || to.hash !== from.hash)) {
    const el = await part(decodeURIComponent(to.hash.slice(1)))
    if (el !== null) return { el, top: 64 }
  }
  return to.path === from.path ? false : { top: 0 }
}
