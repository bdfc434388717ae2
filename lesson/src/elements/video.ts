import { z } from 'zod'
import { mediaSrcSchema } from './image.ts'
import { kindSchema } from './kind.ts'
import { playedShape } from './played-shape.ts'
import { videoDefaults } from './video-defaults.ts'

/** A film that was uploaded to this server. `poster` is the picture that stands there until it is played; empty: none. */
export const videoSchema = kindSchema(
  { ...playedShape, kind: z.literal('video'), poster: z.literal('').or(mediaSrcSchema).optional() },
  videoDefaults,
)

export type VideoElement = z.output<typeof videoSchema>
