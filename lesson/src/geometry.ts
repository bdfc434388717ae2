/** Where an element is, as the JSON says it: page pixels, `x`, `y` the top-left corner before rotation, degrees clockwise. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
  rotation: number
}

/** Where an element is, as the document says it: `[x, y, width, height, rotation]` in whole tenths of a pixel and of a degree. */
export type Geometry = readonly [number, number, number, number, number]

/** To a tenth of a pixel, and never -0 (which JSON would turn into 0, so that a round trip would not be the identity). */
export function roundLength(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

/** To a tenth of a degree in [0, 360). */
export function roundRotation(degrees: number): number {
  const tenths = Math.round(degrees * 10) % 3600
  return (tenths < 0 ? tenths + 3600 : tenths) / 10 + 0
}

export function toGeometry(box: Box): Geometry {
  return [
    Math.round(box.x * 10) + 0,
    Math.round(box.y * 10) + 0,
    Math.round(box.width * 10) + 0,
    Math.round(box.height * 10) + 0,
    Math.round(roundRotation(box.rotation) * 10) + 0,
  ]
}

export function fromGeometry([x, y, width, height, rotation]: Geometry): Box {
  return { x: x / 10, y: y / 10, width: width / 10, height: height / 10, rotation: rotation / 10 }
}
