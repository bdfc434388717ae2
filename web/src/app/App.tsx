import { MantineProvider } from '@mantine/core'
import { StrictMode, Suspense } from 'react'
import { BrowserRouter } from 'react-router'
import { theme } from '../theme/theme.ts'
import { AppRoutes } from './AppRoutes.tsx'
import { PageFailure } from './PageFailure.tsx'
import { later } from '../ui/later.ts'

/** Loaded after the page: what is said before waits in its store. */
const Toasts = later(async () => (await import('../ui/Toasts.tsx')).Toasts)

/** The providers that every page of the app stands in. */
export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} forceColorScheme="light">
        <Suspense>
          <Toasts />
        </Suspense>
        <PageFailure>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </PageFailure>
      </MantineProvider>
    </StrictMode>
  )
}
