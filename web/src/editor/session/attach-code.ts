import { laterCode } from '../../ui/later.ts'

/** What ends of lines hang on. Lines need it, whose own code comes later too. */
export const attachCode = laterCode(() => import('./attach.ts'))
