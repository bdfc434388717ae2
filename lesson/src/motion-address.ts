/** A message of motions begins with this in place of the lesson's name, so that clients that know none leave it alone. */
export function motionAddress(lessonName: string): string {
  return `${lessonName}~`
}
