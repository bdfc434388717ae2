import { z } from 'zod'
import { defineRoute } from './route.ts'

const statusSchema = z.object({ status: z.string() })

/** What those who run the server look at. */
export const operationRoutes = {
  health: defineRoute({
    method: 'GET',
    path: '/health',
    summary: 'The process is alive',
    access: 'public',
    answer: statusSchema,
  }),
  ready: defineRoute({
    method: 'GET',
    path: '/ready',
    summary: 'Migrated and serving; 503 until then',
    access: 'public',
    answer: statusSchema,
  }),
  metrics: defineRoute({
    method: 'GET',
    path: '/metrics',
    summary: 'For Prometheus',
    access: 'public',
    answer: { file: 'text/plain' },
  }),
  openApi: defineRoute({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description',
    access: 'public',
    answer: z.record(z.string(), z.unknown()),
  }),
  apiDocs: defineRoute({
    method: 'GET',
    path: '/api/docs',
    summary: 'This description, to read',
    access: 'public',
    answer: { file: 'text/html' },
  }),
}
