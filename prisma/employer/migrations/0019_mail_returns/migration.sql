-- What came back of an invitation's mail. The number that the mail carries is random and says nothing of anybody.
ALTER TABLE identity.invitations
  ADD COLUMN "return_number" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "bounced" TEXT CHECK ("bounced" IN ('no-mailbox', 'full', 'refused', 'no-answer')),
  ADD COLUMN "bounced_on" TEXT,
  ADD COLUMN "complained" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "bounced_on_a_day" CHECK (("bounced" IS NULL) = ("bounced_on" IS NULL));
CREATE UNIQUE INDEX "invitations_return_number_key" ON identity.invitations ("return_number");
