/** IndexedDB for code that keeps something in it. Import it before the code, and after `browser-window.ts`. */
import * as fake from 'fake-indexeddb'

const { IDBDatabase, IDBKeyRange, IDBObjectStore, IDBTransaction, IDBRequest, IDBCursor, IDBIndex } = fake
const globals = { IDBDatabase, IDBKeyRange, IDBObjectStore, IDBTransaction, IDBRequest, IDBCursor, IDBIndex }
Object.assign(globalThis, globals, { indexedDB: fake.indexedDB, IDBCursorWithValue: fake.IDBCursorWithValue })
