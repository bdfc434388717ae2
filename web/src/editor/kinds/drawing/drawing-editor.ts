import { IconPencil } from '@tabler/icons-react'
import type { Editor } from '../../session/editor.ts'
import { fetchedTool } from '../../tools/fetched-tool.ts'
import { later, laterCode } from '../../../ui/later.ts'
import type { KindEditor } from '../kind-editor.ts'
import type { PenMode } from './pen-choice.ts'

const penTool = laterCode(async () => (await import('./pen-tool.ts')).penTool)
const PenFlyout = later(async () => (await import('./PenFlyout.tsx')).PenFlyout)
const DrawingPanel = later(async () => (await import('./DrawingPanel.tsx')).DrawingPanel)

const taking =
  (mode: PenMode) =>
  ({ session }: Editor) => {
    session.pen.set({ ...session.pen.get(), mode })
    session.tool.set('drawing')
  }

export const drawingEditor: KindEditor<'drawing'> = {
  icon: IconPencil,
  key: 'p',
  otherKeys: {
    h: { name: (t) => t('editor:pen.highlighter'), take: taking('highlighter') },
    e: { name: (t) => t('editor:pen.eraser'), take: taking('eraser') },
  },
  toolName: (t) => t('editor:tool.drawing'),
  take: taking('pen'),
  startTool: (session) => fetchedTool(penTool, (start) => start(session.pen.get)),
  ToolOptions: null,
  ToolFlyout: PenFlyout,
  name: (t, { brush }) => (brush === 'highlighter' ? t('editor:kind.highlight') : t('editor:kind.drawing')),
  describe: () => '',
  Panel: DrawingPanel,
}
