import { useTranslation } from 'react-i18next'
import { languages, type Language } from '../i18n/index.ts'
import { Choice } from '../ui/Choice.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { categoryNames, useCategoryTexts, type CategoryName } from './categories.ts'
import styles from './templates.module.css'
import type { TemplateView } from './use-templates.ts'

interface TemplateToolsProps {
  view: TemplateView
  onView: (change: Partial<TemplateView>) => void
}

/** Searches templates, and narrows them to a category and a language. */
export function TemplateTools({ view, onView }: TemplateToolsProps) {
  const { t } = useTranslation('dashboard')
  const categories = useCategoryTexts()
  return (
    <div className={styles.tools}>
      <div className={styles.search}>
        <SearchBox
          label={t('dashboard:templates.search')}
          value={view.search}
          onChange={(search) => onView({ search })}
        />
      </div>
      <Choice
        className={styles.narrow}
        label={t('dashboard:templates.category.label')}
        value={view.category}
        onChange={(category) => onView({ category: category as CategoryName | '' })}
        choices={[
          { value: '', label: t('dashboard:templates.category.all') },
          ...categoryNames.map((name) => ({ value: name, label: categories[name] })),
        ]}
      />
      <Choice
        className={styles.narrow}
        label={t('dashboard:templates.language')}
        value={view.language}
        onChange={(language) => onView({ language: language as Language })}
        choices={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      />
    </div>
  )
}
