/** How a line goes from end to end: the shortest way, in right angles, or in one bow. */
export const routes = ['straight', 'elbow', 'curved'] as const
export type Route = (typeof routes)[number]

/** What stands at an end of a line. */
export const lineHeads = ['none', 'arrow', 'dot', 'bar'] as const
export type LineHead = (typeof lineHeads)[number]

/** How a line is drawn along its way. */
export const dashes = ['solid', 'dashed', 'dotted'] as const
export type Dash = (typeof dashes)[number]

/** The corner of its box at which a line starts; it ends at the opposite one. */
export const startCorners = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const
export type StartCorner = (typeof startCorners)[number]
