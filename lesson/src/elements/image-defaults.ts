/** What an image has when its Y.Map does not say. */
export const imageDefaults = { mediaId: 0, src: '', alt: '', opacity: 1 }
