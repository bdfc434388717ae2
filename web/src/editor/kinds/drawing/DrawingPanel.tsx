import { Stack } from '@mantine/core'
import { type DrawingElement, withDefaults } from '@anawim/lesson'
import { StrokeFields } from '../../panel/StrokeFields.tsx'
import type { PanelProps } from '../kind-editor.ts'

/** Colour, width and opacity of lines drawn by hand. */
export function DrawingPanel({ elements, update }: PanelProps<'drawing'>) {
  const filled = elements.map((element) => withDefaults<DrawingElement>(element))
  return (
    <Stack gap="xs">
      <StrokeFields elements={filled} update={update} />
    </Stack>
  )
}
