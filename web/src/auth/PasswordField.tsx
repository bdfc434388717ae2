import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A password, with a button that shows it: on a phone one cannot see what one types otherwise. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('auth')
  const [isVisible, setVisible] = useState(false)
  return (
    <PasswordInput
      visible={isVisible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': isVisible ? t('auth:hidePassword') : t('auth:showPassword'),
        'aria-hidden': false,
        tabIndex: 0,
      }}
      // Mantine marks the box around it, not the input that a screen reader reads.
      aria-invalid={props.error ? true : undefined}
      {...props}
    />
  )
}
