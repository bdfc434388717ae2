/** The languages of the pages, each under its own name, as the switch shows them. */
export const languages = { vi: 'Tiếng Việt', en: 'English' } as const
export type Language = keyof typeof languages

const storageKey = 'anawim.language'

const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in languages

/** The language that was chosen here before, else the browser's, else Vietnamese. */
export function preferredLanguage(): Language {
  try {
    const chosen = localStorage.getItem(storageKey)
    if (isLanguage(chosen)) return chosen
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
  }
  for (const tag of navigator.languages ?? [navigator.language]) {
    const language = tag.split('-')[0]
    if (isLanguage(language)) return language
  }
  return 'vi'
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // See preferredLanguage.
  }
}

/** Another tab chose a language. Returns what stops listening. */
export function onLanguageChosenElsewhere(listener: (language: Language) => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === storageKey && isLanguage(event.newValue)) listener(event.newValue)
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}
