/** What a video has when its Y.Map does not say. `duration` is seconds; 0 where nobody knows. */
export const videoDefaults = { mediaId: 0, src: '', title: '', duration: 0, poster: '' }
