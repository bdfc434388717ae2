/**
 * Who may import whom: the table of the house as data. The reason stands with each rule, because it is what people read when the check is red.
 */
export interface HouseRule {
  /** The faces of other folders that this one may import. */
  may: readonly string[]
  why: string
}

export const houseTable: Record<string, HouseRule> = {
  lesson: { may: [], why: 'lesson is the lowest floor: what it needs from others must move down into it.' },
  drawing: {
    may: ['@anawim/lesson'],
    why: 'drawing sees only the first face of lesson, so that the viewer stays free of Yjs: take the JSON of an element, not the document.',
  },
  db: {
    may: ['@anawim/lesson', '@anawim/lesson/doc'],
    why: 'db holds SQL only: rules of access and of the canvas belong in lesson, requests in api.',
  },
  api: {
    may: ['@anawim/db', '@anawim/db/reader-version', '@anawim/lesson', '@anawim/lesson/doc'],
    why: 'api answers HTTP from db and lesson. It speaks with collab-server and jobs only through Postgres (db.events).',
  },
  'collab-server': {
    may: ['@anawim/db', '@anawim/db/reader-version', '@anawim/lesson', '@anawim/lesson/doc'],
    why: 'collab-server serves sockets from db and lesson. It speaks with api and jobs only through Postgres (db.events).',
  },
  jobs: {
    may: ['@anawim/db', '@anawim/drawing', '@anawim/drawing/node', '@anawim/lesson', '@anawim/lesson/doc'],
    why: 'jobs works from db, drawing and lesson. It speaks with api and collab-server only through Postgres (db.events).',
  },
  web: {
    may: [
      '@anawim/drawing',
      '@anawim/drawing/fonts.css',
      '@anawim/lesson',
      '@anawim/lesson/doc',
      '@anawim/api/contract',
    ],
    why: 'the browser knows of the server only its contract: put what both need into api/src/contract or lesson.',
  },
  scripts: {
    may: [
      '@anawim/db',
      '@anawim/db/embedded',
      '@anawim/lesson',
      '@anawim/lesson/doc',
      '@anawim/drawing',
      '@anawim/drawing/node',
      '@anawim/api',
      '@anawim/api/contract',
      '@anawim/collab-server',
      '@anawim/jobs',
    ],
    why: 'scripts composes the house through its faces: export what is needed from the face of that folder.',
  },
  bench: {
    may: [
      '@anawim/db',
      '@anawim/db/embedded',
      '@anawim/lesson',
      '@anawim/lesson/doc',
      '@anawim/drawing',
      '@anawim/drawing/node',
      '@anawim/api',
      '@anawim/api/contract',
      '@anawim/collab-server',
      '@anawim/jobs',
    ],
    why: 'bench measures the house from outside, through its faces: export what is needed from the face of that folder.',
  },
}

/** What tests of a folder may import besides: they may stand on the whole product and on a real database. */
export const testsMay = [
  '@anawim/db/testing',
  '@anawim/db/embedded',
  '@anawim/db',
  '@anawim/api/contract',
  '@anawim/lesson',
  '@anawim/lesson/doc',
] as const

/** The parts of the server, and the one file that may bring them together. */
export const serverParts = ['@anawim/api', '@anawim/collab-server', '@anawim/jobs'] as const
export const compositionRoot = 'scripts/start.ts'

/** Packages that may not stand in a part of a folder: what keeps the students' page small and `lesson` pure. */
export const forbiddenPackages: readonly { in: RegExp; packages: RegExp; why: string }[] = [
  {
    in: /^lesson\/src\/(?!doc\/)/,
    packages: /^(yjs|lib0|y-|@tiptap|prosemirror)/,
    why: 'the first face of lesson knows neither Yjs nor ProseMirror: what touches the document belongs in lesson/src/doc.',
  },
  {
    in: /^web\/src\/viewer\//,
    packages: /^(yjs|lib0|y-|@tiptap|prosemirror|konva|react-konva|@hocuspocus|@mantine|@anawim\/lesson\/doc)/,
    why: "students on a cheap phone load this page: it reads JSON over the viewers' socket and draws it with @anawim/drawing.",
  },
  {
    in: /^(lesson|drawing)\/src\/(?!node\/)/,
    packages: /^(react|react-dom|konva|react-konva|knex|pg|express|node:.*)$/,
    why: 'lesson and drawing run in the browser as well and know neither React, Konva, SQL, HTTP nor Node (drawing/src/node may).',
  },
  {
    in: /^(?!db\/|bench\/peers\/)/,
    packages: /^(knex|pg)$/,
    why: 'all SQL is in db: add a method to a store there.',
  },
]
