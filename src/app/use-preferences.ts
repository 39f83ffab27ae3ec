import { ref, watch, type Ref } from 'vue'
import { languages, setLanguage, type Language } from './i18n'

export type Scheme = 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
/** How the rest is planned again after a human touch: near to the plan at hand, or as if there were none. */
export type Replan = 'few' | 'anew'

/** A choice kept in this browser; storage may be shut off, then it lasts as long as the page. */
function remembered<T extends string>(key: string, allowed: readonly T[], fallback: T): Ref<T> {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(`frontline.${key}`)
  } catch {
    stored = null
  }
  const value = ref(allowed.find((each) => each === stored) ?? fallback) as Ref<T>
  watch(value, (chosen) => {
    try {
      localStorage.setItem(`frontline.${key}`, chosen)
    } catch {
      return
    }
  })
  return value
}

const prefersDark = typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches
/** Until a person chooses: Chinese where the browser speaks it, English elsewhere. */
export const languageOf = (spoken: string): Language => (/^zh\b/i.test(spoken) ? 'zh-CN' : 'en')
const language = remembered<Language>('language', languages, languageOf(navigator.language))
const scheme = remembered<Scheme>('scheme', ['light', 'dark'], prefersDark ? 'dark' : 'light')
const density = remembered<Density>('density', ['comfortable', 'compact'], 'comfortable')
const replan = remembered<Replan>('replan', ['few', 'anew'], 'few')

/** Puts the choices on the page, now and whenever they change. Paper is light whatever the screen is. */
export function showChoices(): void {
  const paper = ref(false)
  const follow = ({ matches }: { matches: boolean }): void => {
    paper.value = matches
  }
  matchMedia('print').addEventListener('change', follow)
  addEventListener('beforeprint', () => follow({ matches: true }))
  addEventListener('afterprint', () => follow({ matches: false }))
  watch(
    [scheme, density, paper],
    () => {
      document.documentElement.classList.toggle('dark', scheme.value === 'dark' && !paper.value)
      document.documentElement.dataset.density = density.value
    },
    { immediate: true, flush: 'sync' },
  )
  watch(language, (chosen) => void setLanguage(chosen))
}

/** Language, light or dark, the density of tables and how to plan again: shared by the whole page and kept for the next visit. */
export const usePreferences = () => ({ language, scheme, density, replan })
