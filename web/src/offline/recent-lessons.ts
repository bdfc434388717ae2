/**
 * The lessons that somebody read last on this device, as readers get them, with their pictures: kept by the service worker, shown when the
 * server is out of reach. One person's at a time.
 */
import { pictureAddresses, type LessonContent } from '@anawim/lesson'

/** What of the browser's caches is used. */
export type LessonCaches = Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'has'>

const PREFIX = 'anawim-lessons-'
const MOST_LESSONS = 20
const MOST_PICTURES = 60

const nameOf = (personId: string) => `${PREFIX}${personId}`
const addressOf = (lessonId: number) => `/api/lessons/${lessonId}/live`
const lessonIn = (address: string) => /\/api\/lessons\/(\d+)\/live$/.exec(new URL(address).pathname)?.[1]

interface Kept {
  title: string
  content: LessonContent
}

/** Keeps what was just read as the newest of this person's, and nothing of anybody else's. */
export async function keepLesson(
  caches: LessonCaches,
  personId: string,
  lessonId: number,
  answer: Response,
): Promise<void> {
  await forgetLessons(caches, personId)
  const cache = await caches.open(nameOf(personId))
  await cache.delete(addressOf(lessonId))
  await cache.put(addressOf(lessonId), answer)
  await tidy(cache)
}

/** As it was kept; undefined when it was not. */
export async function keptLesson(caches: LessonCaches, personId: string, lessonId: number) {
  return (await caches.has(nameOf(personId)))
    ? (await caches.open(nameOf(personId))).match(addressOf(lessonId))
    : undefined
}

/** It may not be read any more. */
export async function forgetLesson(caches: LessonCaches, personId: string, lessonId: number): Promise<void> {
  if (await caches.has(nameOf(personId))) await (await caches.open(nameOf(personId))).delete(addressOf(lessonId))
}

/** Whose they are: all, but this person's. */
export async function forgetLessons(caches: LessonCaches, exceptPersonId?: string): Promise<void> {
  const kept = exceptPersonId === undefined ? null : nameOf(exceptPersonId)
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== kept)
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** What this person can read now, the last first. */
export async function listKept(caches: LessonCaches, personId: string): Promise<{ id: number; title: string }[]> {
  if (!(await caches.has(nameOf(personId)))) return []
  const cache = await caches.open(nameOf(personId))
  const lessons = []
  for (const { url } of await cache.keys()) {
    const id = lessonIn(url)
    const answer = id === undefined ? undefined : await cache.match(url)
    if (answer) lessons.push({ id: Number(id), title: ((await answer.json()) as Kept).title })
  }
  return lessons.toReversed()
}

/** Leaves the newest lessons, and the pictures that they show. */
async function tidy(cache: Cache): Promise<void> {
  const requests = await cache.keys()
  const lessons = requests.filter(({ url }) => lessonIn(url) !== undefined)
  const tooMany = lessons.slice(0, Math.max(0, lessons.length - MOST_LESSONS))
  await Promise.all(tooMany.map((request) => cache.delete(request)))

  const wanted = new Set<string>()
  for (const request of lessons.slice(tooMany.length)) {
    const answer = await cache.match(request)
    const { content } = (await answer?.json()) as Kept
    const pictures = content.pages.flatMap((page) => [...pictureAddresses(page)])
    for (const address of pictures.slice(0, MOST_PICTURES)) wanted.add(new URL(address, request.url).href)
  }
  for (const { url } of requests) {
    if (lessonIn(url) === undefined && !wanted.delete(url)) await cache.delete(url)
  }
  // One that cannot be had is no reason to do without the lesson.
  for (const address of wanted) await cache.add(address).catch(() => undefined)
}
