import type { Knex } from 'knex'

/** Links by which a lesson is read without an account; classes, their pupils, what is shared with them; and the codes that pupils log in with. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(links)
  await knex.raw(classes)
  await knex.raw(names)
}

/** Of the secret and the code only digests are kept: who reads this table can open nothing. */
const links = `
  CREATE TABLE lesson_links (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
    secret_hash bytea NOT NULL UNIQUE,
    code_hash bytea,
    created_by integer REFERENCES users ON DELETE SET NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX lesson_links_lesson ON lesson_links (lesson_id, id);
  CREATE INDEX lesson_links_created_by ON lesson_links (created_by);
  CREATE INDEX lesson_links_expires ON lesson_links (expires_at);
`

/** `join_code` null: nobody can join by themselves. `key` is the part of a pupil's code that finds the account, and no secret. */
const classes = `
  CREATE TABLE classes (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    teacher_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    join_code text UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX classes_teacher ON classes (teacher_id, id);

  CREATE TABLE class_pupils (
    class_id integer NOT NULL REFERENCES classes ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (class_id, user_id)
  );
  CREATE INDEX class_pupils_user ON class_pupils (user_id, class_id);

  CREATE TABLE lesson_classes (
    lesson_id integer NOT NULL REFERENCES lessons ON DELETE CASCADE,
    class_id integer NOT NULL REFERENCES classes ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (lesson_id, class_id)
  );
  CREATE INDEX lesson_classes_class ON lesson_classes (class_id, lesson_id);

  CREATE TABLE pupil_codes (
    user_id integer PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    key text NOT NULL UNIQUE,
    hashed_secret text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
`

/** People are found by their names, not by parts of their e-mails, which `users.search` holds too. */
const names = `
  ALTER TABLE users ADD name_search text NOT NULL GENERATED ALWAYS AS (anawim_fold(full_name)) STORED;
  CREATE INDEX users_name_search ON users USING gin (name_search gin_trgm_ops);
`
