import type { Knex } from 'knex'

/** What keeps lists of a hundred thousand lessons as quick as those of a thousand. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(counts)
  await knex.raw(indexes)
}

/**
 * How many lessons each author has, by what lists show: a list says how many there are without counting them. Kept by the
 * database itself, in the transaction of the change, so that it is never wrong. `total` may be 0.
 */
const counts = `
  -- Nothing may change between the first count and the triggers.
  LOCK TABLE lessons IN SHARE ROW EXCLUSIVE MODE;
  CREATE TABLE lesson_counts (
    author_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    status text NOT NULL,
    is_public boolean NOT NULL,
    total integer NOT NULL,
    PRIMARY KEY (author_id, status, is_public)
  ) WITH (fillfactor = 50);
  INSERT INTO lesson_counts
    SELECT author_id, status, is_public, count(*) FROM lessons
    WHERE deleted_at IS NULL AND NOT is_template GROUP BY author_id, status, is_public;

  CREATE FUNCTION anawim_recount_lesson() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO lesson_counts AS counted
      SELECT author_id, status, is_public, sum(change) FROM (
        SELECT OLD.author_id, OLD.status, OLD.is_public, -1 AS change WHERE OLD.deleted_at IS NULL AND NOT OLD.is_template
        UNION ALL
        SELECT NEW.author_id, NEW.status, NEW.is_public, 1 WHERE NEW.deleted_at IS NULL AND NOT NEW.is_template) changes
      GROUP BY author_id, status, is_public ORDER BY author_id, status, is_public
      ON CONFLICT (author_id, status, is_public) DO UPDATE SET total = counted.total + EXCLUDED.total;
    RETURN NULL;
  END $$;
  CREATE FUNCTION anawim_count_lessons() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO lesson_counts AS counted
      SELECT author_id, status, is_public, CASE TG_OP WHEN 'DELETE' THEN -count(*) ELSE count(*) END FROM changed
      WHERE deleted_at IS NULL AND NOT is_template
      GROUP BY author_id, status, is_public ORDER BY author_id, status, is_public
      ON CONFLICT (author_id, status, is_public) DO UPDATE SET total = counted.total + EXCLUDED.total;
    RETURN NULL;
  END $$;
  CREATE TRIGGER lessons_made AFTER INSERT ON lessons REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION anawim_count_lessons();
  CREATE TRIGGER lessons_removed AFTER DELETE ON lessons REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION anawim_count_lessons();
  CREATE TRIGGER lessons_moved AFTER UPDATE ON lessons
    FOR EACH ROW WHEN ((OLD.author_id, OLD.status, OLD.is_public, OLD.is_template, OLD.deleted_at IS NULL)
      IS DISTINCT FROM (NEW.author_id, NEW.status, NEW.is_public, NEW.is_template, NEW.deleted_at IS NULL))
    EXECUTE FUNCTION anawim_recount_lesson();
`

/** Which lessons stand on a page is read from these alone, without looking at the lessons, whoever asks. */
const indexes = `
  DROP INDEX lessons_author, lessons_updated, lessons_created, lessons_title, lessons_level, lessons_topic, lessons_listed;
  CREATE INDEX lessons_author ON lessons (author_id, updated_at, id)
    INCLUDE (status, is_public, is_template, deleted_at);
  CREATE INDEX lessons_updated ON lessons (updated_at, id) INCLUDE (status, is_public, author_id)
    WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_created ON lessons (created_at, id) INCLUDE (status, is_public, author_id, level, topic)
    WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_title ON lessons (title COLLATE "vi-x-icu", id) INCLUDE (status, is_public, author_id, level, topic)
    WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_level ON lessons (level, updated_at, id) INCLUDE (status, is_public, author_id)
    WHERE deleted_at IS NULL AND NOT is_template;
  CREATE INDEX lessons_topic ON lessons (topic, updated_at, id) INCLUDE (status, is_public, author_id)
    WHERE deleted_at IS NULL AND NOT is_template;
`
