-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "collector";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "mixing";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "operator";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "release";

-- CreateTable
CREATE TABLE "collector"."inbox" (
    "slot" SMALLINT NOT NULL,
    "message" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "withdrawal_hash" BYTEA NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("slot","message")
) PARTITION BY LIST ("slot");

-- CreateTable
CREATE TABLE "collector"."withdrawn" (
    "slot" SMALLINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "withdrawn_pkey" PRIMARY KEY ("slot","hash")
) PARTITION BY LIST ("slot");

-- CreateTable
CREATE TABLE "mixing"."sealed" (
    "quarter" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "sealed_pkey" PRIMARY KEY ("quarter","kind")
);

-- CreateTable
CREATE TABLE "release"."atoms" (
    "unit" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "from_quarter" TEXT NOT NULL,
    "to_quarter" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "k" INTEGER NOT NULL,
    "c" SMALLINT NOT NULL,
    "items" JSONB NOT NULL,

    CONSTRAINT "atoms_pkey" PRIMARY KEY ("unit","series","to_quarter")
);

-- CreateTable
CREATE TABLE "release"."cells" (
    "slice" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "from_quarter" TEXT NOT NULL,
    "to_quarter" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "items" JSONB NOT NULL,

    CONSTRAINT "cells_pkey" PRIMARY KEY ("slice","node","series","to_quarter")
);

-- CreateTable
CREATE TABLE "release"."rounds" (
    "quarter" TEXT NOT NULL,
    "slot" SMALLINT NOT NULL,
    "state" TEXT NOT NULL,
    "manifest" TEXT NOT NULL,
    "manifest_hash" BYTEA NOT NULL,
    "signatures" TEXT[],
    "questionnaire" TEXT NOT NULL,
    "receiving_stops" TIMESTAMPTZ,
    "issued" INTEGER,
    "received" INTEGER,
    "counted" INTEGER,
    "withdrawn" INTEGER,
    "dropped" INTEGER,

    CONSTRAINT "rounds_pkey" PRIMARY KEY ("quarter")
);

-- CreateTable
CREATE TABLE "release"."receipts" (
    "quarter" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("quarter","state","hash")
);

-- CreateTable
CREATE TABLE "release"."reports" (
    "quarter" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "published_on" TEXT NOT NULL,
    "note" TEXT,
    "snapshot" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("quarter","version")
);

-- CreateTable
CREATE TABLE "operator"."questionnaires" (
    "hash" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "questionnaires_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "operator"."mix_runs" (
    "quarter" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "problem" TEXT,

    CONSTRAINT "mix_runs_pkey" PRIMARY KEY ("quarter")
);

-- CreateTable
CREATE TABLE "release"."log" (
    "seq" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "log_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "rounds_manifest_hash_key" ON "release"."rounds"("manifest_hash");

-- CreateIndex
CREATE UNIQUE INDEX "log_hash_key" ON "release"."log"("hash");

-- One partition per slot, made once: opening a round needs no right to create tables,
-- and TRUNCATE of one round's partition leaves the next round's answers alone.
DO $$
BEGIN
  FOR slot IN 0..7 LOOP
    EXECUTE format('CREATE TABLE collector.inbox_%s PARTITION OF collector.inbox FOR VALUES IN (%s)', slot, slot);
    EXECUTE format('CREATE TABLE collector.withdrawn_%s PARTITION OF collector.withdrawn FOR VALUES IN (%s)', slot, slot);
  END LOOP;
END $$;
