-- A schema of its own: who prints sees letter numbers, and no table where a person stands.
CREATE SCHEMA IF NOT EXISTS "letters";

CREATE TABLE "letters"."letters" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "letters_number_key" ON "letters"."letters"("number");

ALTER TABLE "letters"."letters" ADD CONSTRAINT "letters_id_fkey" FOREIGN KEY ("id") REFERENCES "identity"."invitations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sorti_printer') THEN
    CREATE ROLE sorti_printer NOLOGIN;
  END IF;
END $$;

GRANT USAGE ON SCHEMA letters TO sorti_identity, sorti_printer;
GRANT SELECT, INSERT ON letters.letters TO sorti_identity;
GRANT SELECT ON letters.letters TO sorti_printer;
GRANT UPDATE (state) ON letters.letters TO sorti_identity, sorti_printer;
