import { SimpleGrid } from '@mantine/core'
import { type Box, type LessonElement, limits, roundLength, roundRotation } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { rotateAbout, centerOf, translate, unionOf } from '../canvas/boxes.ts'
import { LEAST_SIZE } from '../canvas/resize.ts'
import { useEditorSession } from '../session/editor-context.ts'
import { writeBoxes } from '../session/write-boxes.ts'
import { NumberField } from '../ui/NumberField.tsx'

/** Place, size and rotation in page pixels and degrees. Several elements move and turn together, and keep their sizes. */
export function BoxFields({ elements }: { elements: readonly LessonElement[] }) {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  const boxes = elements.map((element) => session.boxOf(element.id) ?? element)
  const [only] = boxes
  const isSingle = boxes.length === 1 && only !== undefined
  const frame = isSingle ? only : unionOf(boxes)
  if (!frame) return null
  const write = (change: (box: Box) => Box) => {
    session.history.beginStep()
    writeBoxes(
      session,
      elements.map((element) => ({ id: element.id, box: change(session.boxOf(element.id) ?? element) })),
    )
    session.history.beginStep()
  }
  return (
    <SimpleGrid cols={2} spacing="xs">
      <NumberField
        label={t('editor:panel.x')}
        value={roundLength(frame.x)}
        min={-limits.coordinate}
        max={limits.coordinate}
        onCommit={(x) => write((box) => translate(box, { x: x - frame.x, y: 0 }))}
      />
      <NumberField
        label={t('editor:panel.y')}
        value={roundLength(frame.y)}
        min={-limits.coordinate}
        max={limits.coordinate}
        onCommit={(y) => write((box) => translate(box, { x: 0, y: y - frame.y }))}
      />
      {isSingle && (
        <>
          <NumberField
            label={t('editor:panel.width')}
            value={roundLength(only.width)}
            min={LEAST_SIZE}
            max={limits.size}
            onCommit={(width) => write((box) => ({ ...box, width }))}
          />
          <NumberField
            label={t('editor:panel.height')}
            value={roundLength(only.height)}
            min={LEAST_SIZE}
            max={limits.size}
            onCommit={(height) => write((box) => ({ ...box, height }))}
          />
        </>
      )}
      <NumberField
        label={t('editor:panel.rotation')}
        value={isSingle ? roundRotation(only.rotation) : 0}
        step={15}
        unit="°"
        onCommit={(rotation) =>
          write((box) => rotateAbout(box, centerOf(frame), isSingle ? rotation - only.rotation : rotation))
        }
      />
    </SimpleGrid>
  )
}
