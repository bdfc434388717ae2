import { IconMaximize, IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react'
import { nextZoom, zoomAt } from '../canvas/camera.ts'
import { fitToView } from '../canvas/use-camera-fit.ts'
import type { EditorSession } from '../session/session.ts'
import { always, type Command } from './command.ts'

function zoomTo(session: EditorSession, zoom: number): void {
  const { width, height } = session.view.get()
  session.camera.set(zoomAt(session.camera.get(), zoom, { x: width / 2, y: height / 2 }))
}

export const zoomInCommand: Command = {
  id: 'zoomIn',
  label: (t) => t('editor:command.zoomIn'),
  icon: IconZoomIn,
  shortcuts: ['mod+=', 'mod++'],
  worksWhileTyping: true,
  isEnabled: always,
  run: ({ session }) => zoomTo(session, nextZoom(session.camera.get().zoom, 'in')),
}

export const zoomOutCommand: Command = {
  id: 'zoomOut',
  label: (t) => t('editor:command.zoomOut'),
  icon: IconZoomOut,
  shortcuts: ['mod+-'],
  worksWhileTyping: true,
  isEnabled: always,
  run: ({ session }) => zoomTo(session, nextZoom(session.camera.get().zoom, 'out')),
}

export const zoomResetCommand: Command = {
  id: 'zoomReset',
  label: (t) => t('editor:command.zoomReset'),
  icon: IconZoomReset,
  shortcuts: ['mod+0'],
  isEnabled: always,
  run: ({ session }) => zoomTo(session, 1),
}

export const zoomFitCommand: Command = {
  id: 'zoomFit',
  label: (t) => t('editor:command.zoomFit'),
  icon: IconMaximize,
  shortcuts: ['shift+1'],
  isEnabled: always,
  run: ({ session }) => fitToView(session),
}
