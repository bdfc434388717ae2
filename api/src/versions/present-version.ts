import type { VersionPerson, VersionRow } from '@anawim/db'
import { judge, type LessonFacts } from '@anawim/lesson'
import type { PersonName, Version } from '../contract/index.ts'
import type { Login } from '../http/handler.ts'

/** A version as this person gets it. */
export function presentVersion(row: VersionRow, { person }: Login, facts: LessonFacts): Version {
  return {
    id: row.id,
    name: row.name,
    author: row.author && presentPerson(row.author),
    editors: row.editors.map(presentPerson),
    thumbnail: row.thumbnail,
    created_at: row.createdAt.toISOString(),
    is_changeable: row.name === null || isInCharge(row, person.id, judge(person, 'delete', facts) === 'allowed'),
  }
}

/** What somebody named is theirs, and of who may delete the whole lesson: a colleague's milestone is not taken away. */
function isInCharge(row: VersionRow, personId: number, mayDelete: boolean): boolean {
  return mayDelete || row.author?.id === personId
}

function presentPerson({ id, fullName }: VersionPerson): PersonName {
  return { id, full_name: fullName }
}
