import { Center, VisuallyHidden } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

/** A choice of a SegmentedControl that is seen as an icon and read by its name. */
export function iconChoice(value: string, name: string, ChoiceIcon: Icon) {
  return {
    value,
    label: (
      <Center h={20} title={name}>
        <ChoiceIcon size={17} stroke={1.7} aria-hidden />
        <VisuallyHidden>{name}</VisuallyHidden>
      </Center>
    ),
  }
}
