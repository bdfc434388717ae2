/**
 * A lesson's canvas as one Yjs document, and the only operations that write it. Pure data: no editor, no sockets, no SQL. The
 * first face (`@anawim/lesson`) says what a lesson is; this says how people change one together. `docs/lesson-format.md`
 * describes the document.
 */
export * from './arrange-elements.ts'
export { createDocState, SEED_CLIENT_ID } from './create-doc-state.ts'
export * from './create-undo.ts'
export { isLeftToOthers } from './keep-others-work.ts'
export { countParts } from './count-parts.ts'
export { withOwnGroups } from './copied-groups.ts'
export * from './element-groups.ts'
export * from './element-operations.ts'
export { isReadableElement, isReadablePage } from './is-readable.ts'
export { decodeUpdate, type DecodedUpdate, type Struct } from './decode-update.ts'
export * from './judge-update.ts'
export * from './lesson-limit-error.ts'
export * from './migrate-doc.ts'
export { observeLesson, type LessonChanged } from './observe-lesson.ts'
export { LOCAL } from './origins.ts'
export * from './page-operations.ts'
export * from './read-content.ts'
export { readElement, readElementIds, readElements } from './read-elements.ts'
export { readPage, readPages, type PageView } from './read-pages.ts'
export * from './read-text.ts'
export * from './stored-states.ts'
export { repairLesson } from './repair-lesson.ts'
export { openRoots } from './roots.ts'
export * from './text-fragment.ts'
