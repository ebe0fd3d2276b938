-- Which units are invited, by decision. What was decided stays as it was written: a change is the next decision.
CREATE TABLE "identity"."programme_decisions" (
    "number" INTEGER NOT NULL,
    "from_quarter" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "units" TEXT[],
    "reason" TEXT NOT NULL,
    "cost" INTEGER,
    "decided_on" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,

    CONSTRAINT "programme_decisions_pkey" PRIMARY KEY ("number")
);

ALTER TABLE "identity"."programme_decisions" ADD CONSTRAINT "programme_decisions_check"
    CHECK (number > 0 AND scope IN ('flagged-centres', 'all-centres', 'all-units') AND length(reason) > 0
           AND (cost IS NULL OR cost >= 0));

GRANT SELECT, INSERT ON identity.programme_decisions TO sorti_identity;
-- Whoever vouches for the numbers sees whom the rule invites.
GRANT SELECT ON identity.programme_decisions TO sorti_confirmer;
