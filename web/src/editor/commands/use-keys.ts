import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { watchSpaceKey } from '../canvas/space-key.ts'
import { kindEditors } from '../kinds/index.ts'
import { useEditor } from '../session/editor-context.ts'
import type { ToolRunner } from '../tools/tool-runner.ts'
import { clipboardIds } from './clipboard-ids.ts'
import type { Command } from './command.ts'
import { isTyping, isTypingOnPage } from './is-typing.ts'
import { knownCommands, loadCommands } from './known-commands.ts'
import { lateKeys } from './late-keys.ts'
import { nudgeOf, nudge } from './nudge.ts'
import { placeInView } from './place-in-view.ts'
import { isShortcut } from './shortcut.ts'
import { watchStrayKeys } from './stray-keys.ts'
import { selectNeighbour } from './select-neighbour.ts'

/** The keyboard: commands, tools, arrows, and Tab through the elements. */
export function useKeys(runner: ToolRunner): void {
  const editor = useEditor()
  const { t } = useTranslation('editor')
  useEffect(() => {
    const { session } = editor
    const stray = watchStrayKeys(session)
    const onKey = (event: KeyboardEvent) => {
      // Telex and VNI compose letters out of several strokes: none of them is a shortcut.
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
      // Wherever the focus is: on a Mac the browser would leave the lesson.
      if (isShortcut(event, lateKeys.backward) || isShortcut(event, lateKeys.forward)) event.preventDefault()
      if (isOnCanvas(event) && stray.isStray(event)) event.preventDefault()
      else hear(event)
    }
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && runner.isBusy()) {
        runner.cancel()
        event.preventDefault()
        return
      }
      if (event.key === 'Enter' && session.tool.get() !== 'select' && isOnCanvas(event)) {
        placeInView(session, runner)
        event.preventDefault()
        return
      }
      // A text box has been opened, and its editor is not there yet: these are its letters, not shortcuts.
      if (session.editing.get() !== null && isOnCanvas(event)) {
        if (event.key === 'Escape') session.editing.set(null)
        return
      }
      const typing = isTyping(event)
      const named = knownCommands().filter(({ shortcuts }) => shortcuts.some((shortcut) => isShortcut(event, shortcut)))
      // One key may do several things, each where the others cannot be done.
      const command = named.find((one) => one.isEnabled(editor)) ?? named[0]
      if (command) {
        if (mayRun(command, event, typing)) {
          event.preventDefault()
          if (command.isEnabled(editor)) command.run(editor, t)
        }
        return
      }
      const isLate = Object.values(lateKeys).some((shortcut) => isShortcut(event, shortcut))
      const loading = isLate && mayRun(null, event, typing) ? loadCommands() : null
      if (loading) {
        event.preventDefault()
        void loading.then(() => loadCommands() === null && hear(event))
        return
      }
      if (typing || !isOnCanvas(event)) return
      if (event.key === 'Tab' && selectNeighbour(session, event.shiftKey ? 'previous' : 'next')) event.preventDefault()
      const by = nudgeOf(event)
      if (by && session.selection.get().length > 0) {
        nudge(session, by)
        event.preventDefault()
      }
      if (!event.ctrlKey && !event.metaKey && !event.altKey) takeTool(event)
    }
    const takeTool = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (key === 'v') session.tool.set('select')
      if (key === 'k') session.tool.set('laser')
      for (const kind of Object.values(kindEditors)) {
        if (kind.key === key) (kind.keyTakes ?? kind.take)(editor)
        else kind.otherKeys?.[key]?.take(editor)
      }
    }
    window.addEventListener('keydown', onKey)
    void loadCommands()
    const stopSpace = watchSpaceKey(isTyping)
    return () => {
      window.removeEventListener('keydown', onKey)
      stopSpace()
      stray.stop()
    }
  }, [editor, runner, t])
}

/** `command`: null for one that has not come yet; none of those works while one types. */
function mayRun(command: Command | null, event: KeyboardEvent, typing: boolean): boolean {
  if ((command && clipboardIds.has(command.id)) || isInDialog(event)) return false
  if (typing) return command?.worksInFields === true || (command?.worksWhileTyping === true && isTypingOnPage(event))
  // Single keys belong to the focused button, menu or dialog; only the canvas hears them.
  return event.ctrlKey || event.metaKey || command?.worksInFields === true || isOnCanvas(event)
}

/** What stands over the editor has its own keys: undoing under it would not be seen. */
function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

function isOnCanvas(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  // What floats over it has its own keys.
  return target === document.body || (target.closest('[data-canvas]') !== null && !target.closest('[data-over-canvas]'))
}
