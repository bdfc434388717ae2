import { collectDefaultMetrics, Histogram, Registry, register } from '@prometheus-io/client'
import type { RequestHandler } from 'express'
import type { ApiDeps } from '../deps.ts'

/** How often it is noted how busy the event loop is, in ms. */
const UTILIZATION_MS = 5_000

export interface HttpMetrics {
  /** Measures every request, by the pattern of its route: addresses hold ids, and would make endless series. */
  measure: RequestHandler
  /** The same for an answer that passed by `measure`. */
  answered(method: string, route: string, status: number, seconds: number): void
  /** All that Prometheus asks for: ours, and what other parts of the process put into the global registry. */
  text(): Promise<{ contentType: string; body: string }>
}

export function createHttpMetrics(figures: ApiDeps['figures'] = () => []): HttpMetrics {
  const own = new Registry()
  // Its digest takes longer than an edit: ten times a second, as it is unless told otherwise, everybody would feel it.
  collectDefaultMetrics({ register: own, eventLoopUtilizationTimeout: UTILIZATION_MS })
  const durations = new Histogram({
    name: 'anawim_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [own],
  })

  return {
    measure(req, res, next) {
      const end = durations.startTimer()
      res.once('close', () => {
        const route: unknown = res.locals.route
        end({ method: req.method, route: typeof route === 'string' ? route : 'static', status: String(res.statusCode) })
      })
      next()
    },
    answered(method, route, status, seconds) {
      durations.observe({ method, route, status: String(status) }, seconds)
    },
    async text() {
      const all = Registry.merge([own, register])
      return { contentType: all.contentType, body: (await all.metrics()) + figures().map(toText).join('') }
    },
  }
}

/** In Prometheus' text format. */
function toText({ name, help, value }: { name: string; help: string; value: number }): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}\n${name} ${value}\n`
}
