import { Suspense, useState } from 'react'
import { useValue } from '../session/value.ts'
import { later } from '../../ui/later.ts'
import { commandDialog } from './view-commands.ts'

const CheatSheet = later(async () => (await import('./CheatSheet.tsx')).CheatSheet)
const CommandPalette = later(async () => (await import('./CommandPalette.tsx')).CommandPalette)

/** The two ways to find a command: by its name, or on the sheet of all shortcuts. */
export function CommandDialogs() {
  const open = useValue(commandDialog)
  // Mounted from the first opening on, so that they can also close gently.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  if (open !== null && !opened.has(open)) setOpened(new Set([...opened, open]))
  const close = () => {
    commandDialog.set(null)
    // Who asked for a command goes on at the canvas.
    document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true })
  }
  return (
    <Suspense fallback={null}>
      {opened.has('palette') && <CommandPalette opened={open === 'palette'} onClose={close} />}
      {opened.has('cheatSheet') && <CheatSheet opened={open === 'cheatSheet'} onClose={close} />}
    </Suspense>
  )
}
