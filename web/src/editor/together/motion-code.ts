/** How motions are written, fetched when the lesson is open: nobody moves anything before. */
export { encodeMotion, readMotions } from '@anawim/lesson'
