import './zod-without-eval.ts'
import './ui/theme.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { PreferredLanguage } from './i18n/language.tsx'
import { showOnDocument } from './i18n/preferences.ts'
import { router } from './routes/router.ts'

showOnDocument()

// Only pages over TLS or from this machine may have one; the others work without.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/offline-worker.js').catch(() => undefined))
}

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PreferredLanguage>
        <RouterProvider router={router} />
      </PreferredLanguage>
    </QueryClientProvider>
  </StrictMode>,
)
