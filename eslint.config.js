import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import pluginVue from 'eslint-plugin-vue'
import vueA11y from 'eslint-plugin-vuejs-accessibility'

export default defineConfigWithVueTs(
  {
    name: 'ignores',
    ignores: ['dist/**', 'data/**', 'coverage/**', 'components.d.ts', 'playwright-report/**', 'test-results/**'],
  },
  pluginVue.configs['flat/recommended-error'],
  vueA11y.configs['flat/recommended'],
  vueTsConfigs.recommendedTypeChecked,
  {
    rules: {
      eqeqeq: 'error',
      'no-debugger': 'error',
      'vue/multi-word-component-names': 'off',
      // Layout is the formatter's business.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      '@typescript-eslint/require-await': 'off',
      // A label round its control, or one that names it: either joins the two.
      'vuejs-accessibility/label-has-for': [
        'error',
        {
          controlComponents: ['ElInput', 'ElInputNumber', 'ElSelect', 'ElDatePicker'],
          required: { some: ['nesting', 'id'] },
        },
      ],
    },
  },
)
