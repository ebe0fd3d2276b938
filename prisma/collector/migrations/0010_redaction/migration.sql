-- The redaction desk: what people wrote, opened with both custodians' keys, each comment sealed again to a key of
-- its own coding. No time, no order, no person; what a reader writes about a comment is sealed like the comment.
CREATE SCHEMA redaction;

CREATE TABLE redaction.codings (
    "quarter" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('open', 'finished')),
    "public_key" BYTEA NOT NULL,
    "comments" INTEGER NOT NULL CHECK ("comments" > 0),
    "pools" BYTEA NOT NULL,
    CONSTRAINT "codings_pkey" PRIMARY KEY ("quarter")
);

-- Who approved is another than who coded: the table itself says so.
CREATE TABLE redaction.comments (
    "id" UUID NOT NULL,
    "node" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'coded', 'returned', 'approved')),
    "work" BYTEA,
    "coded_by" TEXT,
    "approved_by" TEXT,
    CONSTRAINT "comments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "two_people" CHECK ("approved_by" <> "coded_by"),
    CONSTRAINT "work_has_a_reader" CHECK (("work" IS NULL) = ("coded_by" IS NULL)),
    CONSTRAINT "waits_until_coded" CHECK (("state" = 'waiting') = ("work" IS NULL)),
    CONSTRAINT "approved_by_somebody" CHECK (("state" = 'approved') = ("approved_by" IS NOT NULL))
);

CREATE TABLE release.themes (
    "node" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "from_quarter" TEXT NOT NULL,
    "to_quarter" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,
    CONSTRAINT "themes_pkey" PRIMARY KEY ("node", "series", "to_quarter")
);

CREATE TABLE release.paraphrases (
    "node" TEXT NOT NULL,
    "to_quarter" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "paraphrases_pkey" PRIMARY KEY ("to_quarter", "node", "place")
);

-- A comment's way: coded by one, approved as it stands by another, and then never changed.
CREATE FUNCTION redaction.read_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'waiting' THEN
      RAISE EXCEPTION 'a comment begins unread';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a comment goes with all the others of its coding';
  END IF;
  IF (OLD.id, OLD.node, OLD.sealed) IS DISTINCT FROM (NEW.id, NEW.node, NEW.sealed) THEN
    RAISE EXCEPTION 'what was written does not change';
  END IF;
  IF OLD.state = 'approved' THEN
    RAISE EXCEPTION 'what two people have read stays as they left it';
  END IF;
  IF NEW.state = 'approved' AND NOT (OLD.state = 'coded' AND OLD.work = NEW.work AND OLD.coded_by = NEW.coded_by) THEN
    RAISE EXCEPTION 'what is approved was coded before, by another';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION redaction.read_by_two() FROM PUBLIC;

CREATE TRIGGER read_by_two BEFORE INSERT OR UPDATE OR DELETE ON redaction.comments
  FOR EACH ROW EXECUTE FUNCTION redaction.read_by_two();

-- A coding ends when every comment has been read by two; a finished one never opens again.
CREATE FUNCTION redaction.coding_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF OLD.state = 'finished' OR (OLD.quarter, OLD.public_key, OLD.comments, OLD.pools)
     IS DISTINCT FROM (NEW.quarter, NEW.public_key, NEW.comments, NEW.pools) THEN
    RAISE EXCEPTION 'a coding only ends';
  END IF;
  IF NEW.state = 'finished' AND (SELECT count(*) FILTER (WHERE state = 'approved') <> NEW.comments
     OR count(*) <> NEW.comments FROM redaction.comments) THEN
    RAISE EXCEPTION 'every comment is read by two people before a coding ends';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION redaction.coding_ends_once() FROM PUBLIC;

CREATE TRIGGER ends_once BEFORE INSERT OR UPDATE OR DELETE ON redaction.codings
  FOR EACH ROW EXECUTE FUNCTION redaction.coding_ends_once();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON redaction.codings
  FOR EACH STATEMENT EXECUTE FUNCTION redaction.coding_ends_once();

-- The comments are destroyed and their themes published in the transaction that ends their coding, or not at all.
CREATE FUNCTION redaction.only_when_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM redaction.codings WHERE state = 'open') THEN
    RAISE EXCEPTION 'a coding is still open';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION redaction.only_when_ended() FROM PUBLIC;

CREATE TRIGGER only_when_ended BEFORE TRUNCATE ON redaction.comments
  FOR EACH STATEMENT EXECUTE FUNCTION redaction.only_when_ended();
CREATE TRIGGER only_when_ended BEFORE INSERT ON release.themes
  FOR EACH STATEMENT EXECUTE FUNCTION redaction.only_when_ended();
CREATE TRIGGER only_when_ended BEFORE INSERT ON release.paraphrases
  FOR EACH STATEMENT EXECUTE FUNCTION redaction.only_when_ended();

GRANT USAGE ON SCHEMA redaction TO sorti_mixer, sorti_operator;
GRANT SELECT, INSERT ON redaction.codings TO sorti_mixer;
GRANT UPDATE ("state") ON redaction.codings TO sorti_mixer;
GRANT SELECT, INSERT, TRUNCATE ON redaction.comments TO sorti_mixer;
GRANT SELECT, INSERT ON release.themes, release.paraphrases TO sorti_mixer;
GRANT SELECT ON redaction.codings, redaction.comments TO sorti_operator;
GRANT UPDATE ("state", "work", "coded_by", "approved_by") ON redaction.comments TO sorti_operator;
GRANT SELECT ON release.themes, release.paraphrases TO sorti_operator, sorti_reader;
