-- What has been disposed of: how many of a class, on which day, by which rule. Never whom.
CREATE SCHEMA disposal;

CREATE TABLE disposal.log (
    "id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "count" INTEGER NOT NULL CHECK ("count" > 0),
    CONSTRAINT "log_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "log_day_idx" ON disposal.log ("day");

GRANT USAGE ON SCHEMA disposal TO sorti_identity, sorti_issuer;
GRANT SELECT, INSERT ON disposal.log TO sorti_identity;
GRANT INSERT ON disposal.log TO sorti_issuer;

-- Of an invitation that is disposed of this is left, beside the month and the kind: that there was one, and how.
ALTER TABLE identity.departures ADD COLUMN "invited" TEXT
  CHECK ("invited" IN ('mail', 'letter', 'withdrawn'));

CREATE OR REPLACE VIEW identity.departure_counts AS
SELECT d.import_id, d.unit_code, left(d.last_day, 7) AS month, d.kind, d.delivery, d.protected,
       (d.email IS NOT NULL OR d.private_email IS NOT NULL) AS addressed,
       (i.id IS NOT NULL OR d.invited IS NOT NULL) AS invited,
       count(*)::int AS n
FROM identity.departures d LEFT JOIN identity.invitations i ON i.departure_id = d.id
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

-- The numbers of envelopes that were taken back go when the code in them would have stopped working.
GRANT DELETE ON letters.taken_back TO sorti_identity;

-- Who looked at what stays for 24 months, by the database's own clock; nobody takes a newer line back.
CREATE FUNCTION identity.keep_accesses() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.at > now() - interval '730 days' THEN
    RAISE EXCEPTION 'the access log is kept for 24 months' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
REVOKE EXECUTE ON FUNCTION identity.keep_accesses() FROM PUBLIC;
CREATE TRIGGER keep_accesses BEFORE DELETE ON identity.accesses
  FOR EACH ROW EXECUTE FUNCTION identity.keep_accesses();
GRANT DELETE ON identity.accesses TO sorti_identity;
