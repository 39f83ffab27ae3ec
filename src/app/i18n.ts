import type { Language as ElementLanguage } from 'element-plus/es/locale'
import { shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import type zhCN from '@/locales/zh-CN.json'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

type Leaves<T, P extends string = ''> = T extends string
  ? P
  : { [K in keyof T & string]: Leaves<T[K], P extends '' ? K : `${P}.${K}`> }[keyof T & string]

/** Every text there is, by its path in zh-CN.json. */
export type MessageKey = Leaves<typeof zhCN>
export type Words = Record<string, unknown>

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  messages: {},
})

/** The words of the components' own buttons and calendars. */
export const elementLanguage = shallowRef<ElementLanguage>()

const load = {
  'zh-CN': () => Promise.all([import('@/locales/zh-CN.json'), import('element-plus/es/locale/lang/zh-cn')] as const),
  en: () => Promise.all([import('@/locales/en.json'), import('element-plus/es/locale/lang/en')] as const),
}

/** Loads the texts of the language and shows them. */
export async function setLanguage(language: Language): Promise<void> {
  const [texts, element] = await load[language]()
  i18n.global.setLocaleMessage(language, texts.default as never)
  plain.set(language, new Map())
  elementLanguage.value = element.default
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

/** Texts without words of their own, as they were last put together: a page asks for the same ones over and over. */
const plain = new Map<Language, Map<MessageKey, string>>()
function t(key: MessageKey, words?: Words): string {
  if (words !== undefined) return i18n.global.t(key, words)
  const texts = plain.get(i18n.global.locale.value as Language)
  const known = texts?.get(key)
  if (known !== undefined) return known
  const text = i18n.global.t(key)
  texts?.set(key, text)
  return text
}
/** Whether there is such a text: for codes that come from outside, `errors.<code>`. */
const has = (key: string): key is MessageKey => i18n.global.te(key)

/** Texts whose keys are checked: a key that zh-CN.json does not hold fails to compile. */
export const useT = () => ({ t, has, locale: i18n.global.locale })
