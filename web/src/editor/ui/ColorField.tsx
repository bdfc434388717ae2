import { ColorSwatch, Popover, SimpleGrid, Text, UnstyledButton } from '@mantine/core'
import { type Icon, IconBan } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ColorField.module.css'
import { palette } from './palette.ts'
import { later } from '../../ui/later.ts'

const AnyColor = later(async () => (await import('./AnyColor.tsx')).AnyColor)

interface ColorFieldProps {
  label: string
  /** Null: the selected elements differ. */
  value: string | null
  allowsTransparent?: boolean
  /** Only the swatch, for bars. */
  isCompact?: boolean
  /** Only this, above a line of the colour: for bars. */
  icon?: Icon
  onCommit: (color: string) => void
}

/** A colour from the palette, or any other. */
export function ColorField({ label, value, allowsTransparent, isCompact, icon: BarIcon, onCommit }: ColorFieldProps) {
  const { t } = useTranslation(['editor', 'format'])
  const [isOpen, setIsOpen] = useState(false)
  const isInBar = isCompact === true || BarIcon !== undefined
  const choose = (color: string) => {
    setIsOpen(false)
    onCommit(color)
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" radius="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={isInBar ? styles.compact : styles.field}
          aria-label={isInBar ? label : undefined}
          data-tip={isInBar ? label : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setIsOpen(!isOpen)}
        >
          {BarIcon ? (
            <>
              <BarIcon size={19} stroke={1.7} aria-hidden />
              <span className={styles.line} style={{ background: value ?? 'transparent' }} />
            </>
          ) : (
            <>
              {!isCompact && <Text size="xs">{label}</Text>}
              <Swatch color={value} />
            </>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown data-over-canvas>
        <SimpleGrid cols={6} spacing={2} verticalSpacing={2} mb="sm">
          {allowsTransparent && (
            <UnstyledButton
              className={styles.choice}
              aria-label={t('editor:color.none')}
              aria-pressed={value === 'transparent'}
              data-autofocus={value === 'transparent' || undefined}
              data-tip={t('editor:color.none')}
              onClick={() => choose('transparent')}
            >
              <Swatch color="transparent" />
            </UnstyledButton>
          )}
          {palette.map(([color, name]) => (
            <UnstyledButton
              key={color}
              className={styles.choice}
              aria-label={name(t)}
              aria-pressed={color === value}
              data-autofocus={color === value || undefined}
              data-tip={name(t)}
              onClick={() => choose(color)}
            >
              <Swatch color={color} />
            </UnstyledButton>
          ))}
        </SimpleGrid>
        <Suspense fallback={null}>
          <AnyColor value={value === null || value === 'transparent' ? '#ffffff' : value} onCommit={onCommit} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function Swatch({ color }: { color: string | null }) {
  if (color === null) return <span className={styles.mixed}>–</span>
  if (color === 'transparent') {
    return (
      <span className={styles.none}>
        <IconBan size={16} aria-hidden />
      </span>
    )
  }
  return <ColorSwatch component="span" color={color} size={24} radius={6} withShadow />
}
