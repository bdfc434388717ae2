import type { Media } from '@anawim/api/contract'
import type { MediaType } from '../../media/media-type.ts'

/** What is asked of who opened the picker: a file of their own, one of the library, or an address. */
export interface Picking {
  type: MediaType
  isSeveral: boolean
  /** Gets each as soon as it is there, with its place among those that were chosen. */
  take: (media: Media, index: number) => void
}
