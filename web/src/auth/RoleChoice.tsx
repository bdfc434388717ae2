import { Radio } from '@mantine/core'
import { IconBackpack, IconChalkboardTeacher } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './RoleChoice.module.css'

interface RoleChoiceProps {
  value?: string
  onChange?: (value: string) => void
}

/** Teacher or student, as two cards of one group of radio buttons. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('auth')
  const choices = [
    { role: 'teacher', Icon: IconChalkboardTeacher, name: t('auth:role.teacher'), text: t('auth:role.teacherText') },
    { role: 'student', Icon: IconBackpack, name: t('auth:role.student'), text: t('auth:role.studentText') },
  ]
  return (
    <Radio.Group size="md" label={t('auth:role.label')} value={value} onChange={onChange}>
      <div className={styles.choices}>
        {choices.map(({ role, Icon, name, text }) => (
          <Radio.Card key={role} value={role} className={styles.card} aria-label={name}>
            <Icon size={26} stroke={1.6} className={styles.icon} aria-hidden />
            <span>
              <span className={styles.name}>{name}</span>
              <span className={styles.text}>{text}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
