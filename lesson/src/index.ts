/**
 * What a lesson is: its kinds, its JSON, its changes, who may what, its limits. Pure: no Yjs (that is `@anawim/lesson/doc`),
 * no React, no SQL, no HTTP. Everything else imports this; this imports nothing of ours.
 */
export * from './access.ts'
export * from './changes.ts'
export * from './close-codes.ts'
export * from './content.ts'
export * from './elements/image.ts'
export * from './elements/index.ts'
export * from './elements/shape.ts'
export * from './elements/text.ts'
export * from './errors.ts'
export * from './geometry.ts'
export * from './ids.ts'
export * from './lesson-facts.ts'
export * from './limits.ts'
export * from './messages.ts'
export * from './origin.ts'
export * from './paint.ts'
export * from './readers.ts'
export * from './rich-text.ts'
export * from './roles/index.ts'
