-- Other signals beside turnover: the employee survey's index (HME) and sick leave, as means of a unit.
CREATE TABLE "identity"."signals" (
    "unit_code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "signal" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "answers" INTEGER,

    CONSTRAINT "signals_pkey" PRIMARY KEY ("unit_code","period","signal")
);

-- An index of fewer than five people is refused at reading, and kept out here too.
ALTER TABLE "identity"."signals" ADD CONSTRAINT "signals_check"
    CHECK (value BETWEEN 0 AND 100 AND (answers IS NULL OR answers >= 5));

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.signals TO sorti_identity;

-- The staff group of who left, so that units of other make-up can be compared; empty where the file has none.
ALTER TABLE "identity"."departures" ADD COLUMN "staff_group" TEXT NOT NULL DEFAULT '';
