-- Accounts outside the demonstration: how they sign in, and what is left of it while they are signed in.
ALTER TABLE identity.users
  ADD COLUMN "disabled" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "created_on" TEXT,
  ADD COLUMN "seen_on" TEXT,
  ADD COLUMN "subject" TEXT;
CREATE UNIQUE INDEX "users_subject_key" ON identity.users ("subject");

CREATE TABLE identity.sessions (
    "hash" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "stage" TEXT NOT NULL CHECK ("stage" IN ('code', 'enrol', 'plain', 'proven')),
    "means" TEXT NOT NULL CHECK ("means" IN ('demo', 'link', 'oidc')),
    "began" TIMESTAMPTZ NOT NULL,
    "seen" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id")
        REFERENCES identity.users ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sessions_id_key" ON identity.sessions ("id");
CREATE INDEX "sessions_user_id_idx" ON identity.sessions ("user_id");

CREATE TABLE identity.sign_in_links (
    "hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "browser" TEXT NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "sign_in_links_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "sign_in_links_user_id_fkey" FOREIGN KEY ("user_id")
        REFERENCES identity.users ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "sign_in_links_user_id_idx" ON identity.sign_in_links ("user_id");

CREATE TABLE identity.second_factors (
    "user_id" UUID NOT NULL,
    "start_hash" TEXT,
    "seed" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "last_step" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL CHECK ("failures" >= 0),
    "locked_until" TIMESTAMPTZ,
    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("user_id"),
    CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id")
        REFERENCES identity.users ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE identity.recovery_codes (
    "hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id")
        REFERENCES identity.users ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "recovery_codes_user_id_idx" ON identity.recovery_codes ("user_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sessions TO sorti_identity;
GRANT SELECT, INSERT, DELETE ON identity.sign_in_links, identity.recovery_codes TO sorti_identity;
GRANT SELECT, INSERT, UPDATE ON identity.second_factors TO sorti_identity;
