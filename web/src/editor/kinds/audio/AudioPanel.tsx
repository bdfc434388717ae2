import type { PanelProps } from '../kind-editor.ts'
import { PlayedPanel } from '../played/PlayedPanel.tsx'

/** What a recording is called, and what plays and replaces it. */
export function AudioPanel({ elements, update }: PanelProps<'audio'>) {
  return <PlayedPanel elements={elements} update={update} />
}
