import { fileURLToPath, URL } from 'node:url'
import VueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'
import { developmentApi } from './src/server/dev-plugin.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** A busy machine is no failure: speed is for the benchmarks. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  plugins: [
    vue(),
    VueI18n({ include: at('./src/locales/*.json'), runtimeOnly: true, strictMessage: true }),
    Components({
      dirs: [],
      // Mounted in a test there is nothing to be styled, and Node cannot read a style sheet.
      resolvers: [ElementPlusResolver({ importStyle: process.env.VITEST === undefined ? 'css' : false })],
      dts: 'components.d.ts',
    }),
    developmentApi(),
  ],
  resolve: { alias: { '@': at('./src') } },
  worker: { format: 'es' },
  // It finds its WebAssembly beside itself, which bundling ahead would part it from.
  optimizeDeps: { exclude: ['@bsull/augurs'] },
  build: { outDir: 'dist/client', chunkSizeWarningLimit: 900 },
  test: {
    ...patience,
    // Every core: by itself it leaves one out, and of two that is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // They touch nothing but what they make, so modules are loaded once for all of them.
          isolate: false,
          include: ['tests/{domain,rules,planner,locales,workbook,example}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        // Without the plugins of the app: the server reads the texts as they are, and so do its tests.
        test: {
          name: 'server',
          ...patience,
          include: ['tests/server/**/*.test.ts'],
          globalSetup: './tests/server/set-up.ts',
        },
      },
      {
        extends: true,
        // The whole of it in one file: its hundreds of modules would be loaded anew for every test file.
        resolve: { alias: [{ find: /^element-plus(\/es)?$/, replacement: 'element-plus/dist/index.full.mjs' }] },
        test: {
          name: 'app',
          include: ['tests/app/**/*.test.ts'],
          environment: 'jsdom',
          setupFiles: ['./tests/app/signed-in.ts', './tests/app/settled.ts'],
          globalSetup: './tests/app/set-up.ts',
        },
      },
    ],
  },
})
