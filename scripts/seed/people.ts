import type { RoleName } from '@anawim/lesson'

export interface DemoPerson {
  email: string
  fullName: string
  role: RoleName
}

/** Everybody's password in the demo. Known to all, so: never on a server that others can reach. */
export const demoPassword = 'anawim-demo'

/** The people of the demo; the first teacher writes the Vietnamese lessons, the second the English ones. */
export const demoPeople = {
  admin: { email: 'admin@demo.anawim.local', fullName: 'Quản trị Demo', role: 'admin' },
  lan: { email: 'lan@demo.anawim.local', fullName: 'Cô Nguyễn Thị Lan', role: 'teacher' },
  grace: { email: 'grace@demo.anawim.local', fullName: 'Grace Hopper', role: 'teacher' },
  minh: { email: 'minh@demo.anawim.local', fullName: 'Trần Minh', role: 'student' },
  mai: { email: 'mai@demo.anawim.local', fullName: 'Lê Thị Mai', role: 'student' },
} as const satisfies Record<string, DemoPerson>

export type DemoName = keyof typeof demoPeople
