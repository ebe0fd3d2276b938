-- Roles belong to the server, not to a database: the other side's migration may have made some already.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sorti_identity', 'sorti_issuer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    END IF;
  END LOOP;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA identity, issuer TO sorti_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO sorti_identity;
REVOKE UPDATE, DELETE ON identity.accesses FROM sorti_identity;
-- A link is put in and never looked at again by those who know people.
GRANT INSERT ON issuer.links, issuer.cancellations TO sorti_identity;

GRANT USAGE ON SCHEMA issuer TO sorti_issuer;
GRANT SELECT, DELETE ON issuer.links, issuer.cancellations TO sorti_issuer;
GRANT SELECT, INSERT, DELETE ON issuer.redemptions TO sorti_issuer;
GRANT SELECT, INSERT, UPDATE ON issuer.rounds TO sorti_issuer;
