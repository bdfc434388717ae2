/** The roles: one file each, one line each here. */
import { admin } from './admin.ts'
import type { Role } from './role.ts'
import { student } from './student.ts'
import { teacher } from './teacher.ts'

export const roles = { admin, teacher, student } as const satisfies Record<string, Role>

export type RoleName = keyof typeof roles

export const roleNames = Object.keys(roles) as [RoleName, ...RoleName[]]
