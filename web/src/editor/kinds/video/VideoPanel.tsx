import type { PanelProps } from '../kind-editor.ts'
import { PlayedPanel } from '../played/PlayedPanel.tsx'

/** What a video is called, and what plays and replaces it. */
export function VideoPanel({ elements, update }: PanelProps<'video'>) {
  return <PlayedPanel elements={elements} update={update} />
}
