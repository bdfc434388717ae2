/** Konva without the shapes, filters and transformer that it brings by default: `drawing` draws, and they are 30 KB. */
export { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore'
