import { ActionIcon } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface FavouriteButtonProps {
  title: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** A star on what one wants to find again. */
export function FavouriteButton({ title, isOn, onChange }: FavouriteButtonProps) {
  const { t } = useTranslation('dashboard')
  const Star = isOn ? IconStarFilled : IconStar
  return (
    <ActionIcon
      variant="white"
      color={isOn ? 'yellow.8' : 'gray.7'}
      size={32}
      radius="xl"
      aria-pressed={isOn}
      aria-label={t('dashboard:favourite', { title })}
      onClick={() => onChange(!isOn)}
    >
      <Star size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}
