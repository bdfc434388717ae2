import type { Knex } from 'knex'

/** Templates that are listed, proposed and drawn; the words of lessons' canvases; where people keep the lessons that they see. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(templates)
  await knex.raw(words)
  await knex.raw(places)
}

/**
 * `slug` names a template that ships with the product: its row stays when it is removed, so that the next start does not bring it back.
 * `is_active`: teachers can start from it. `drawn_at` null: its picture is not of its structure.
 */
const templates = `
  ALTER TABLE templates
    ADD slug text UNIQUE,
    ADD language text NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en')),
    ADD category text NOT NULL DEFAULT 'other',
    ADD position integer NOT NULL DEFAULT 0,
    ADD published_at timestamptz,
    ADD proposed_at timestamptz,
    ADD drawn_at timestamptz,
    ADD removed_at timestamptz,
    ADD search text NOT NULL GENERATED ALWAYS AS (anawim_fold(name || ' ' || description)) STORED;
  CREATE INDEX templates_search ON templates USING gin (search gin_trgm_ops);
  CREATE INDEX templates_listed ON templates (position, id) WHERE removed_at IS NULL;
  CREATE INDEX templates_undrawn ON templates (id) WHERE drawn_at IS NULL AND removed_at IS NULL;
`

/**
 * The words that readers see on a canvas, each as it is written and folded; the jobs write them. `search_words` is every folded word of
 * every lesson: what a word that was mistyped may have meant.
 */
const words = `
  ALTER TABLE lessons ADD canvas_words tsvector NOT NULL DEFAULT '', ADD words_update_id bigint;
  CREATE INDEX lessons_canvas_words ON lessons USING gin (canvas_words);
  CREATE INDEX lessons_stale_words ON lessons (updated_at)
    WHERE deleted_at IS NULL AND words_update_id IS DISTINCT FROM projected_update_id;

  CREATE TABLE search_words (word text PRIMARY KEY);
  CREATE INDEX search_words_like ON search_words USING gin (word gin_trgm_ops);

  CREATE FUNCTION anawim_words(text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT coalesce(array_agg(DISTINCT word), '{}') FROM regexp_split_to_table($1, '[^[:alnum:]]+') word
          WHERE word <> '' AND length(word) <= 60 $$;
  CREATE FUNCTION anawim_prefixes(text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT string_agg('''' || word || ''':*', ' & ')::tsquery FROM unnest(public.anawim_words($1)) word $$;
`

/** What one person makes of a lesson that they see: a folder of their own, a favourite, when they opened it. */
const places = `
  CREATE TABLE folders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> ''),
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX folders_owner ON folders (owner_id, name);

  CREATE TABLE lesson_places (
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
    folder_id integer REFERENCES folders ON DELETE SET NULL,
    is_favourite boolean NOT NULL DEFAULT false,
    opened_at timestamptz,
    PRIMARY KEY (user_id, lesson_id)
  );
  CREATE INDEX lesson_places_lesson ON lesson_places (lesson_id);
  CREATE INDEX lesson_places_folder ON lesson_places (folder_id);
  CREATE INDEX lesson_places_favourite ON lesson_places (user_id, lesson_id) WHERE is_favourite;
  CREATE INDEX lesson_places_opened ON lesson_places (user_id, opened_at) WHERE opened_at IS NOT NULL;
`
