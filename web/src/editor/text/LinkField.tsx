import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core'
import { IconExternalLink, IconLink } from '@tabler/icons-react'
import type { Editor as Tiptap } from '@tiptap/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconAction } from '../ui/IconAction.tsx'
import { safeLink } from './safe-link.ts'

interface LinkFieldProps {
  tiptap: Tiptap
  /** Of the link at the caret; null beside links. */
  href: string | null
  isOpen: boolean
  setOpen: (isOpen: boolean) => void
}

/** Where a link leads: for the selected words, the link at the caret, or as new words. */
export function LinkField({ tiptap, href, isOpen, setOpen }: LinkFieldProps) {
  const { t } = useTranslation(['editor', 'format'])
  // Null: the address that the link has.
  const [typed, setTyped] = useState<string | null>(null)
  const draft = typed ?? href ?? ''
  const safe = safeLink(draft)
  const button = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the bar is longer than the screen, and the key opens this also when its end is out of sight.
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isOpen])
  const show = (isShown: boolean) => {
    setTyped(null)
    setOpen(isShown)
  }
  const close = () => {
    show(false)
    tiptap.commands.focus()
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (safe === null) return
    show(false)
    setLink(tiptap, safe, draft.trim())
  }
  const remove = () => {
    show(false)
    tiptap.chain().focus().extendMarkRange('link').unsetLink().run()
  }
  return (
    <Popover
      opened={isOpen}
      onChange={show}
      onDismiss={close}
      position="bottom"
      shadow="md"
      radius="md"
      trapFocus
      // What the target is around is a button already.
      withRoles={false}
    >
      <Popover.Target>
        <div ref={button}>
          <IconAction
            icon={IconLink}
            label={t('format:text.link')}
            shortcut="mod+k"
            isActive={href !== null}
            keepsFocus
            onClick={() => show(!isOpen)}
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown data-over-canvas w={320}>
        <form onSubmit={apply}>
          <TextInput
            data-autofocus
            size="sm"
            label={t('format:text.linkAddress')}
            placeholder="https://"
            inputMode="url"
            autoComplete="off"
            value={draft}
            error={draft !== '' && safe === null ? t('format:text.linkWrong') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
            rightSection={
              href !== null && (
                <ActionIcon
                  component="a"
                  href={href}
                  target="_blank"
                  rel="noopener noreferrer"
                  variant="subtle"
                  color="gray.7"
                  aria-label={t('format:text.linkOpen')}
                >
                  <IconExternalLink size={16} aria-hidden />
                </ActionIcon>
              )
            }
          />
          <Group justify="flex-end" gap="xs" mt="sm">
            {href !== null && (
              <Button size="xs" variant="subtle" color="gray.7" onClick={remove}>
                {t('format:text.linkRemove')}
              </Button>
            )}
            <Button size="xs" type="submit" disabled={safe === null}>
              {t('format:text.linkApply')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

function setLink(tiptap: Tiptap, href: string, words: string): void {
  const chain = tiptap.chain().focus()
  if (tiptap.state.selection.empty && !tiptap.isActive('link')) {
    chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).run()
  } else chain.extendMarkRange('link').setLink({ href }).run()
}
