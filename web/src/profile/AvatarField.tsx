import { Alert, Avatar, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../session/school-call.ts'
import { loadSession } from '../session/session-store.ts'
import { useErrorText } from '../session/use-error-text.ts'
import { useUser } from '../session/use-session.ts'
import styles from './ProfilePage.module.css'
import { initialsOf } from '../ui/initials-of.ts'

/** One's picture: choose another, or have none. */
export function AvatarField() {
  const { t } = useTranslation('profile')
  const errorText = useErrorText()
  const user = useUser()
  const save = useMutation({
    mutationFn: (file: File | null) => {
      if (file === null) return call('removeAvatar')
      const form = new FormData()
      form.append('file', file)
      return call('uploadAvatar', { form })
    },
    onSuccess: () => loadSession(),
  })

  return (
    <div className={styles.avatar}>
      <Avatar src={user.avatar} color="jade" size={88} aria-hidden>
        {initialsOf(user.full_name)}
      </Avatar>
      <Stack gap={8} flex={1}>
        <Group gap="sm">
          <FileButton
            accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
            onChange={(file) => file && save.mutate(file)}
          >
            {(props) => (
              <Button variant="default" loading={save.isPending} {...props}>
                {user.avatar ? t('profile:avatar.change') : t('profile:avatar.choose')}
              </Button>
            )}
          </FileButton>
          {user.avatar && (
            <Button variant="subtle" color="gray.7" disabled={save.isPending} onClick={() => save.mutate(null)}>
              {t('profile:avatar.remove')}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('profile:avatar.help')}
        </Text>
        {save.isError && (
          <Alert color="red" variant="light" role="alert">
            {errorText(save.error)}
          </Alert>
        )}
      </Stack>
    </div>
  )
}
