import { plainText } from '@anawim/lesson'
import { IconTriangleSquareCircle } from '@tabler/icons-react'
import type { KindEditor } from '../kind-editor.ts'
import { InsideText } from '../text/inside-text.ts'
import { shapeName } from './shape-names.ts'
import { shapeTool } from './shape-tool.ts'
import { later } from '../../../ui/later.ts'

const ShapeOptions = later(async () => (await import('./ShapeOptions.tsx')).ShapeOptions)
const ShapePanel = later(async () => (await import('./ShapePanel.tsx')).ShapePanel)

export const shapeEditor: KindEditor<'shape'> = {
  icon: IconTriangleSquareCircle,
  key: 's',
  toolName: (t) => t('editor:tool.shape'),
  take: ({ session }) => session.tool.set('shape'),
  startTool: (session) => shapeTool(session.shapeName.get()),
  ToolOptions: ShapeOptions,
  Inside: InsideText,
  name: (t, element) => shapeName(t, element.shape),
  describe: ({ text }) => (text ? plainText(text).trim().slice(0, 200) : ''),
  Panel: ShapePanel,
}
