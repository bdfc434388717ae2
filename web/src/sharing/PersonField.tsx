import type { FoundPerson } from '@anawim/api/contract'
import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRoleNames } from '../ui/use-role-names.ts'
import { mayBeName, useFoundPeople } from './use-found-people.ts'

interface PersonFieldProps {
  text: string
  problem: string | null
  className: string | undefined
  onText: (text: string) => void
  onPerson: (person: FoundPerson) => void
}

/** A name, for which people are offered, or an e-mail. */
export function PersonField({ text, problem, className, onText, onPerson }: PersonFieldProps) {
  const { t } = useTranslation('people')
  const roleNames = useRoleNames()
  const { isName, items, found } = useFoundPeople(text)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const isNobody = isName && found.isSuccess && !found.isPlaceholderData && items.length === 0

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const person = items.find(({ user }) => String(user.id) === id)
        if (person) onPerson(person)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          className={className}
          label={t('people:share.who')}
          placeholder={t('people:share.placeholder')}
          autoComplete="off"
          value={text}
          error={problem}
          data-autofocus
          rightSection={found.isFetching ? <Loader size="xs" /> : null}
          onChange={(event) => {
            const typed = event.currentTarget.value
            onText(typed)
            // Open only while there may be something to choose: an open list takes the Escape that would close the dialog.
            if (mayBeName(typed)) combobox.openDropdown()
            else combobox.closeDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={items.length === 0 && !isNobody}>
        <Combobox.Options aria-label={t('people:share.who')}>
          {isNobody && <Combobox.Empty>{t('people:share.noName')}</Combobox.Empty>}
          {items.map(({ user, role, class_names: classNames }) => (
            <Combobox.Option key={user.id} value={String(user.id)}>
              <Text size="sm" fw={500}>
                {user.full_name}
              </Text>
              <Text size="xs" c="dimmed">
                {[roleNames[role], ...classNames].join(' · ')}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
