import type { ShapeName } from './shape-defaults.ts'

/** The part of a picture that is shown, in parts of its width and height. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

/** What an image has when its Y.Map does not say. */
export const imageDefaults = {
  mediaId: 0,
  src: '',
  alt: '',
  opacity: 1,
  crop: null as Crop | null,
  mask: 'rectangle' as ShapeName,
  radius: 0,
}
