import type { Knex } from 'knex'

/** Secrets that the server makes for itself, once a database. */
export interface SecretStore {
  /** The secret of that name; made by `make` when there is none. Of many that ask at once, all get the same. */
  ensure(name: string, make: () => string): Promise<string>
}

export function createSecretStore(knex: Knex): SecretStore {
  const read = (name: string) => knex('secrets').where({ name }).first<{ value: string } | undefined>('value')
  return {
    async ensure(name, make) {
      const before = await read(name)
      if (before) return before.value
      await knex('secrets').insert({ name, value: make() }).onConflict('name').ignore()
      const after = await read(name)
      if (!after) throw new Error(`the secret ${name} vanished right after it was written`)
      return after.value
    },
  }
}
