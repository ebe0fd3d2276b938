-- What is written beside a unit's figures is never overwritten: a change is a new version, signed and dated.
-- The key lets two who change the same version at once not both win.
ALTER TABLE "identity"."explanations" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "signed_by" TEXT NOT NULL DEFAULT '',
  DROP CONSTRAINT "explanations_pkey",
  ADD CONSTRAINT "explanations_pkey" PRIMARY KEY ("id", "version");
ALTER TABLE "identity"."explanations" ALTER COLUMN "version" DROP DEFAULT, ALTER COLUMN "signed_by" DROP DEFAULT;

ALTER TABLE "identity"."actions" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "signed_by" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "signed_on" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "result" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reminds" UUID,
  DROP CONSTRAINT "actions_pkey",
  ADD CONSTRAINT "actions_pkey" PRIMARY KEY ("id", "version");
UPDATE "identity"."actions" SET "signed_on" = "decided_on";
ALTER TABLE "identity"."actions" ALTER COLUMN "version" DROP DEFAULT, ALTER COLUMN "signed_by" DROP DEFAULT,
  ALTER COLUMN "signed_on" DROP DEFAULT, ALTER COLUMN "result" DROP DEFAULT;

-- A mail about a follow-up that has gone: once ahead of its day, once when the day has passed.
CREATE TABLE "identity"."action_reminders" (
    "action_id" UUID NOT NULL,
    "due" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "action_reminders_pkey" PRIMARY KEY ("action_id","due","kind")
);

REVOKE UPDATE, DELETE ON "identity"."explanations", "identity"."actions" FROM sorti_identity;
GRANT SELECT, INSERT ON "identity"."action_reminders" TO sorti_identity;
