-- What has happened to a round cannot be made not to have happened, whoever asks: every role, the owner too.
CREATE FUNCTION release.round_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'a round is never removed';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'planned' OR num_nonnulls(NEW.receiving_stops, NEW.issued, NEW.received, NEW.counted, NEW.withdrawn, NEW.dropped) > 0 THEN
      RAISE EXCEPTION 'a round begins as planned, with nothing counted';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT (OLD.state = NEW.state OR (OLD.state, NEW.state) IN (
    ('planned', 'issuing'), ('issuing', 'grace'), ('grace', 'closed'), ('closed', 'mixed'), ('closed', 'set-aside'))) THEN
    RAISE EXCEPTION 'a round only moves forward';
  END IF;
  IF (OLD.quarter, OLD.slot, OLD.manifest, OLD.manifest_hash, OLD.signatures, OLD.questionnaire)
     IS DISTINCT FROM (NEW.quarter, NEW.slot, NEW.manifest, NEW.manifest_hash, NEW.signatures, NEW.questionnaire) THEN
    RAISE EXCEPTION 'what both custodians signed does not change';
  END IF;
  IF NEW.receiving_stops IS DISTINCT FROM OLD.receiving_stops AND NOT coalesce(
    OLD.state IN ('issuing', 'grace') AND NEW.receiving_stops >= coalesce(OLD.receiving_stops, NEW.receiving_stops), false) THEN
    RAISE EXCEPTION 'receiving never stops earlier than was said';
  END IF;
  IF (OLD.issued IS NOT NULL AND NEW.issued IS DISTINCT FROM OLD.issued)
     OR (OLD.received IS NOT NULL AND NEW.received IS DISTINCT FROM OLD.received)
     OR (OLD.counted IS NOT NULL AND NEW.counted IS DISTINCT FROM OLD.counted)
     OR (OLD.withdrawn IS NOT NULL AND NEW.withdrawn IS DISTINCT FROM OLD.withdrawn)
     OR (OLD.dropped IS NOT NULL AND NEW.dropped IS DISTINCT FROM OLD.dropped) THEN
    RAISE EXCEPTION 'a total is written once';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION release.round_moves_forward() FROM PUBLIC;

CREATE TRIGGER forward_only BEFORE INSERT OR UPDATE OR DELETE ON release.rounds
  FOR EACH ROW EXECUTE FUNCTION release.round_moves_forward();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON release.rounds
  FOR EACH STATEMENT EXECUTE FUNCTION release.round_moves_forward();

-- The public log grows at its end and nowhere else.
CREATE FUNCTION release.log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'the log only grows';
  END IF;
  SELECT seq, hash INTO last FROM release.log ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.previous <> coalesce(last.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'an entry of the log follows the last one';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION release.log_only_grows() FROM PUBLIC;

CREATE TRIGGER append_only BEFORE INSERT OR UPDATE OR DELETE ON release.log
  FOR EACH ROW EXECUTE FUNCTION release.log_only_grows();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON release.log
  FOR EACH STATEMENT EXECUTE FUNCTION release.log_only_grows();
