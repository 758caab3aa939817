import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// `vite web` (development) asks the API of an `ascribe serve`; `vite build web` writes web/dist.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Everything ships as files of this server: the content security policy allows nothing inlined.
  build: { assetsInlineLimit: 0, target: 'es2024', chunkSizeWarningLimit: 1200 },
  server: {
    proxy: {
      '/api': {
        target: 'http://127.0.0.1:4280',
        changeOrigin: true,
        // The API refuses what pages of another port send; here that page is the workbench itself.
        configure: (proxy) => proxy.on('proxyReq', (request) => request.removeHeader('origin')),
      },
    },
  },
})
