import { openedPages, startOpenings } from '../client/openings.ts'
import { measure } from '../figures.ts'
import { median } from '../load/quantiles.ts'
import { scaled, type Row } from '../row.ts'

const VISITS = 3

/** How long does a teacher wait for a large lesson? */
export const canvasOpen: Row = {
  name: 'canvas-open',
  what: 'Open a lesson of 2,000 elements, from the navigation until one can work, warm cache',
  async run(context) {
    const elements = scaled(context, 2_000, 200)
    const interactive = measure('until one can work', 'ms', 'excalidraw')
    const drawn = measure('until all is drawn', 'ms', 'excalidraw')
    const openings = await startOpenings(elements)
    try {
      for (let round = 0; round < context.rounds; round++) {
        for (const name of openedPages.filter((one) => context.targets?.includes(one) ?? true)) {
          context.say(`round ${round + 1}: ${name}`)
          const visits = []
          for (let visit = 0; visit < VISITS; visit++) visits.push(await openings.open(name))
          interactive.add(name, median(visits.map((visit) => visit.interactive)))
          drawn.add(name, median(visits.map((visit) => visit.drawn)))
        }
      }
    } finally {
      await openings.stop()
    }
    return {
      measures: [interactive.made, drawn.made],
      verdicts: [
        { goal: "time until one can work, Excalidraw's = 1", value: interactive.ratio('anawim'), limit: 1, unit: '×' },
      ],
      notes: [
        `${elements.toLocaleString('en')} rectangles; the median of ${VISITS} visits a round, after three that filled the caches. Until one can work: all shapes are drawn, and the last task longer than 50 ms before a calm second is over. excalidraw: @excalidraw/excalidraw 0.18.1 from npm, its scene from a file; anawim: the product, its lesson from the server and the socket.`,
      ],
    }
  },
}
