-- Where the parties are two, each knows its own people: the operator's, the auditors and the politicians sign in
-- here. Nobody who left has an account, and nothing in this schema points anywhere else.
CREATE SCHEMA accounts;

CREATE TABLE accounts.users (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "demo" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "users_email_key" ON accounts.users ("email");

CREATE TABLE accounts.accesses (
    "id" UUID NOT NULL,
    "user" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "accesses_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "accesses_at_idx" ON accounts.accesses ("at");

GRANT USAGE ON SCHEMA accounts TO sorti_operator;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.users TO sorti_operator;
GRANT SELECT, INSERT ON accounts.accesses TO sorti_operator;
