import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { z } from 'zod'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './theme.css'
import App from './App.vue'
import { i18n, setLanguage } from './i18n'
import { router } from './router'
import { showChoices, usePreferences } from './use-preferences'

// Under a strict content policy zod may not compile its checks.
z.config({ jitless: true })

const { language } = usePreferences()
showChoices()
await setLanguage(language.value)
createApp(App).use(createPinia()).use(PiniaColada).use(i18n).use(router).mount('#app')
