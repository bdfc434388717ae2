/**
 * Work that nobody waits for, in a process of its own. A job is one folder here and one line in `jobs.ts`.
 * What a person waits for belongs to `api/` or `collab-server/`.
 */
export { jobsConfigSchema, readJobsConfig, type JobsConfig } from './config.ts'
export { createJobs } from './jobs.ts'
