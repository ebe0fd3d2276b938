-- Who vouches for an import is somebody else than whoever imports: a table and a role of their own.
CREATE TABLE "identity"."confirmations" (
    "import_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "numbers" JSONB NOT NULL,
    "salt" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ NOT NULL,
    "decided_by" TEXT NOT NULL,
    "logged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "confirmations_pkey" PRIMARY KEY ("import_id","decision")
);

ALTER TABLE "identity"."confirmations" ADD CONSTRAINT "confirmations_import_id_fkey"
    FOREIGN KEY ("import_id") REFERENCES "identity"."imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "identity"."confirmations" ADD CONSTRAINT "confirmations_decision_check"
    CHECK (decision = 'confirmed' OR (decision = 'refused' AND length(reason) > 0));

-- What was confirmed before there was such a table stays confirmed; it was never told to the public log.
INSERT INTO identity.confirmations (import_id, decision, numbers, salt, decided_at, decided_by)
SELECT id, 'confirmed', coalesce(summary -> 'numbers', '[]'), encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'),
       confirmed_at, coalesce(confirmed_by, 'unknown')
FROM identity.imports WHERE confirmed_at IS NOT NULL;

ALTER TABLE "identity"."imports" DROP COLUMN "confirmed_at", DROP COLUMN "confirmed_by";

-- Roles belong to the server: another installation's migration may have made this one already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sorti_confirmer') THEN
    CREATE ROLE sorti_confirmer NOLOGIN;
  END IF;
END $$;

-- Departures in counts: no name, no address, no pseudonym, no day.
CREATE VIEW identity.departure_counts AS
SELECT d.import_id, d.unit_code, left(d.last_day, 7) AS month, d.kind, d.delivery, d.protected,
       (d.email IS NOT NULL OR d.private_email IS NOT NULL) AS addressed,
       (i.id IS NOT NULL) AS invited,
       count(*)::int AS n
FROM identity.departures d LEFT JOIN identity.invitations i ON i.departure_id = d.id
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

-- Departures whose address stands for somebody else too: how many, and in which units.
CREATE VIEW identity.shared_addresses AS
WITH addresses AS (
  SELECT id, unit_code, lower(email) AS address FROM identity.departures WHERE email IS NOT NULL
  UNION SELECT id, unit_code, lower(private_email) FROM identity.departures WHERE private_email IS NOT NULL
)
SELECT a.unit_code, count(DISTINCT a.id)::int AS n
FROM addresses a
WHERE EXISTS (SELECT FROM addresses other WHERE other.address = a.address AND other.id <> a.id)
GROUP BY 1;

-- Links that have not been taken back, in counts: the month is the last day's, 60 days before a link stops.
CREATE VIEW issuer.link_counts AS
SELECT l.unit, to_char(l.window_to::date - 60, 'YYYY-MM') AS month, count(*)::int AS n
FROM issuer.links l
WHERE NOT EXISTS (SELECT FROM issuer.cancellations c WHERE c.token_hash = l.token_hash)
GROUP BY 1, 2;

GRANT USAGE ON SCHEMA identity, issuer TO sorti_confirmer;
GRANT SELECT ON identity.departure_counts, identity.shared_addresses, issuer.link_counts,
  identity.units, identity.policies TO sorti_confirmer;
GRANT SELECT (id, kind, imported_at, imported_by) ON identity.imports TO sorti_confirmer;
GRANT SELECT (id, name) ON identity.users TO sorti_confirmer;
GRANT SELECT, INSERT ON identity.confirmations TO sorti_confirmer;
GRANT UPDATE (logged) ON identity.confirmations TO sorti_confirmer;

-- HR's side reads what was decided and decides nothing; what it has imported it cannot rewrite.
GRANT SELECT ON identity.confirmations TO sorti_identity;
REVOKE UPDATE, DELETE ON identity.imports FROM sorti_identity;

-- Whoever imported never confirms, and what is confirmed is not decided again.
CREATE FUNCTION identity.check_confirmation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM identity.imports
                 WHERE id = NEW.import_id AND kind = 'departures' AND imported_by <> NEW.decided_by) THEN
    RAISE EXCEPTION 'an import of departures is confirmed by somebody else than its importer' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM identity.confirmations WHERE import_id = NEW.import_id AND decision = 'confirmed') THEN
    RAISE EXCEPTION 'the import is confirmed already' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION identity.check_confirmation() FROM PUBLIC;
CREATE TRIGGER check_confirmation BEFORE INSERT ON identity.confirmations
  FOR EACH ROW EXECUTE FUNCTION identity.check_confirmation();

-- The numbers that were confirmed are those that invite: nobody is added to a confirmed import or exchanged in it.
-- The lock lets no row slip in between the confirmer's look and the confirmation.
CREATE FUNCTION identity.keep_confirmed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('sorti/confirm-import'));
  IF EXISTS (SELECT FROM identity.confirmations WHERE import_id = NEW.import_id AND decision = 'confirmed')
     AND (TG_OP = 'INSERT' OR NEW.import_id IS DISTINCT FROM OLD.import_id
          OR NEW.unit_code <> OLD.unit_code OR NEW.kind <> OLD.kind
          OR left(NEW.last_day, 7) <> left(OLD.last_day, 7)
          OR (NEW.email IS NOT NULL AND NEW.email IS DISTINCT FROM OLD.email)
          OR (NEW.private_email IS NOT NULL AND NEW.private_email IS DISTINCT FROM OLD.private_email)) THEN
    RAISE EXCEPTION 'a confirmed import takes no more departures and no other ones' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION identity.keep_confirmed() FROM PUBLIC;
CREATE TRIGGER keep_confirmed BEFORE INSERT OR UPDATE ON identity.departures
  FOR EACH ROW EXECUTE FUNCTION identity.keep_confirmed();
