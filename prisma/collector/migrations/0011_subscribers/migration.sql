-- Why a report that was due did not go out by itself: told to the operator until it has.
CREATE TABLE operator.publish_failures (
    "quarter" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "publish_failures_pkey" PRIMARY KEY ("quarter")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON operator.publish_failures TO sorti_operator;

-- Addresses that want a mail when a report is published. They point nowhere, and nothing points at them.
CREATE SCHEMA subscription;

CREATE TABLE subscription.subscribers (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL CHECK ("language" IN ('sv', 'en')),
    "token_hash" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "asked_on" TEXT NOT NULL,
    "confirmations" SMALLINT NOT NULL CHECK ("confirmations" BETWEEN 1 AND 3),
    CONSTRAINT "subscribers_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "subscribers_email_key" ON subscription.subscribers ("email");
CREATE UNIQUE INDEX "subscribers_token_hash_key" ON subscription.subscribers ("token_hash");

-- Never two that wait about the same thing to the same address; a mail goes with its address.
CREATE TABLE subscription.mails (
    "id" UUID NOT NULL,
    "subscriber_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "tries" SMALLINT NOT NULL,
    "not_before" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "mails_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mails_subscriber_id_fkey" FOREIGN KEY ("subscriber_id")
        REFERENCES subscription.subscribers ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mails_subscriber_id_about_key" ON subscription.mails ("subscriber_id", "about");

GRANT USAGE ON SCHEMA subscription TO sorti_operator;
GRANT SELECT, INSERT, UPDATE, DELETE ON subscription.subscribers, subscription.mails TO sorti_operator;
