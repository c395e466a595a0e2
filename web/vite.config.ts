import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { reactAriaStrings } from './build/react-aria-strings.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [reactAriaStrings(), react(), tailwindcss()],
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
  // React Aria is left unbundled in development so that the plugin above sees its modules there too.
  optimizeDeps: { exclude: ['react-aria-components', 'react-aria', 'react-stately'], include: ['use-sync-external-store/shim/index.js'] },
  build: {
    outDir: 'dist',
    // The content policy has no data: for scripts or fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
  },
})
