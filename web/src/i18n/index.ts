/**
 * The two languages. Here: choosing, remembering and loading them. Texts stand in `src/locales/LANGUAGE/NAMESPACE.json`.
 * Not here: Mantine (the viewer's page speaks too, and has none).
 */
import i18next, { type BackendModule, type ReadCallback, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import {
  languages,
  onLanguageChosenElsewhere,
  preferredLanguage,
  rememberLanguage,
  type Language,
} from './languages.ts'
import { namespaces, type Namespace } from './namespaces.ts'

const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json')

/** Each namespace of each language is a file of its own, asked for when a page first uses it. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    void readTexts(language, namespace, done)
  },
}

async function readTexts(language: string, namespace: string, done: ReadCallback): Promise<void> {
  try {
    const load = files[`../locales/${language}/${namespace}.json`]
    if (!load) throw new Error(`no texts for ${language}/${namespace}`)
    done(null, (await load()).default)
  } catch (error) {
    done(error as Error, null)
  }
}

/**
 * Begins to speak: resolves when `first` (what the first screen needs) is loaded. Others load when a component asks for
 * them (`useTranslation('dashboard')` suspends until then).
 */
export async function startI18n(first: readonly Namespace[]): Promise<i18n> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      supportedLngs: Object.keys(languages),
      load: 'languageOnly',
      fallbackLng: false,
      ns: [...first],
      defaultNS: 'common',
      fallbackNS: false,
      nsSeparator: ':',
      keySeparator: '.',
      partialBundledLanguages: true,
      returnNull: false,
      // React escapes what it renders.
      interpolation: { escapeValue: false },
    })
  onLanguageChosenElsewhere((language) => void i18next.changeLanguage(language))
  return i18next
}

/** Speaks that language from now on, here, in other tabs and at the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language)
  await i18next.changeLanguage(language)
}

/** The language that is spoken now. */
export function currentLanguage(): Language {
  return i18next.language in languages ? (i18next.language as Language) : 'vi'
}

export { languages, namespaces, type Language, type Namespace }
