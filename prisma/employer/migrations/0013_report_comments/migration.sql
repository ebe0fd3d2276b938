-- HR's comment to a quarter's report. What was signed stays as it was written: a change is the next version.
CREATE TABLE identity.report_comments (
    "quarter" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,

    CONSTRAINT "report_comments_pkey" PRIMARY KEY ("quarter", "version")
);
GRANT SELECT, INSERT ON identity.report_comments TO sorti_identity;
