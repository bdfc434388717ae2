/**
 * When an edit was made, written into the edit itself as a coordinate: so a receiver in another process knows its age. In tenths of a
 * millisecond, and again from 0 after 100 seconds, which is the range of a coordinate in tenths of a page pixel.
 */
const RANGE = 1_000_000

const tenths = () => Number(process.hrtime.bigint() / 100_000n)

export const stampNow = () => tenths() % RANGE

/** Milliseconds since that stamp. */
export const ageOf = (stamp: number) => ((tenths() - stamp + 2 * RANGE) % RANGE) / 10
