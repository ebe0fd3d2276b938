-- What a person has chosen about reminders: "usual", "after-leaving" or "stopped". The column that said only
-- whether they were stopped has never been written.
ALTER TABLE "identity"."invitations" DROP COLUMN "stopped",
    ADD COLUMN "stop_hash" TEXT,
    ADD COLUMN "wish" TEXT NOT NULL DEFAULT 'usual';

CREATE UNIQUE INDEX "invitations_stop_hash_key" ON "identity"."invitations"("stop_hash");

-- Never more than two, and never two on one day: the written rule, held by the table too.
CREATE TABLE "identity"."reminders" (
    "invitation_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL CHECK ("number" IN (1, 2)),
    "day" TEXT NOT NULL,
    "problem" TEXT,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("invitation_id", "number")
);

CREATE UNIQUE INDEX "reminders_invitation_id_day_key" ON "identity"."reminders"("invitation_id", "day");

ALTER TABLE "identity"."reminders" ADD CONSTRAINT "reminders_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "identity"."invitations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT ON "identity"."reminders" TO sorti_identity;
