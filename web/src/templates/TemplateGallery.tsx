import { Button, Skeleton } from '@mantine/core'
import { IconMoodSad, IconSearchOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/index.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import { TemplatePicture } from './TemplatePicture.tsx'
import styles from './templates.module.css'
import { TemplateTools } from './TemplateTools.tsx'
import { useTemplates, type TemplateView } from './use-templates.ts'

interface TemplateGalleryProps {
  value: number | undefined
  onChange: (id: number) => void
}

/** Templates with their pictures, of which one is chosen, by pointer or with the arrow keys. */
export function TemplateGallery({ value, onChange }: TemplateGalleryProps) {
  const { t } = useTranslation('dashboard')
  const errorText = useErrorText()
  const [view, setView] = useState<TemplateView>({ search: '', language: currentLanguage(), category: '' })
  const templates = useTemplates(view)
  const items = templates.data?.items ?? []
  return (
    <div className={styles.gallery}>
      <TemplateTools view={view} onView={(change) => setView((now) => ({ ...now, ...change }))} />
      {templates.isPending && <LoadingTemplates />}
      {templates.isError && (
        <Notice icon={IconMoodSad} title={t('dashboard:templates.notLoaded')} text={errorText(templates.error)}>
          <Button variant="default" loading={templates.isFetching} onClick={() => void templates.refetch()}>
            {t('common:retry')}
          </Button>
        </Notice>
      )}
      {templates.data && items.length === 0 && (
        <Notice icon={IconSearchOff} title={t('dashboard:templates.none')} text={t('dashboard:templates.noneText')} />
      )}
      {items.length > 0 && (
        <fieldset className={styles.grid} aria-label={t('dashboard:templates.beginWith')}>
          {items.map((template) => (
            <label key={template.id} className={styles.card}>
              <input
                type="radio"
                name="template"
                value={template.id}
                checked={value === template.id}
                onChange={() => onChange(template.id)}
                aria-describedby={`template-${template.id}`}
                aria-label={template.name}
              />
              <TemplatePicture template={template} />
              <span className={styles.name}>{template.name}</span>
              <span className={styles.description} id={`template-${template.id}`}>
                {template.description}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function LoadingTemplates() {
  const { t } = useTranslation('common')
  return (
    <div className={styles.grid} role="status" aria-label={t('common:loading')}>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} style={{ aspectRatio: '1' }} radius="md" aria-hidden />
      ))}
    </div>
  )
}
