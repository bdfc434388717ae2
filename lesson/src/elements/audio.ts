import { z } from 'zod'
import { audioDefaults } from './audio-defaults.ts'
import { kindSchema } from './kind.ts'
import { playedShape } from './played-shape.ts'

/** A recording that was uploaded to this server: a bar with its title, heard when somebody plays it. */
export const audioSchema = kindSchema({ ...playedShape, kind: z.literal('audio') }, audioDefaults)

export type AudioElement = z.output<typeof audioSchema>
