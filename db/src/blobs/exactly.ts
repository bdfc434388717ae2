/** Bytes that come in pieces are more or fewer than was said of them. */
export class WrongLengthError extends Error {
  override name = 'WrongLengthError'
}

/**
 * The same pieces. Throws a WrongLengthError when they are not `size` bytes together, and then before the last piece is handed on: who
 * takes in only whole things has not got one yet.
 */
export async function* exactly(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let count = 0
  let held: Uint8Array | undefined
  for await (const piece of bytes) {
    count += piece.byteLength
    if (count > size) throw new WrongLengthError(`more than the ${size} bytes that were said`)
    if (held) yield held
    held = piece
  }
  if (count < size) throw new WrongLengthError(`${count} of the ${size} bytes that were said`)
  if (held) yield held
}
