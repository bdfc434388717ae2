/** What is drawn again in the next frame: a layer of Konva. */
export interface Drawable {
  batchDraw: () => unknown
}
