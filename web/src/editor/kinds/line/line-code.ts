/** All that lines need before a hand takes one, in one piece of code that comes when it is needed. */
export { lineHandles } from './line-handles.ts'
export { lineTool } from './line-tool.ts'
export { reshaping as pullLine } from './reshaping.ts'
