import { describe, expect, test } from 'vitest'
import { differencesBetween } from '../checks/language.ts'
import { usedTexts } from '../checks/used-texts.ts'

const texts = (entries: Record<string, string>) => new Map(Object.entries(entries))
const namesIn = (code: string) => usedTexts('a.tsx', code, ['auth', 'errors']).names.map(({ name }) => name)

describe('the check of the two languages', () => {
  test('finds names in calls, in components and in data', () => {
    const code = `
      const label = 'auth:a'
      export const A = () => <Trans i18nKey="auth:b" t={t}>{t('auth:c', { count: 1 })}{t(isNew ? 'auth:d' : \`auth:e\`)}</Trans>`
    expect(new Set(namesIn(code))).toEqual(new Set(['auth:a', 'auth:b', 'auth:c', 'auth:d', 'auth:e']))
  })

  test('sees names that are put together, and names without a namespace', () => {
    const used = usedTexts('a.ts', 'export const a = t(`errors:${code}`) + t("title")', ['auth', 'errors'])
    expect(used.prefixes).toEqual([{ prefix: 'errors:', line: 1 }])
    expect(used.incomplete).toEqual([{ name: 'title', line: 1 }])
  })

  test('takes the plural forms of each language', () => {
    const vi = texts({ 'auth:n_other': '{{count}} bài' })
    expect(
      differencesBetween({ vi, en: texts({ 'auth:n_one': '{{count}} lesson', 'auth:n_other': '{{count}} lessons' }) }),
    ).toEqual([])
    expect(differencesBetween({ vi, en: texts({ 'auth:n_other': '{{count}} lessons' }) })).toHaveLength(1)
  })

  test('sees what one language lacks, empty texts and other blanks', () => {
    const problems = differencesBetween({
      vi: texts({ 'auth:a': 'a', 'auth:b': 'Chào {{name}}', 'auth:c': ' ' }),
      en: texts({ 'auth:b': 'Hello {{nam}}', 'auth:c': 'c' }),
    })
    expect(problems).toHaveLength(3)
  })
})
