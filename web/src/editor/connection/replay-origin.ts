/** The origin of unsaved edits that an earlier page has left. */
export const REPLAY: unique symbol = Symbol('anawim: unsaved edits of an earlier page')
