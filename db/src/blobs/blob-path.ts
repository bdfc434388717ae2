/** The names of a path. Throws a RangeError when it could lead elsewhere. */
export function blobNames(path: string): string[] {
  const names = path.split('/')
  if (path.includes('\0') || names.some((name) => ['', '.', '..'].includes(name))) {
    throw new RangeError('a path that leads out of the media folder')
  }
  return names
}

/** Is it an address as every one that we give out: a capability of 22 characters, and a file? */
export const isOfMedia = (path: string) => /^[\w-]{22}\/[\w-][\w.-]*$/.test(path)
