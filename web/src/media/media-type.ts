/** What the library holds, as the server's `file_type` has it. */
export const mediaTypes = ['image', 'video', 'audio'] as const
export type MediaType = (typeof mediaTypes)[number]

/** What the server takes, by the ends of names: browsers know too few sounds by their type. It looks at the content itself. */
const endings: Readonly<Record<MediaType, readonly string[]>> = {
  image: ['.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif'],
  video: ['.mp4', '.m4v', '.webm'],
  audio: ['.mp3', '.m4a', '.ogg', '.oga', '.opus', '.wav'],
}
/** The types of files without a name: what comes from the clipboard. */
const mimes: Readonly<Record<MediaType, RegExp>> = {
  image: /^image\/(png|jpeg|webp|gif|avif)$/,
  video: /^video\/(mp4|webm)$/,
  audio: /^audio\//,
}

/** For the `accept` of a file input. */
export function acceptOf(types: readonly MediaType[]): string {
  return types.flatMap((type) => endings[type]).join(',')
}

/** What a file says it is; null for what the library does not take. */
export function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): MediaType | null {
  const lower = name.toLowerCase()
  const byType = mediaTypes.find((one) => mimes[one].test(type))
  return byType ?? mediaTypes.find((one) => endings[one].some((ending) => lower.endsWith(ending))) ?? null
}
