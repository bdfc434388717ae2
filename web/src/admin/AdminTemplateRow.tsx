import type { Template } from '@anawim/api/contract'
import { Badge, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconEyeOff,
  IconForms,
  IconPencil,
  IconTrash,
  IconWorldUpload,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCategoryTexts } from '../templates/categories.ts'
import { TemplatePicture } from '../templates/TemplatePicture.tsx'
import pictures from '../templates/templates.module.css'
import { MoreButton } from '../ui/MoreButton.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import styles from './AdminPage.module.css'
import type { OpenTemplateDialog } from './TemplateDialogs.tsx'

interface AdminTemplateRowProps {
  template: Template
  onDialog: (dialog: OpenTemplateDialog) => void
  onEdit: () => void
  onPublish: () => void
  onWithdraw: () => void
  /** null: it is the first, or the list is not the whole one. */
  onUp: (() => void) | null
  onDown: (() => void) | null
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const
const colors = { published: 'jade', proposed: 'yellow', draft: 'gray', withdrawn: 'gray' } as const

/** One template of the admin's list. */
export function AdminTemplateRow(props: AdminTemplateRowProps) {
  const { template } = props
  const { t } = useTranslation(['dashboard', 'admin'])
  const categories = useCategoryTexts()
  const states: Record<Template['state'], string> = {
    published: t('dashboard:templates.state.published'),
    proposed: t('dashboard:templates.state.proposed'),
    draft: t('dashboard:templates.state.draft'),
    withdrawn: t('dashboard:templates.state.withdrawn'),
  }
  return (
    <tr>
      <td className={styles.name}>
        <TemplateName template={template} />
      </td>
      <td data-label={t('dashboard:templates.category.label')}>{categories[template.category]}</td>
      <td data-label={t('admin:state')}>
        <Badge
          variant="light"
          color={colors[template.state]}
          c={template.state === 'published' ? 'jade.8' : 'gray.8'}
          tt="none"
          fw={600}
        >
          {states[template.state]}
        </Badge>
      </td>
      <td data-label={t('admin:updated')}>
        <RelativeTime time={template.updated_at} />
      </td>
      <td className={styles.actions}>
        <TemplateMenu {...props} />
      </td>
    </tr>
  )
}

function TemplateName({ template: { name, author }, template }: { template: Template }) {
  const { t } = useTranslation('dashboard')
  return (
    <div className={pictures.what}>
      <div className={pictures.rowPicture}>
        <TemplatePicture template={template} />
      </div>
      <div>
        {name}
        <span className={pictures.by}>
          {author ? t('dashboard:templates.by', { name: author.full_name }) : t('dashboard:templates.shipped')}
        </span>
      </div>
    </div>
  )
}

function TemplateMenu({ template, onDialog, onEdit, onPublish, onWithdraw, onUp, onDown }: AdminTemplateRowProps) {
  const { t } = useTranslation(['dashboard', 'admin'])
  const isPublished = template.state === 'published'
  return (
    <Menu width={270}>
      <Menu.Target>
        <MoreButton label={t('admin:actionsFor', { name: template.name })} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
          {t('dashboard:templates.menu.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconForms {...icon} />} onClick={() => onDialog({ kind: 'details', template })}>
          {t('dashboard:templates.menu.details')}
        </Menu.Item>
        <Menu.Item leftSection={<IconWorldUpload {...icon} />} onClick={onPublish}>
          {isPublished ? t('dashboard:templates.menu.publishAgain') : t('dashboard:templates.menu.publish')}
        </Menu.Item>
        {isPublished && (
          <Menu.Item leftSection={<IconEyeOff {...icon} />} onClick={onWithdraw}>
            {t('dashboard:templates.menu.withdraw')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowUp {...icon} />} disabled={!onUp} onClick={onUp ?? undefined}>
          {t('dashboard:templates.menu.up')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown {...icon} />} disabled={!onDown} onClick={onDown ?? undefined}>
          {t('dashboard:templates.menu.down')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red.7"
          leftSection={<IconTrash {...icon} />}
          onClick={() => onDialog({ kind: 'remove', template })}
        >
          {t('dashboard:templates.menu.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
