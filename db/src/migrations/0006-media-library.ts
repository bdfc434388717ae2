import type { Knex } from 'knex'

/**
 * The library of media: descriptions, posters, the trash; and what uses a file.
 *
 * `media_uses` has a row for every file that a lesson or a template has ever shown, and loses it only with the lesson: versions, and what
 * was deleted on a canvas and may be brought back, hold files that its JSON does not name any more. `ended_at`: the JSON names it
 * no more. Triggers keep it, so that no way of writing content can forget to. `is_tracked`: uploaded since; of older files nobody
 * knows which versions hold them, so none of those goes by itself. `upload_id`: the resumable upload that it came by.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE media_assets
      ADD alt text NOT NULL DEFAULT '',
      ADD poster text,
      ADD deleted_at timestamptz,
      ADD unused_since timestamptz,
      ADD is_tracked boolean NOT NULL DEFAULT false,
      ADD upload_id text UNIQUE,
      ADD search text NOT NULL GENERATED ALWAYS AS (anawim_fold(original_filename || ' ' || alt)) STORED;
    ALTER TABLE media_assets ALTER is_tracked SET DEFAULT true;
    UPDATE media_assets SET deleted_at = now() WHERE is_deleted;
    DROP INDEX media_assets_uploaded_by;
    CREATE INDEX media_assets_library ON media_assets (uploaded_by, created_at, id);
    CREATE INDEX media_assets_search ON media_assets USING gin (search gin_trgm_ops);
    CREATE INDEX media_assets_unused ON media_assets (unused_since) WHERE unused_since IS NOT NULL;

    CREATE TABLE media_uses (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token text NOT NULL,
      lesson_id integer REFERENCES lessons ON DELETE CASCADE,
      template_id integer REFERENCES templates ON DELETE CASCADE,
      ended_at timestamptz,
      CHECK (num_nonnulls(lesson_id, template_id) = 1)
    );
    CREATE UNIQUE INDEX media_uses_lesson ON media_uses (lesson_id, token);
    CREATE UNIQUE INDEX media_uses_template ON media_uses (template_id, token);
    CREATE INDEX media_uses_token ON media_uses (token);
  `)
  await knex.raw(triggers)
  await knex.raw(`
    INSERT INTO media_uses (lesson_id, token)
      SELECT id, token FROM lessons, anawim_media(content::text) token WHERE position('/media/' IN content::text) > 0;
    INSERT INTO media_uses (template_id, token)
      SELECT id, token FROM templates, anawim_media(structure::text) token;
  `)
}

/** Splitting is many times quicker than a regular expression over a whole lesson. */
const triggers = `
  CREATE FUNCTION anawim_media(text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT DISTINCT left(part, 22) FROM unnest((string_to_array($1, '/media/'))[2:]) part
          WHERE left(part, 23) ~ '^[A-Za-z0-9_-]{22}/' $$;

  CREATE FUNCTION anawim_keep_lesson_media() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE public.media_uses SET ended_at = now() WHERE lesson_id = NEW.id AND ended_at IS NULL
        AND token NOT IN (SELECT public.anawim_media(NEW.content::text));
      IF position('/media/' IN NEW.content::text) > 0 THEN
        INSERT INTO public.media_uses (lesson_id, token)
          SELECT NEW.id, token FROM public.anawim_media(NEW.content::text) token ORDER BY token
          ON CONFLICT (lesson_id, token) DO UPDATE SET ended_at = NULL WHERE media_uses.ended_at IS NOT NULL;
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER lessons_media AFTER INSERT OR UPDATE OF content ON lessons
    FOR EACH ROW EXECUTE FUNCTION anawim_keep_lesson_media();

  CREATE FUNCTION anawim_keep_template_media() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO public.media_uses (template_id, token)
        SELECT NEW.id, token FROM public.anawim_media(NEW.structure::text) token ORDER BY token
        ON CONFLICT (template_id, token) DO NOTHING;
      RETURN NULL;
    END $$;
  CREATE TRIGGER templates_media AFTER INSERT OR UPDATE OF structure ON templates
    FOR EACH ROW EXECUTE FUNCTION anawim_keep_template_media();
`
