/** For `embedded.test.ts`: starts the PostgreSQL of a folder, says its address, and lives until it is killed. */
import { createLogger } from '@anawim/db'
import { startEmbedded } from '../src/embedded/index.ts'

const log = createLogger('supervisor')
log.level = 'silent'
const { url } = await startEmbedded(process.argv[2] ?? '', log)
console.log(url)
setInterval(() => {}, 60_000)
