import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PropertiesPanel } from './PropertiesPanel.tsx'

/** The properties at the foot of a small screen: the page stays in sight above. */
export function PanelDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('editor')
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="55%"
      title={t('editor:panel.label')}
      overlayProps={{ backgroundOpacity: 0.1 }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      styles={{ content: { borderRadius: '16px 16px 0 0' } }}
    >
      <PropertiesPanel />
    </Drawer>
  )
}
