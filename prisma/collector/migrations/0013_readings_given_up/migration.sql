-- A reading whose key is lost can be given up: its comments are destroyed unread, and only when the public log says so.
-- Themes and paraphrases are those of a reading that was finished.
ALTER TABLE redaction.codings DROP CONSTRAINT codings_state_check;
ALTER TABLE redaction.codings ADD CONSTRAINT codings_state_check
  CHECK ("state" IN ('open', 'finished', 'given-up'));

CREATE OR REPLACE FUNCTION redaction.coding_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'a coding is never removed';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'open' OR EXISTS (SELECT FROM redaction.comments)
       OR EXISTS (SELECT FROM redaction.codings WHERE state = 'open') THEN
      RAISE EXCEPTION 'a coding begins open, when the one before is over';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'open' OR (OLD.quarter, OLD.public_key, OLD.comments, OLD.pools)
     IS DISTINCT FROM (NEW.quarter, NEW.public_key, NEW.comments, NEW.pools) THEN
    RAISE EXCEPTION 'a coding only ends';
  END IF;
  IF NEW.state = 'finished' AND (SELECT count(*) FILTER (WHERE state = 'approved') <> NEW.comments
     OR count(*) <> NEW.comments FROM redaction.comments) THEN
    RAISE EXCEPTION 'every comment is read by two people before a coding ends';
  END IF;
  IF NEW.state = 'given-up' AND NOT EXISTS (SELECT FROM release.log
     WHERE kind = 'texts-given-up' AND content::jsonb ->> 'quarter' = NEW.quarter) THEN
    RAISE EXCEPTION 'the public log says first that a coding is given up';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION redaction.only_of_finished() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM redaction.codings WHERE quarter = NEW.to_quarter AND state = 'finished') THEN
    RAISE EXCEPTION 'only a coding that is finished has themes';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION redaction.only_of_finished() FROM PUBLIC;

DROP TRIGGER only_when_ended ON release.themes;
DROP TRIGGER only_when_ended ON release.paraphrases;
CREATE TRIGGER only_of_finished BEFORE INSERT ON release.themes
  FOR EACH ROW EXECUTE FUNCTION redaction.only_of_finished();
CREATE TRIGGER only_of_finished BEFORE INSERT ON release.paraphrases
  FOR EACH ROW EXECUTE FUNCTION redaction.only_of_finished();
