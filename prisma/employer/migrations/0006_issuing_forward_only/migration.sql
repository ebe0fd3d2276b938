-- A key that stopped signing new values never starts again, and what was issued is told once.
REVOKE UPDATE ON issuer.rounds FROM sorti_issuer;
GRANT UPDATE (state, issued) ON issuer.rounds TO sorti_issuer;

CREATE FUNCTION issuer.round_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.state = NEW.state OR (OLD.state, NEW.state) IN (
    ('planned', 'issuing'), ('issuing', 'grace'), ('grace', 'destroyed'))) THEN
    RAISE EXCEPTION 'a round only moves forward';
  END IF;
  IF (OLD.quarter, OLD.n, OLD.e) IS DISTINCT FROM (NEW.quarter, NEW.n, NEW.e)
     OR (OLD.issued IS NOT NULL AND NEW.issued IS DISTINCT FROM OLD.issued) THEN
    RAISE EXCEPTION 'a key and a total are written once';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION issuer.round_moves_forward() FROM PUBLIC;

CREATE TRIGGER forward_only BEFORE UPDATE ON issuer.rounds
  FOR EACH ROW EXECUTE FUNCTION issuer.round_moves_forward();
