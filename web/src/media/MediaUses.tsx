import { Anchor, Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './MediaPage.module.css'
import { useMediaError } from './use-media-error.ts'
import { useMediaUses } from './use-media.tsx'

/** The lessons that show a file. */
export function MediaUses({ id }: { id: number }) {
  const { t } = useTranslation(['media', 'common'])
  const told = useMediaError()
  const uses = useMediaUses(id)
  return (
    <section>
      <Text size="sm" fw={500}>
        {t('media:uses.title')}
      </Text>
      {uses.isPending && <Loader type="dots" size="sm" aria-label={t('common:loading')} />}
      {uses.error && (
        <Text role="alert" size="sm" c="red.8">
          {told(uses.error)}
        </Text>
      )}
      {uses.data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('media:uses.none')}
        </Text>
      )}
      <ul className={styles.uses}>
        {uses.data?.items.map((lesson) => (
          <li key={lesson.id}>
            <Anchor component={Link} to={`/lessons/${lesson.id}`}>
              {lesson.title}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
