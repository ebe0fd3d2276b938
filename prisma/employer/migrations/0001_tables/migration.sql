-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "identity";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "issuer";

-- CreateTable
CREATE TABLE "identity"."units" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_code" TEXT,
    "peer_group" TEXT,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "predecessors" TEXT[],

    CONSTRAINT "units_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "identity"."headcount" (
    "unit_code" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "staff_group" TEXT NOT NULL DEFAULT '',
    "permanent" INTEGER NOT NULL,

    CONSTRAINT "headcount_pkey" PRIMARY KEY ("unit_code","month","staff_group")
);

-- CreateTable
CREATE TABLE "identity"."departures" (
    "id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT,
    "private_email" TEXT,
    "language" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "protected" BOOLEAN NOT NULL,
    "import_id" UUID,

    CONSTRAINT "departures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."imports" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ NOT NULL,
    "imported_by" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "confirmed_by" TEXT,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."import_drafts" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file" BYTEA NOT NULL,
    "file_name" TEXT NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ NOT NULL,
    "uploaded_by" TEXT NOT NULL,

    CONSTRAINT "import_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."invitations" (
    "id" UUID NOT NULL,
    "departure_id" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "window_from" TEXT NOT NULL,
    "window_to" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "sent_at" TIMESTAMPTZ,
    "stopped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."exit_talks" (
    "id" UUID NOT NULL,
    "departure_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "holder" TEXT,
    "contact" TEXT,

    CONSTRAINT "exit_talks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."explanations" (
    "id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "noted_on" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "applies_from" TEXT NOT NULL,
    "expires" TEXT NOT NULL,

    CONSTRAINT "explanations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."actions" (
    "id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "decided_on" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "control" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."policies" (
    "from_quarter" TEXT NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "years" INTEGER NOT NULL,
    "invite_movers" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "policies_pkey" PRIMARY KEY ("from_quarter")
);

-- CreateTable
CREATE TABLE "identity"."users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."accesses" (
    "id" UUID NOT NULL,
    "user" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "accesses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issuer"."links" (
    "token_hash" BYTEA NOT NULL,
    "window_from" TEXT NOT NULL,
    "window_to" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "issuer"."cancellations" (
    "token_hash" BYTEA NOT NULL,

    CONSTRAINT "cancellations_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "issuer"."redemptions" (
    "token_hash" BYTEA NOT NULL,
    "blinded_hash" BYTEA NOT NULL,
    "quarter" TEXT NOT NULL,

    CONSTRAINT "redemptions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "issuer"."rounds" (
    "quarter" TEXT NOT NULL,
    "n" TEXT NOT NULL,
    "e" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "issued" INTEGER,

    CONSTRAINT "rounds_pkey" PRIMARY KEY ("quarter")
);

-- CreateIndex
CREATE UNIQUE INDEX "departures_pseudonym_key" ON "identity"."departures"("pseudonym");

-- CreateIndex
CREATE INDEX "departures_unit_code_idx" ON "identity"."departures"("unit_code");

-- CreateIndex
CREATE INDEX "departures_import_id_idx" ON "identity"."departures"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_departure_id_key" ON "identity"."invitations"("departure_id");

-- CreateIndex
CREATE INDEX "invitations_state_idx" ON "identity"."invitations"("state");

-- CreateIndex
CREATE UNIQUE INDEX "exit_talks_departure_id_key" ON "identity"."exit_talks"("departure_id");

-- CreateIndex
CREATE UNIQUE INDEX "exit_talks_token_hash_key" ON "identity"."exit_talks"("token_hash");

-- CreateIndex
CREATE INDEX "explanations_unit_code_idx" ON "identity"."explanations"("unit_code");

-- CreateIndex
CREATE INDEX "actions_unit_code_idx" ON "identity"."actions"("unit_code");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "identity"."users"("email");

-- CreateIndex
CREATE INDEX "accesses_at_idx" ON "identity"."accesses"("at");

-- CreateIndex
CREATE INDEX "redemptions_quarter_idx" ON "issuer"."redemptions"("quarter");

-- AddForeignKey
ALTER TABLE "identity"."invitations" ADD CONSTRAINT "invitations_departure_id_fkey" FOREIGN KEY ("departure_id") REFERENCES "identity"."departures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."exit_talks" ADD CONSTRAINT "exit_talks_departure_id_fkey" FOREIGN KEY ("departure_id") REFERENCES "identity"."departures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
