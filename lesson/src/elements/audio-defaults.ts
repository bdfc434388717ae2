/** What a recording has when its Y.Map does not say. `duration` is seconds; 0 where nobody knows. */
export const audioDefaults = { mediaId: 0, src: '', title: '', duration: 0 }
