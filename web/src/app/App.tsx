import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode } from 'react'
import { RouterProvider } from 'react-router/dom'
import { theme } from '../theme/theme.ts'
import { router } from './router.tsx'

/** The providers that every page of the app stands in. */
export function App() {
  return (
    <StrictMode>
      <MantineProvider theme={theme} forceColorScheme="light">
        <Notifications position="bottom-center" autoClose={6_000} limit={3} />
        <RouterProvider router={router} />
      </MantineProvider>
    </StrictMode>
  )
}
