import { later } from '../../../ui/later.ts'

/** Of videos and recordings alike. */
export const InsidePlayer = later(async () => (await import('./PlayInside.tsx')).PlayInside)
