-- Who withdraws shows the receipt, and the receipt is kept: its hash lies in the inbox, and whoever reads that
-- could have withdrawn for others. Answers that are carried over take their receipts along from now on.
-- What was asked for or carried over before cannot be turned into that, and is never thrown away.
DO $$
BEGIN
  IF EXISTS (SELECT FROM collector.withdrawn) OR EXISTS (SELECT FROM mixing.sealed WHERE kind LIKE 'carried-%') THEN
    RAISE EXCEPTION 'an answer was withdrawn or carried over: mix that quarter with the version before, then update';
  END IF;
END $$;
ALTER TABLE collector.withdrawn RENAME COLUMN hash TO receipt;
