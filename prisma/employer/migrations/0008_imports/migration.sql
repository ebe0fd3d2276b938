-- A person can leave a unit and, later, the region: one reference, two departures.
DROP INDEX identity.departures_pseudonym_key;
CREATE UNIQUE INDEX "departures_pseudonym_unit_code_last_day_key" ON "identity"."departures"("pseudonym", "unit_code", "last_day");

-- Departures whose address stands for somebody else too: one's own earlier departure is not somebody else.
CREATE OR REPLACE VIEW identity.shared_addresses AS
WITH addresses AS (
  SELECT pseudonym, unit_code, lower(email) AS address FROM identity.departures WHERE email IS NOT NULL
  UNION SELECT pseudonym, unit_code, lower(private_email) FROM identity.departures WHERE private_email IS NOT NULL
)
SELECT a.unit_code, count(DISTINCT a.pseudonym)::int AS n
FROM addresses a
WHERE EXISTS (SELECT FROM addresses other WHERE other.address = a.address AND other.pseudonym <> a.pseudonym)
GROUP BY 1;

-- Taking an import back is an import too, and each can be taken back once.
ALTER TABLE "identity"."imports" ADD COLUMN "undoes" UUID;
CREATE UNIQUE INDEX "imports_undoes_key" ON "identity"."imports"("undoes");
ALTER TABLE "identity"."imports" ADD CONSTRAINT "imports_undoes_fkey"
    FOREIGN KEY ("undoes") REFERENCES "identity"."imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "identity"."import_undos" (
    "import_id" UUID NOT NULL,
    "plan" BYTEA NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "import_undos_pkey" PRIMARY KEY ("import_id")
);
ALTER TABLE "identity"."import_undos" ADD CONSTRAINT "import_undos_import_id_fkey"
    FOREIGN KEY ("import_id") REFERENCES "identity"."imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Keys by which the HR system imports: a hash, and who made and revoked it.
CREATE TABLE "identity"."api_keys" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "made_by" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "revoked_by" TEXT,
    "last_used_on" TEXT,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "api_keys_hash_key" ON "identity"."api_keys"("hash");

-- What a call was answered, so that the same call again is answered the same and does nothing.
CREATE TABLE "identity"."api_calls" (
    "key_id" UUID NOT NULL,
    "call" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "api_calls_pkey" PRIMARY KEY ("key_id","call")
);
ALTER TABLE "identity"."api_calls" ADD CONSTRAINT "api_calls_key_id_fkey"
    FOREIGN KEY ("key_id") REFERENCES "identity"."api_keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT SELECT, INSERT, DELETE ON identity.import_undos, identity.api_calls TO sorti_identity;
-- A key is never another one's again, and never valid again once it is revoked: only these columns change.
GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by, last_used_on) ON identity.api_keys TO sorti_identity;
