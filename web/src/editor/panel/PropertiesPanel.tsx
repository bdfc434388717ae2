import { Divider, Group, Stack, Title } from '@mantine/core'
import { isKnownKind, type LessonElement } from '@anawim/lesson'
import { updateElements } from '@anawim/lesson/doc'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { backCommand, backwardCommand, forwardCommand, frontCommand } from '../commands/arrange-commands.ts'
import { deleteCommand, duplicateCommand } from '../commands/element-commands.ts'
import { editorOf } from '../kinds/index.ts'
import { useEditorSession } from '../session/editor-context.ts'
import { useSelectedBesideText } from '../session/use-selected.ts'
import type { Translate } from '../session/translate.ts'
import { Outline } from '../outline/Outline.tsx'
import { ArrangeRows, CommandRow } from './ArrangeRows.tsx'
import { BoxFields } from './BoxFields.tsx'
import { LockToggle } from './LockToggle.tsx'
import { PageFields } from './PageFields.tsx'

const orderCommands = [frontCommand, forwardCommand, backwardCommand, backCommand, duplicateCommand, deleteCommand]

/** What is selected, in numbers and colours; the page when nothing is. Below, the list of its elements. */
export function PropertiesPanel() {
  const selected = useSelectedBesideText()
  return (
    <Stack gap="md">
      {selected.length === 0 ? <PageFields /> : <SelectionFields elements={selected} />}
      <Divider />
      <Outline />
    </Stack>
  )
}

function SelectionFields({ elements }: { elements: readonly LessonElement[] }) {
  const { t } = useTranslation('editor')
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="sm">
          {titleOf(elements, t)}
        </Title>
        <LockToggle elements={elements} />
      </Group>
      <BoxFields elements={elements} />
      <KindFields elements={elements} />
      <Divider />
      <ArrangeRows />
      <CommandRow commands={orderCommands} />
    </Stack>
  )
}

function titleOf(elements: readonly LessonElement[], t: Translate): string {
  const [first] = elements
  if (elements.length !== 1 || !first) return t('editor:panel.several', { count: elements.length })
  return editorOf(first)?.name(t, first) ?? t('editor:kind.unknown')
}

/** The panel of their kind, when they all have the same one. */
function KindFields({ elements }: { elements: readonly LessonElement[] }) {
  const { doc, history } = useEditorSession()
  const [first] = elements
  if (!first || !isKnownKind(first.kind) || elements.some(({ kind }) => kind !== first.kind)) return null
  const Panel = editorOf(first)?.Panel
  if (!Panel) return null
  const update = (patch: Record<string, unknown>) => {
    history.beginStep()
    updateElements(
      doc,
      elements.map(({ id }) => id),
      patch,
    )
    history.beginStep()
  }
  return (
    <>
      <Divider />
      <Suspense fallback={null}>
        <Panel elements={elements as never} update={update} />
      </Suspense>
    </>
  )
}
