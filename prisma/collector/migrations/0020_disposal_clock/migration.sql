-- The moment by which this side disposed of things last: a clock that has moved further since is asked about first.
CREATE TABLE disposal.clock (
    "id" INTEGER NOT NULL DEFAULT 1 CHECK ("id" = 1),
    "seen" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);
INSERT INTO disposal.clock ("seen") VALUES (now());

GRANT SELECT, INSERT, UPDATE ON disposal.clock TO sorti_operator;
