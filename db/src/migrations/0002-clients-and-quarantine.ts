import type { Knex } from 'knex'

/**
 * Whose each Yjs client id is, so that nobody can write under somebody else's; and what was refused, so that nothing that
 * anybody made is gone without a trace.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(clients)
  await knex.raw(quarantine)
}

/**
 * `user_id` null: nobody has shown yet that the id is theirs. `carrier_id`: who brought the part from `unconfirmed_from`
 * on, of which its owner has not yet shown the same.
 */
const clients = `
  CREATE TABLE lesson_clients (
    lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
    client_id bigint NOT NULL,
    user_id integer REFERENCES users ON DELETE CASCADE,
    carrier_id integer REFERENCES users ON DELETE SET NULL,
    unconfirmed_from bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (lesson_id, client_id)
  );
  CREATE INDEX lesson_clients_user ON lesson_clients (user_id);
  CREATE INDEX lesson_clients_carrier ON lesson_clients (carrier_id);
`

/** `update` is null when the bytes were too many to be kept. */
const quarantine = `
  CREATE TABLE lesson_quarantine (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
    user_id integer REFERENCES users ON DELETE SET NULL,
    code text NOT NULL,
    size integer NOT NULL,
    update bytea,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX lesson_quarantine_lesson ON lesson_quarantine (lesson_id, id);
  CREATE INDEX lesson_quarantine_user ON lesson_quarantine (user_id);
`
