/** The origin of one's own edits: the one that undo tracks. */
export const LOCAL: unique symbol = Symbol('anawim: local')

/**
 * The origin under which a page or element comes into the document, deleted at first; the tracked step then only clears `deleted`.
 * So undoing an insertion writes that field, and never takes the Map entry, with what others have done inside it, away.
 */
export const BIRTH: unique symbol = Symbol('anawim: birth')

/** The origin of migrations. */
export const MIGRATION: unique symbol = Symbol('anawim: migration')

/** The origin of what the server sets right. */
export const REPAIR: unique symbol = Symbol('anawim: repair')
