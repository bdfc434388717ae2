import type { TFunction } from 'i18next'

/** What finds the editor's texts: that of `useTranslation('editor')`. */
export type Translate = TFunction<'editor'>
