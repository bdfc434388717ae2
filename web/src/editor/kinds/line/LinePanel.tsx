import { SegmentedControl, Select, SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core'
import { type LineElement, type LineHead, lineHeads, type Route, routes, withDefaults } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../../panel/shared-value.ts'
import { ColorField } from '../../ui/ColorField.tsx'
import { DashField } from '../../ui/DashField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { OpacityField } from '../../ui/OpacityField.tsx'
import type { PanelProps } from '../kind-editor.ts'
import { headName, RoutePicture, routeName } from './line-icons.tsx'

/** Way, heads, colour, width and dashes of lines. */
export function LinePanel({ elements, update }: PanelProps<'line'>) {
  const { t } = useTranslation(['editor', 'format'])
  const filled = elements.map((element) => withDefaults<LineElement>(element))
  const heads = lineHeads.map((head) => ({ value: head, label: headName(t, head) }))
  return (
    <Stack gap="xs">
      <Text size="xs">{t('format:line.route')}</Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('format:line.route')}
        value={sharedValue(filled, ({ route }) => route) ?? ''}
        onChange={(route) => update({ route: route as Route, bend: route === 'curved' ? 0.2 : 0 })}
        data={routes.map((route) => ({
          value: route,
          label: (
            <span title={routeName(t, route)}>
              <RoutePicture route={route} size={18} />
              <VisuallyHidden>{routeName(t, route)}</VisuallyHidden>
            </span>
          ),
        }))}
      />
      <SimpleGrid cols={2} spacing="xs">
        <Select
          size="xs"
          label={t('format:line.start')}
          value={sharedValue(filled, ({ startHead }) => startHead)}
          data={heads}
          allowDeselect={false}
          onChange={(head) => head && update({ startHead: head as LineHead })}
        />
        <Select
          size="xs"
          label={t('format:line.end')}
          value={sharedValue(filled, ({ endHead }) => endHead)}
          data={heads}
          allowDeselect={false}
          onChange={(head) => head && update({ endHead: head as LineHead })}
        />
      </SimpleGrid>
      <ColorField
        label={t('format:panel.lineColor')}
        value={sharedValue(filled, ({ stroke }) => stroke)}
        onCommit={(stroke) => update({ stroke })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label={t('format:panel.lineWidth')}
          value={sharedValue(filled, ({ strokeWidth }) => strokeWidth)}
          min={0.5}
          max={200}
          onCommit={(strokeWidth) => update({ strokeWidth })}
        />
        <OpacityField
          value={sharedValue(filled, ({ opacity }) => opacity)}
          onCommit={(opacity) => update({ opacity })}
        />
      </SimpleGrid>
      <DashField value={sharedValue(filled, ({ dash }) => dash)} onCommit={(dash) => update({ dash })} />
    </Stack>
  )
}
