/** What of the lessons the dashboard shows, as its address has it: so that a link, a reload and the back button show the same. */
import { lessonSortNames, type LessonSortName } from './sorts.ts'

export const PAGE_SIZE = 24

export const placeNames = ['all', 'recent', 'favourites', 'own', 'shared', 'trash'] as const
export type PlaceName = (typeof placeNames)[number]

export interface ListView {
  search: string
  status: '' | 'draft' | 'published'
  level: string
  topic: string
  sort: LessonSortName
  /** From 1. */
  page: number
  place: PlaceName
  /** One of one's own folders; null: wherever they are. */
  folder: number | null
}

/** The view that an address shows; what it does not know counts as not said. */
export function viewOfAddress(search: URLSearchParams): ListView {
  const status = search.get('status')
  const sort = search.get('sort')
  const page = Number(search.get('page'))
  const folder = search.get('folder') ?? ''
  return {
    search: search.get('q') ?? '',
    status: status === 'draft' || status === 'published' ? status : '',
    level: search.get('level') ?? '',
    topic: search.get('topic') ?? '',
    sort: lessonSortNames.find((name) => name === sort) ?? '-updated_at',
    page: Number.isInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
    place: placeNames.find((name) => name === search.get('view')) ?? 'all',
    folder: /^[1-9]\d{0,8}$/.test(folder) ? Number(folder) : null,
  }
}

/** The address of a view, without what goes without saying. */
export function addressOfView(view: ListView): URLSearchParams {
  const search = new URLSearchParams()
  const say = (name: string, value: string) => value && search.set(name, value)
  say('view', view.place === 'all' ? '' : view.place)
  say('folder', view.folder === null ? '' : String(view.folder))
  say('q', view.search)
  say('status', view.status)
  say('level', view.level)
  say('topic', view.topic)
  say('sort', view.sort === '-updated_at' ? '' : view.sort)
  say('page', view.page > 1 ? String(view.page) : '')
  return search
}

/** What the API is asked for a view. */
export function queryOfView(view: ListView) {
  return {
    skip: (view.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
    search: view.search || undefined,
    status: view.status || undefined,
    level: view.level || undefined,
    topic: view.topic || undefined,
    sort: view.sort,
    trash: view.place === 'trash' || undefined,
    place: view.place === 'all' || view.place === 'trash' ? undefined : view.place,
    folder_id: view.folder ?? undefined,
  }
}

/** Does the view leave out lessons that are there? */
export function isNarrowed(view: ListView): boolean {
  return Boolean(view.search || view.status || view.level || view.topic)
}
