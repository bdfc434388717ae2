import { type ChangeEvent, useState } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

interface Draft {
  /** What is in the field. */
  text: string
  /** To be spread on the field. */
  field: { value: string; onChange: (event: ChangeEvent<Field>) => void; onBlur: () => void }
  commit: () => void
}

/** A text that is written when one has finished with it, and follows the document until one begins. */
export function useDraft(value: string, write: (text: string) => void): Draft {
  // What is being typed; null: what the document says.
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const commit = () => {
    if (text !== value) write(text)
    setDraft(null)
  }
  return {
    text,
    commit,
    field: { value: text, onChange: (event) => setDraft(event.currentTarget.value), onBlur: commit },
  }
}
