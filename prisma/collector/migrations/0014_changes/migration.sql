-- Changes of the limits of coming rounds, and of a round's last day: who wants them, why, and who else agreed.
CREATE TABLE operator.changes (
    "number" INTEGER NOT NULL,
    "what" TEXT NOT NULL CHECK ("what" IN ('limits', 'early-close')),
    "quarter" TEXT,
    "from_k" INTEGER,
    "from_c" INTEGER,
    "from_grace_days" INTEGER,
    "k" INTEGER CHECK ("k" BETWEEN 5 AND 30),
    "c" INTEGER CHECK ("c" IN (0, 1)),
    "grace_days" INTEGER CHECK ("grace_days" BETWEEN 3 AND 14),
    "reason" TEXT NOT NULL CHECK (length(btrim("reason")) BETWEEN 1 AND 300),
    "proposed_by" TEXT NOT NULL,
    "proposed_on" TEXT NOT NULL,
    "state" TEXT NOT NULL
      CHECK ("state" IN ('proposed', 'made', 'confirmed', 'refused', 'withdrawn', 'expired')),
    "decided_by" TEXT,
    "decided_on" TEXT,
    "refusal" TEXT,
    "told" BOOLEAN NOT NULL,
    CONSTRAINT "changes_pkey" PRIMARY KEY ("number"),
    CONSTRAINT "one_thing" CHECK (
      ("what" = 'early-close') = ("quarter" IS NOT NULL)
      AND num_nonnulls("from_k", "from_c", "from_grace_days", "k", "c", "grace_days")
        = CASE "what" WHEN 'limits' THEN 6 ELSE 0 END),
    -- Whoever decides is another than whoever proposed: the table itself says so.
    CONSTRAINT "two_people" CHECK ("decided_by" <> "proposed_by"),
    CONSTRAINT "decided_by_somebody" CHECK (("state" IN ('confirmed', 'refused')) = ("decided_by" IS NOT NULL)),
    CONSTRAINT "over_on_a_day" CHECK (("state" = 'proposed') = ("decided_on" IS NULL)),
    CONSTRAINT "refused_for_a_reason" CHECK (("state" = 'refused') = ("refusal" IS NOT NULL)),
    -- One person may only make the protection stronger.
    CONSTRAINT "weaker_takes_two" CHECK ("state" <> 'made' OR (
      "what" = 'limits' AND "k" >= "from_k" AND "c" >= "from_c" AND "grace_days" >= "from_grace_days"))
);
CREATE UNIQUE INDEX "one_open" ON operator.changes ("what") WHERE "state" = 'proposed';

-- A change follows the last one, starts from what is in force, and is decided once.
CREATE FUNCTION operator.change_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE force record;
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'a change is never removed';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (OLD.number, OLD.what, OLD.quarter, OLD.from_k, OLD.from_c, OLD.from_grace_days, OLD.k, OLD.c,
        OLD.grace_days, OLD.reason, OLD.proposed_by, OLD.proposed_on)
       IS DISTINCT FROM (NEW.number, NEW.what, NEW.quarter, NEW.from_k, NEW.from_c, NEW.from_grace_days, NEW.k,
        NEW.c, NEW.grace_days, NEW.reason, NEW.proposed_by, NEW.proposed_on) THEN
      RAISE EXCEPTION 'what was proposed does not change';
    END IF;
    IF OLD.state <> NEW.state AND NOT (OLD.state = 'proposed'
       AND NEW.state IN ('confirmed', 'refused', 'withdrawn', 'expired')) THEN
      RAISE EXCEPTION 'a change is decided once';
    END IF;
    IF OLD.state = NEW.state AND (OLD.decided_by, OLD.decided_on, OLD.refusal)
       IS DISTINCT FROM (NEW.decided_by, NEW.decided_on, NEW.refusal) THEN
      RAISE EXCEPTION 'a decision does not change';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state NOT IN ('proposed', 'made')
     OR NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM operator.changes) THEN
    RAISE EXCEPTION 'a change begins as proposed, after the last one';
  END IF;
  IF EXISTS (SELECT FROM operator.changes WHERE what = NEW.what AND state = 'proposed') THEN
    RAISE EXCEPTION 'another proposal waits';
  END IF;
  SELECT k, c, grace_days INTO force FROM operator.changes
    WHERE what = 'limits' AND state IN ('made', 'confirmed') ORDER BY number DESC LIMIT 1;
  IF NEW.what = 'limits' AND (NEW.from_k, NEW.from_c, NEW.from_grace_days)
     <> (coalesce(force.k, 8), coalesce(force.c, 1), coalesce(force.grace_days, 3)) THEN
    RAISE EXCEPTION 'a change starts from what is in force';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION operator.change_once() FROM PUBLIC;

CREATE TRIGGER change_once BEFORE INSERT OR UPDATE OR DELETE ON operator.changes
  FOR EACH ROW EXECUTE FUNCTION operator.change_once();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON operator.changes
  FOR EACH STATEMENT EXECUTE FUNCTION operator.change_once();

GRANT SELECT, INSERT ON operator.changes TO sorti_operator;
GRANT UPDATE ("state", "decided_by", "decided_on", "refusal", "told") ON operator.changes TO sorti_operator;
