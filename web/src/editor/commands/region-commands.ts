/** From one part of the editor to the next without going through all that lies between. */
import { IconLayoutSidebarLeftExpand, IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import { always, type Command } from './command.ts'
import { late, type LateId } from './late-keys.ts'

/** In the order of the document, which is that of Tab. */
const REGIONS = 'header, nav, [data-canvas], [role="toolbar"], aside'
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex="0"]'

function going(id: LateId, label: Command['label'], icon: Command['icon'], by: -1 | 1): Command {
  return {
    ...late(id),
    label,
    icon,
    worksInFields: true,
    isEnabled: always,
    run() {
      const editor = document.querySelector('[data-editor]')
      const regions = [...(editor?.querySelectorAll<HTMLElement>(REGIONS) ?? [])].filter((one) => one.offsetParent)
      const here = document.activeElement?.closest<HTMLElement>(REGIONS)
      const at = here ? regions.indexOf(here) : -1
      const next = regions[(at === -1 && by === -1 ? regions.length - 1 : at + by + regions.length) % regions.length]
      const target = next && entryOf(next)
      target?.focus()
    },
  }
}

/** Where one comes in: at what is typed in, at the tool or page that is chosen, else at the beginning. */
function entryOf(region: HTMLElement): HTMLElement | null {
  if (region.matches('[data-canvas]')) return region.querySelector<HTMLElement>('[contenteditable="true"]') ?? region
  return (
    region.querySelector<HTMLElement>('[aria-current="page"], [aria-pressed="true"]') ??
    region.querySelector<HTMLElement>(FOCUSABLE)
  )
}

export const regionCommands: readonly Command[] = [
  going('nextRegion', (t) => t('pages:region.next'), IconLayoutSidebarRightExpand, 1),
  going('previousRegion', (t) => t('pages:region.previous'), IconLayoutSidebarLeftExpand, -1),
]
