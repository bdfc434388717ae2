/** What a reader must know of `bench/peers/src/floor.mjs`. */
export const floorNote =
  'floor does only what cannot be left out: Yjs applies what comes, what came is merged at the rhythm of ours and sent from one frame, and rows are committed in groups. Nothing is judged, nobody is told that anything is saved, there is no JSON, and its viewers get Yjs over a bare WebSocket instead of Socket.IO. A goal below it cannot be reached by a server that knows what it carries and keeps it.'
