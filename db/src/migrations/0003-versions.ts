import type { Knex } from 'knex'

/**
 * What was kept of a lesson, and the compressed form of its snapshot.
 *
 * A version is `packed` (Yjs v2, gzip; null when there is none) and the updates after it (v1), copied as they stood: keeping one
 * decodes nothing. `editor_ids` is no foreign key on purpose: it only says whose names to show, and who is no more has none.
 * A row with `removed_at` is one whose picture still has to be deleted; nobody sees it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE lesson_versions (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
      name text CHECK (name <> ''),
      author_id integer REFERENCES users ON DELETE SET NULL,
      editor_ids integer[] NOT NULL DEFAULT '{}',
      up_to_update_id bigint NOT NULL,
      packed bytea,
      states bytea[] NOT NULL DEFAULT '{}',
      thumbnail text,
      drawn_at timestamptz,
      removed_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX lesson_versions_lesson ON lesson_versions (lesson_id, created_at);
    CREATE INDEX lesson_versions_author ON lesson_versions (author_id);
    CREATE INDEX lesson_versions_undrawn ON lesson_versions (lesson_id) WHERE drawn_at IS NULL OR removed_at IS NOT NULL;

    ALTER TABLE lesson_snapshots ADD packed bytea, ADD editor_ids integer[] NOT NULL DEFAULT '{}';
  `)
}
