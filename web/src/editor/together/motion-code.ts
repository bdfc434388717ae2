/** How motions are written and glide, fetched when the lesson is open: nobody moves anything before. */
export { encodeMotion, readMotions } from '@anawim/lesson'
export { createGlide } from '../../moving/gliding.ts'
