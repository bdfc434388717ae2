import { Center, SegmentedControl, Select, SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core'
import { type LineElement, type LineHead, lineHeads, type Route, routes, withDefaults } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../../panel/shared-value.ts'
import { DashField } from '../../ui/DashField.tsx'
import { StrokeFields } from '../../panel/StrokeFields.tsx'
import type { PanelProps } from '../kind-editor.ts'
import { headName, RoutePicture, routeName } from './line-icons.tsx'

/** Way, heads, colour, width and dashes of lines. */
export function LinePanel({ elements, update }: PanelProps<'line'>) {
  const { t } = useTranslation('editor')
  const filled = elements.map((element) => withDefaults<LineElement>(element))
  const heads = lineHeads.map((head) => ({ value: head, label: headName(t, head) }))
  return (
    <Stack gap="xs">
      <Text size="xs" fw={500} mb={-4}>
        {t('editor:line.route')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('editor:line.route')}
        value={sharedValue(filled, ({ route }) => route) ?? ''}
        onChange={(route) => update({ route: route as Route, bend: route === 'curved' ? 0.2 : 0 })}
        data={routes.map((route) => ({
          value: route,
          label: (
            <Center h={20} title={routeName(t, route)}>
              <RoutePicture route={route} size={18} />
              <VisuallyHidden>{routeName(t, route)}</VisuallyHidden>
            </Center>
          ),
        }))}
      />
      <SimpleGrid cols={2} spacing="xs">
        <Select
          size="xs"
          label={t('editor:line.start')}
          value={sharedValue(filled, ({ startHead }) => startHead)}
          data={heads}
          allowDeselect={false}
          onChange={(head) => head && update({ startHead: head as LineHead })}
        />
        <Select
          size="xs"
          label={t('editor:line.end')}
          value={sharedValue(filled, ({ endHead }) => endHead)}
          data={heads}
          allowDeselect={false}
          onChange={(head) => head && update({ endHead: head as LineHead })}
        />
      </SimpleGrid>
      <StrokeFields elements={filled} update={update} />
      <DashField value={sharedValue(filled, ({ dash }) => dash)} onCommit={(dash) => update({ dash })} />
    </Stack>
  )
}
