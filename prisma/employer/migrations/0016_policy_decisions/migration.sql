-- The region's rule is decided like its programme: a reason, who and when, from a quarter on, and never overwritten.
ALTER TABLE "identity"."policies"
    ADD COLUMN "number" INTEGER,
    ADD COLUMN "decided_on" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "decided_by" TEXT NOT NULL DEFAULT '';
UPDATE "identity"."policies" SET "number" = numbered.place
    FROM (SELECT "from_quarter", row_number() OVER (ORDER BY "from_quarter") AS place FROM "identity"."policies") numbered
    WHERE numbered."from_quarter" = "identity"."policies"."from_quarter";
ALTER TABLE "identity"."policies" DROP CONSTRAINT "policies_pkey";
ALTER TABLE "identity"."policies" ADD CONSTRAINT "policies_pkey" PRIMARY KEY ("number");
ALTER TABLE "identity"."policies" ALTER COLUMN "decided_on" DROP DEFAULT, ALTER COLUMN "decided_by" DROP DEFAULT;

-- What was written before had no such rule.
ALTER TABLE "identity"."policies" ADD CONSTRAINT "policies_check"
    CHECK (number > 0 AND threshold > 0 AND threshold < 1 AND years > 0 AND length(btrim(reason)) > 0) NOT VALID;

REVOKE UPDATE, DELETE ON identity.policies FROM sorti_identity;
