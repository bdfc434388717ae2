import type { Knex } from 'knex'

/**
 * Accounts, lessons with their log, templates, media, sessions, secrets.
 *
 * `lessons.content` is `json`, not `jsonb`: it is kept as written, so that equal content is equal text; and a text that
 * holds U+0000, which `jsonb` refuses, can never keep a lesson from being projected.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(extensions)
  await knex.raw(accounts)
  await knex.raw(lessons)
  await knex.raw(log)
  await knex.raw(templatesAndMedia)
}

/** `unaccent` is only STABLE, because dictionaries can be edited; an index and a generated column need IMMUTABLE. */
const extensions = `
  CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
  CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
  CREATE FUNCTION anawim_fold(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
`

const accounts = `
  CREATE TABLE users (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    hashed_password text NOT NULL,
    full_name text NOT NULL,
    role text NOT NULL CHECK (role IN ('admin', 'teacher', 'student')),
    is_admin boolean NOT NULL GENERATED ALWAYS AS (role = 'admin') STORED,
    is_active boolean NOT NULL DEFAULT true,
    token_version integer NOT NULL DEFAULT 1,
    search text NOT NULL GENERATED ALWAYS AS (anawim_fold(full_name || ' ' || email)) STORED,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX users_search ON users USING gin (search gin_trgm_ops);
  CREATE INDEX users_full_name ON users (full_name COLLATE "vi-x-icu", id);
  CREATE INDEX users_role ON users (role, is_active);

  CREATE TABLE sessions (
    id text PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    counter integer NOT NULL DEFAULT 0,
    rotated_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX sessions_user ON sessions (user_id);
  CREATE INDEX sessions_expires ON sessions (expires_at);

  CREATE TABLE secrets (
    name text PRIMARY KEY,
    value text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
`

const lessons = `
  CREATE TABLE lessons (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL,
    description text NOT NULL DEFAULT '',
    thumbnail text,
    content json NOT NULL,
    level text,
    topic text,
    duration integer CHECK (duration >= 0),
    status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published')),
    is_public boolean NOT NULL DEFAULT false,
    author_id integer NOT NULL REFERENCES users,
    template_id integer,
    is_template boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    projected_update_id bigint NOT NULL DEFAULT 0,
    thumbnail_update_id bigint,
    search text NOT NULL GENERATED ALWAYS AS
      (anawim_fold(title || ' ' || description || ' ' || coalesce(topic, ''))) STORED,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    deleted_at timestamptz
  );
  CREATE INDEX lessons_author ON lessons (author_id);
  CREATE INDEX lessons_template ON lessons (template_id);
  CREATE INDEX lessons_search ON lessons USING gin (search gin_trgm_ops);
  CREATE INDEX lessons_updated ON lessons (updated_at, id) WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_created ON lessons (created_at, id) WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_title ON lessons (title COLLATE "vi-x-icu", id) WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_level ON lessons (level);
  CREATE INDEX lessons_topic ON lessons (topic);
  CREATE INDEX lessons_listed ON lessons (status, is_public, author_id, id) WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_trash ON lessons (deleted_at) WHERE deleted_at IS NOT NULL;
  CREATE INDEX lessons_stale_thumbnail ON lessons (updated_at)
    WHERE deleted_at IS NULL AND thumbnail_update_id IS DISTINCT FROM projected_update_id;

  CREATE TABLE lesson_members (
    lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('editor', 'viewer')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (lesson_id, user_id)
  );
  CREATE INDEX lesson_members_user ON lesson_members (user_id);
`

/** The log is the truth of a canvas; a snapshot is a cache of the rows that were merged into it. */
const log = `
  CREATE TABLE lesson_updates (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
    update bytea NOT NULL,
    author_id integer REFERENCES users ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX lesson_updates_lesson ON lesson_updates (lesson_id, id);
  CREATE INDEX lesson_updates_author ON lesson_updates (author_id);

  CREATE TABLE lesson_snapshots (
    lesson_id integer PRIMARY KEY REFERENCES lessons ON DELETE CASCADE,
    state bytea NOT NULL,
    last_update_id bigint NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  );
`

const templatesAndMedia = `
  CREATE TABLE templates (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    thumbnail text,
    structure json NOT NULL,
    is_active boolean NOT NULL DEFAULT true,
    lesson_id integer REFERENCES lessons ON DELETE SET NULL,
    created_by integer REFERENCES users ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX templates_lesson ON templates (lesson_id);
  CREATE INDEX templates_created_by ON templates (created_by);
  ALTER TABLE lessons ADD FOREIGN KEY (template_id) REFERENCES templates ON DELETE SET NULL;

  CREATE TABLE media_assets (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token text NOT NULL UNIQUE CHECK (token ~ '^[A-Za-z0-9_-]{22}$'),
    filename text NOT NULL,
    original_filename text NOT NULL,
    file_type text NOT NULL,
    mime_type text NOT NULL,
    file_size bigint NOT NULL CHECK (file_size >= 0),
    url text NOT NULL,
    width integer,
    height integer,
    duration double precision,
    uploaded_by integer REFERENCES users ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    is_deleted boolean NOT NULL DEFAULT false
  );
  CREATE INDEX media_assets_uploaded_by ON media_assets (uploaded_by);
`
