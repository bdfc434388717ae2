import type { TemplateCreate, TemplatePatch } from '@anawim/api/contract'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../session/school-call.ts'
import { currentLanguage, type Language } from '../i18n/index.ts'
import type { CategoryName } from './categories.ts'

/** What of the templates is shown. */
export interface TemplateView {
  search: string
  language: Language
  category: CategoryName | ''
}

/** More than a gallery shows at once; who has more searches. */
const MOST = 100

/** The templates that one can start from; for admins (`isAll`) also drafts, proposals and what was withdrawn. */
export function useTemplates({ search, language, category }: TemplateView, isAll = false) {
  const query = { limit: MOST, search: search || undefined, language, category: category || undefined }
  return useQuery({
    queryKey: ['templates', isAll ? 'all' : 'published', query],
    queryFn: ({ signal }) => call(isAll ? 'listAllTemplates' : 'listTemplates', { query }, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** The template that one starts from when one chooses none: the first of one's language. Undefined while that is not known. */
export function useFirstTemplate(): number | undefined {
  const { data } = useTemplates({ search: '', language: currentLanguage(), category: '' })
  return data?.items[0]?.id
}

/** What admins do to templates. Each throws ApiError, and shows the new list. */
export function useTemplateActions() {
  const queries = useQueryClient()
  return useMemo(() => {
    async function then<T>(work: Promise<T>): Promise<T> {
      try {
        return await work
      } finally {
        void queries.invalidateQueries({ queryKey: ['templates'] })
      }
    }
    return {
      create: (body: TemplateCreate) => then(call('createTemplate', { body })),
      update: (id: number, body: TemplatePatch) => then(call('updateTemplate', { params: { id }, body })),
      openCanvas: (id: number) => then(call('openTemplate', { params: { id } })),
      publish: (id: number) => then(call('publishTemplate', { params: { id } })),
      withdraw: (id: number) => then(call('withdrawTemplate', { params: { id } })),
      remove: (id: number) => then(call('removeTemplate', { params: { id } })),
      order: (ids: number[]) => then(call('orderTemplates', { body: { ids } })),
    }
  }, [queries])
}

export type TemplateActions = ReturnType<typeof useTemplateActions>
