/**
 * What the drawings need of a 2D context: the browser's and @napi-rs/canvas's both have it, and so a drawing cannot
 * tell them apart. (Konva hands its own wrapper to a sceneFunc: pass its `_context`, which is the browser's.)
 */

/** Anything that `drawImage` of the context at hand takes: an HTMLImageElement or ImageBitmap, or Node's Image. */
export type DrawableImage = object

/** Where the pictures come from. Null while one is loading or missing: a calm placeholder is drawn instead. */
export interface ImageSource {
  /**
   * `src` is an element's address under `/media/`; `width` the pixels of the canvas that the whole picture will be wide, so that
   * no larger one need be fetched. Absent: as large as there is.
   */
  get(src: string, width?: number): DrawableImage | null
}

/** For drawings without pictures, or before any is loaded. */
export const noImages: ImageSource = { get: () => null }

/** The part of `CanvasRenderingContext2D` that the drawings use. */
export interface DrawingContext {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineJoin: 'bevel' | 'miter' | 'round'
  lineCap: 'butt' | 'round' | 'square'
  globalAlpha: number
  shadowColor: string
  shadowBlur: number
  shadowOffsetX: number
  shadowOffsetY: number
  globalCompositeOperation: 'multiply' | 'source-over' | (string & {})
  imageSmoothingEnabled: boolean
  imageSmoothingQuality: 'high' | 'low' | 'medium'
  font: string
  fontKerning: 'auto' | 'none' | 'normal'
  textRendering: 'auto' | 'geometricPrecision' | 'optimizeLegibility' | 'optimizeSpeed'
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start'
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top'
  direction: 'inherit' | 'ltr' | 'rtl'
  createLinearGradient(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
  ): {
    addColorStop(offset: number, color: string): void
  }
  getTransform(): { readonly a: number; readonly b: number }
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(radians: number): void
  scale(x: number, y: number): void
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void
  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void
  arc(x: number, y: number, radius: number, start: number, end: number): void
  ellipse(x: number, y: number, radiusX: number, radiusY: number, rotation: number, start: number, end: number): void
  rect(x: number, y: number, width: number, height: number): void
  roundRect(x: number, y: number, width: number, height: number, radii: number): void
  clip(): void
  /** Of the path at hand, or of a `Path2D` that the context's own maker made. */
  fill(path?: object): void
  stroke(path?: object): void
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  setLineDash(segments: number[]): void
  drawImage(image: DrawableImage, x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { readonly width: number }
}
