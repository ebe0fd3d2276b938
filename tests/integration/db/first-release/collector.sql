-- A few rows of the demonstration as the first release kept them, by the first two migrations. Never changed again.
INSERT INTO collector.inbox VALUES
  (3, decode(repeat('11', 104), 'hex'), decode(repeat('12', 384), 'hex'), decode(repeat('13', 64), 'hex'), decode(repeat('14', 32), 'hex')),
  (3, decode(repeat('21', 104), 'hex'), decode(repeat('22', 384), 'hex'), decode(repeat('23', 64), 'hex'), decode(repeat('24', 32), 'hex'));
INSERT INTO mixing.sealed VALUES ('2026-Q2', 'totals', decode('c0ffee', 'hex')), ('2026-Q2', 'texts', decode('facade', 'hex'));
INSERT INTO release.atoms VALUES ('VC1', 'leaver', '2026-Q1', '2026-Q2', 8, 5, 1, '{"recommend": {"low": 3, "high": 5}}');
INSERT INTO release.cells VALUES ('background', 'region', 'leaver', '2026-Q2', '2026-Q2', 31, '{"age": {"30-39": 12, "other": 19}}');
INSERT INTO release.rounds VALUES
  ('2026-Q2', 2, 'mixed', '{"quarter":"2026-Q2"}', decode(repeat('31', 32), 'hex'), '{s1,s2}', '{}', '2026-07-04T00:00:00Z', 31, 31, 30, 1, 0),
  ('2026-Q3', 3, 'issuing', '{"quarter":"2026-Q3"}', decode(repeat('32', 32), 'hex'), '{s3,s4}', '{}', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO release.receipts VALUES ('2026-Q2', 'reached', decode(repeat('41', 32), 'hex'));
INSERT INTO release.reports VALUES ('2026-Q2', 1, '2026-08-15', NULL, '{"quarter": "2026-Q2"}', 'ee');
INSERT INTO operator.questionnaires VALUES
  (encode(sha256('{"id":"exit"}'), 'hex'), '{"id":"exit"}', '2026-03-01T08:00:00Z');
INSERT INTO release.log VALUES
  (1, '2026-06-20', 'round-opened', '{}', repeat('0', 64), repeat('a', 64)),
  (2, '2026-07-05', 'round-mixed', '{}', repeat('a', 64), repeat('b', 64));
