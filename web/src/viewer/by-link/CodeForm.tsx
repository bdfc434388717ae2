import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ByLink.module.css'

interface CodeFormProps {
  problem: 'wrong' | 'often' | 'away' | null
  onCode: (code: string) => Promise<void>
}

/** Asks for the six digits that go with a link. */
export function CodeForm({ problem, onCode }: CodeFormProps) {
  const { t } = useTranslation('people')
  const [code, setCode] = useState('')
  // There is nothing else to do on this page.
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [isWorking, setWorking] = useState(false)
  const problems = {
    wrong: t('people:link.wrongCode'),
    often: t('people:link.tooOften'),
    away: t('people:link.away'),
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    setWorking(true)
    await onCode(code.trim())
    setWorking(false)
  }
  return (
    <main className={styles.ask}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <h1>{t('people:link.askTitle')}</h1>
        <p>{t('people:link.askText')}</p>
        <label htmlFor="code">{t('people:link.code')}</label>
        <input
          id="code"
          inputMode="numeric"
          autoComplete="off"
          ref={field}
          value={code}
          aria-invalid={problem !== null}
          aria-describedby="problem"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <p id="problem" role="alert" className={styles.problem}>
          {problem && problems[problem]}
        </p>
        <button type="submit" disabled={isWorking}>
          {t('people:link.open')}
        </button>
      </form>
    </main>
  )
}
