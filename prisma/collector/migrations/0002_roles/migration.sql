-- Roles belong to the server, not to a database: the other side's migration may have made some already.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sorti_collector', 'sorti_mixer', 'sorti_operator', 'sorti_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    END IF;
  END LOOP;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA collector TO sorti_collector, sorti_mixer;
GRANT INSERT ON collector.inbox, collector.withdrawn TO sorti_collector;

DO $$
BEGIN
  FOR slot IN 0..7 LOOP
    EXECUTE format('GRANT SELECT, TRUNCATE ON collector.inbox_%s, collector.withdrawn_%s TO sorti_mixer', slot, slot);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA mixing, release TO sorti_mixer;
GRANT SELECT, INSERT, TRUNCATE ON mixing.sealed TO sorti_mixer;
GRANT SELECT, INSERT ON release.atoms, release.cells, release.receipts, release.log TO sorti_mixer;
GRANT SELECT, UPDATE (state, received, counted, withdrawn, dropped) ON release.rounds TO sorti_mixer;

GRANT USAGE ON SCHEMA release, operator TO sorti_operator;
GRANT SELECT ON release.atoms, release.cells, release.receipts TO sorti_operator;
GRANT SELECT, INSERT ON release.reports, release.log TO sorti_operator;
GRANT SELECT, INSERT, UPDATE ON release.rounds TO sorti_operator;
GRANT SELECT, INSERT ON operator.questionnaires TO sorti_operator;
GRANT SELECT, INSERT, UPDATE ON operator.mix_runs TO sorti_operator;

GRANT USAGE ON SCHEMA release TO sorti_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA release TO sorti_reader;
