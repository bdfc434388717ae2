import { Anchor, Button, Loader, Title } from '@mantine/core'
import { IconArrowLeft, IconMoodSad, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { PupilCards } from '@anawim/api/contract'
import { NotFoundPage } from '../app/NotFoundPage.tsx'
import { asApiError } from '../session/api-error.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { Header } from '../shell/Header.tsx'
import { PageBody } from '../shell/PageBody.tsx'
import { Notice } from '../ui/Notice.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { AddPupilsDialog } from './AddPupilsDialog.tsx'
import styles from './classes.module.css'
import { ClassMenu } from './ClassMenu.tsx'
import { CodeSheet } from './CodeSheet.tsx'
import { JoinCodePanel } from './JoinCodePanel.tsx'
import { PupilTable } from './PupilTable.tsx'
import { useClass } from './use-classes.ts'

/** `/classes/:id`: a class as its teacher sees it. */
export function ClassPage() {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const id = Number(useParams()['id'])
  const tools = useClass(id)
  const shown = tools.shown.data
  // Codes are told once: while they are shown, they are all there is on the page.
  const [cards, setCards] = useState<PupilCards | null>(null)
  const [isAdding, setAdding] = useState(false)
  usePageTitle(shown?.name ?? t('people:classes.title'))
  if (tools.shown.error && ['not_found', 'forbidden'].includes(asApiError(tools.shown.error).code))
    return <NotFoundPage />

  return (
    <>
      <Header />
      <PageBody>
        {tools.shown.isPending && <Loader type="dots" />}
        {!shown && tools.shown.error && (
          <Notice icon={IconMoodSad} title={t('people:classes.notLoaded')} text={errorText(tools.shown.error)}>
            <Button onClick={() => void tools.shown.refetch()}>{t('common:retry')}</Button>
          </Notice>
        )}
        {shown && cards && <CodeSheet className={shown.name} cards={cards} onDone={() => setCards(null)} />}
        {shown && !cards && (
          <>
            <Anchor component={Link} to="/classes" className={styles.back}>
              <IconArrowLeft size={18} aria-hidden /> {t('people:classes.title')}
            </Anchor>
            <div className={styles.heading}>
              <Title order={1} className={styles.title}>
                {shown.name}
              </Title>
              <Button leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
                {t('people:pupils.add')}
              </Button>
              <ClassMenu name={shown.name} tools={tools} onRemoved={() => void navigate('/classes')} />
            </div>
            <JoinCodePanel code={shown.join_code} setOpen={tools.setOpen} />
            <PupilTable tools={tools} onCards={setCards} onAdd={() => setAdding(true)} />
            <AddPupilsDialog
              opened={isAdding}
              addPupils={tools.addPupils}
              onClose={() => setAdding(false)}
              onMade={(made) => {
                setAdding(false)
                setCards(made)
              }}
            />
          </>
        )}
      </PageBody>
    </>
  )
}
