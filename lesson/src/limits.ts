/**
 * The sizes that a lesson may have. One definition for the API's validation, the gate of the collab server,
 * and the editor that should not let anybody run into them.
 */
export const limits = {
  /** Pages in a lesson, deleted ones not counted. */
  pages: 200,
  /** Elements on one page. */
  elementsPerPage: 10_000,
  /** Characters in one text box. */
  textLength: 50_000,
  /** Levels of lists inside lists. */
  textDepth: 12,
  /** Characters of a page's or an element's name. */
  name: 200,
  /** Characters of an image's alternative text. */
  alt: 2_000,
  /** Characters of the points of one drawing: some ten thousand points. */
  inkLength: 60_000,
  /** Page pixels, either axis, from the page's origin. */
  coordinate: 100_000,
  /** Page pixels, width or height of an element. */
  size: 20_000,
  /** Page pixels, width or height of a page. */
  pageSize: { min: 50, max: 10_000 },
  /** Bytes of one Yjs update: what a long time offline, or a large paste, may bring at once. */
  updateBytes: 32 * 1024 * 1024,
  /** Structs, values and deletions of one Yjs update: more than a full page that is copied has. */
  updateParts: 400_000,
  /** Versions of a lesson that have a name: these are never thinned. */
  namedVersions: 100,
  /** Characters of a version's name. */
  versionName: 120,
  /** Links for viewing of one lesson. */
  links: 20,
  /** Classes of one teacher. */
  classes: 100,
  /** Lessons that a search finds, the first in its order: nobody looks through more, and to order all of a large school takes long. */
  foundLessons: 10_000,
  /** Pupils of one class. */
  pupils: 200,
  /** Seconds that a video or a recording may last. */
  mediaSeconds: 24 * 3_600,
} as const
