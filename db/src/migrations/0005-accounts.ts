import type { Knex } from 'knex'

/**
 * What belongs to a person besides name and role; where they are logged in; the ways into an account (a link by mail, an
 * invitation, another server's word); and the mails themselves.
 *
 * `users.is_email_proven`: somebody who reads that mailbox, or an admin, stands behind the account. Anybody can register under
 * anybody's address. `sessions.number` is what a session is called outside: its id is part of a secret. Of links only a hash is
 * kept. `mails.body` holds `%ORIGIN%` where an address of this server belongs, and is emptied once it has been sent.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE users
      ADD language text CHECK (language IN ('vi', 'en')),
      ADD avatar text,
      ADD must_change_password boolean NOT NULL DEFAULT false,
      ADD is_email_proven boolean NOT NULL DEFAULT false;

    ALTER TABLE sessions
      ADD number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
      ADD device text NOT NULL DEFAULT '';

    CREATE TABLE password_resets (
      token_hash text PRIMARY KEY,
      user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX password_resets_user ON password_resets (user_id, created_at);

    CREATE TABLE invitations (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      email text NOT NULL UNIQUE,
      role text NOT NULL CHECK (role IN ('admin', 'teacher', 'student')),
      token_hash text NOT NULL UNIQUE,
      invited_by integer REFERENCES users ON DELETE SET NULL,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX invitations_invited_by ON invitations (invited_by);
    CREATE INDEX invitations_created ON invitations (created_at, id);

    CREATE TABLE identities (
      issuer text NOT NULL,
      subject text NOT NULL,
      user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (issuer, subject)
    );
    CREATE INDEX identities_user ON identities (user_id);

    CREATE TABLE mails (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      recipient text NOT NULL,
      subject text NOT NULL,
      body text NOT NULL,
      failure text,
      sent_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX mails_created ON mails (created_at, id);
    CREATE INDEX mails_unsent ON mails (created_at, id) WHERE sent_at IS NULL;
  `)
}
