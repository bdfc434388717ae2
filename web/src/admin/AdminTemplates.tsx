import { Button } from '@mantine/core'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { currentLanguage } from '../i18n/index.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { TemplateTools } from '../templates/TemplateTools.tsx'
import { useTemplateActions, useTemplates, type TemplateView } from '../templates/use-templates.ts'
import { Notice } from '../ui/Notice.tsx'
import { toastError } from '../ui/toast.ts'
import styles from './AdminPage.module.css'
import { AdminTable } from './AdminTable.tsx'
import { AdminTemplateRow } from './AdminTemplateRow.tsx'
import { TemplateDialogs, type OpenTemplateDialog } from './TemplateDialogs.tsx'

/** All templates in the order that teachers see: published ones, drafts, proposals, and what was withdrawn. */
export function AdminTemplates() {
  const { t } = useTranslation(['dashboard', 'admin'])
  const errorText = useErrorText()
  const navigate = useNavigate()
  const [view, setView] = useState<TemplateView>({ search: '', language: currentLanguage(), category: '' })
  const [dialog, setDialog] = useState<OpenTemplateDialog | null>(null)
  const templates = useTemplates(view, true)
  const actions = useTemplateActions()
  const items = templates.data?.items ?? []
  const orTell = (work: Promise<unknown>) => void work.catch((error: unknown) => toastError(errorText(error)))
  // What a filter hides has a place too: only the whole list can be put in order.
  const isWhole = view.search === '' && view.category === ''

  const move = (from: number, by: number) => {
    const ids = items.map(({ id }) => id)
    const [id] = ids.splice(from, 1)
    if (id !== undefined) ids.splice(from + by, 0, id)
    orTell(actions.order(ids))
  }
  const openCanvas = async (id: number) => {
    const { lesson_id: lessonId } = await actions.openCanvas(id)
    await navigate(`/lessons/${lessonId}`)
  }

  return (
    <>
      <div className={styles.tools}>
        <div className={styles.wide}>
          <TemplateTools view={view} onView={(change) => setView((now) => ({ ...now, ...change }))} />
        </div>
        <Button
          leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          onClick={() => setDialog({ kind: 'create', language: view.language })}
        >
          {t('dashboard:templates.create')}
        </Button>
      </div>
      <AdminTable
        query={templates}
        label={t('dashboard:templates.templates')}
        columns={[
          t('dashboard:templates.template'),
          t('dashboard:templates.category.label'),
          t('admin:state'),
          t('admin:updated'),
        ]}
        notLoaded={t('dashboard:templates.notLoaded')}
        empty={
          <Notice icon={IconTemplate} title={t('dashboard:templates.none')} text={t('dashboard:templates.noneText')} />
        }
        row={(template) => {
          const index = items.indexOf(template)
          return (
            <AdminTemplateRow
              key={template.id}
              template={template}
              onDialog={setDialog}
              onEdit={() => orTell(openCanvas(template.id))}
              onPublish={() => orTell(actions.publish(template.id))}
              onWithdraw={() => orTell(actions.withdraw(template.id))}
              onUp={isWhole && index > 0 ? () => move(index, -1) : null}
              onDown={isWhole && index < items.length - 1 ? () => move(index, 1) : null}
            />
          )
        }}
      />
      <TemplateDialogs open={dialog} actions={actions} onClose={() => setDialog(null)} />
    </>
  )
}
