/** Ours: the real product, everything on, with its own PostgreSQL that waits for the disk. */
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import { logIn } from '../../../scripts/testing/api-client.ts'
import { startProduct } from '../../../scripts/testing/product.ts'
import type { EditorDoor } from '../load/door.ts'
import { lessonContent } from '../lesson-content.ts'
import { probeEnvironment } from '../machine/ask-probe.ts'
import type { Doors, Target, TargetOptions } from './target.ts'

/** Longer than any row takes: nothing is renewed while it is measured. */
const tokenLife = { ACCESS_TOKEN_SECONDS: '3600', COLLAB_TOKEN_SECONDS: '3600' }

/** Everybody here is one person, who may send as much as all of them. */
const onePerson = { COLLAB_CONNECTIONS_PER_PERSON: '1000' }

const student = { email: 'student@bench.example', password: 'bench-password' }

export async function startOurs({ elements, env }: TargetOptions): Promise<Target> {
  const product = await startProduct({ web: false, env: { ...tokenLife, ...onePerson, ...probeEnvironment, ...env } })
  try {
    const teacher = await logIn(product)
    const { access_token: ownToken } = await teacher.ask<{ access_token: string }>('POST', '/api/auth/login', {
      email: product.adminEmail,
      password: product.adminPassword,
    })
    await teacher.ask('POST', '/api/auth/register', { ...student, full_name: 'Học sinh', role: 'student' })
    const { access_token } = await teacher.ask<{ access_token: string }>('POST', '/api/auth/login', student)
    const content = lessonContent(elements)

    async function openOne(number: number): Promise<Doors> {
      const { id } = await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: `Lesson ${number}`, content })
      await teacher.ask('POST', `/api/lessons/${id}/publish`, { is_public: true })
      const { token, name, url } = await teacher.ask<Omit<EditorDoor, 'protocol'>>(
        'POST',
        `/api/lessons/${id}/collab-token`,
        { schemaVersion: SCHEMA_VERSION },
      )
      return {
        editor: {
          protocol: 'hocuspocus',
          url,
          name,
          token,
          snapshot: { url: `${product.url}/api/lessons/${id}/state`, token: ownToken },
        },
        viewer: { protocol: 'viewer', url: product.url, lessonId: id, token: access_token },
      }
    }

    const { server, postgres } = product.pids()
    return {
      name: 'anawim',
      pid: server,
      databasePid: postgres,
      async open(lessons) {
        const doors: Doors[] = []
        for (let number = 0; number < lessons; number++) doors.push(await openOne(number))
        return doors
      },
      stop: () => product.stop(),
    }
  } catch (error) {
    await product.stop()
    throw error
  }
}
