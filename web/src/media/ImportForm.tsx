import type { Media } from '@anawim/api/contract'
import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/media-call.ts'
import { useMediaError } from './use-media-error.ts'

/** Has the server fetch a file from its address. */
export function ImportForm({ onDone }: { onDone: (media: Media) => void }) {
  const { t } = useTranslation('media')
  const told = useMediaError()
  const [url, setUrl] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isFetching, setFetching] = useState(false)
  const fetchIt = async (event: FormEvent) => {
    event.preventDefault()
    if (!/^https?:\/\/[^/]+/i.test(url.trim())) return setProblem(t('media:address.wrong'))
    setFetching(true)
    setProblem(null)
    try {
      onDone(await call('importMedia', { body: { url: url.trim() } }))
    } catch (error) {
      setProblem(told(error))
    } finally {
      setFetching(false)
    }
  }
  return (
    <form noValidate onSubmit={(event) => void fetchIt(event)}>
      <Stack gap="md">
        <TextInput
          type="url"
          label={t('media:address.label')}
          description={t('media:address.help')}
          placeholder="https://"
          data-autofocus
          value={url}
          error={problem}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button type="submit" loading={isFetching} style={{ alignSelf: 'flex-end' }}>
          {t('media:address.fetch')}
        </Button>
      </Stack>
    </form>
  )
}
