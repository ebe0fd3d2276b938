-- What the external party has disposed of: how many of a class, on which day, by which rule. Nothing of answers.
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

GRANT USAGE ON SCHEMA disposal TO sorti_operator;
GRANT SELECT, INSERT ON disposal.log TO sorti_operator;

-- Who looked at what stays for 24 months, by the database's own clock; nobody takes a newer line back.
CREATE FUNCTION accounts.keep_accesses() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.at > now() - interval '730 days' THEN
    RAISE EXCEPTION 'the access log is kept for 24 months' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
REVOKE EXECUTE ON FUNCTION accounts.keep_accesses() FROM PUBLIC;
CREATE TRIGGER keep_accesses BEFORE DELETE ON accounts.accesses
  FOR EACH ROW EXECUTE FUNCTION accounts.keep_accesses();
GRANT DELETE ON accounts.accesses TO sorti_operator;
