/** The names of a path. Throws a RangeError when it could lead elsewhere. */
export function blobNames(path: string): string[] {
  const names = path.split('/')
  if (path.includes('\0') || names.some((name) => ['', '.', '..'].includes(name))) {
    throw new RangeError('a path that leads out of the media folder')
  }
  return names
}
